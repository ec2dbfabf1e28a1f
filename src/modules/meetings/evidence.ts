import { sql, type RawBuilder } from 'kysely'
import { timeZoneOf } from '#platform/context.ts'
import type { Evidence } from '#platform/evidence.ts'
import type { LocalText } from '#platform/language.ts'
import { listMinutesInTime } from './minutes/in-time.ts'
import { titleOfMeeting } from './title-in-sql.ts'

/** What the module proves for the action plan. */
export const meetingsEvidence: readonly Evidence[] = [
  {
    key: 'meetings.sessions-with-agenda-in-time',
    kind: 'event',
    name: {
      et: 'Volikogu istungid, mille päevakord oli õigel ajal avalik',
      en: 'Council sessions whose agenda was public in time',
      ru: 'Заседания собрания, повестка которых была открыта вовремя',
    },
    // In time: as many days before as the rules of that day ask of the call (KOKS § 43(3)); a first sitting needs none.
    records: (db, { from, until }) => {
      const day = (column: 'starts_at' | 'announced_at') =>
        sql<string>`(${sql.ref(`meetings_meetings.${column}`)} at time zone ${timeZoneOf(db)})::date`
      const needed = sql<number>`coalesce((select (s.rules -> 'invitation' ->> 'daysBefore')::int
        from meetings_statutes s
        where s.body_kind = people_bodies.kind and s.body_slug in ('', people_bodies.slug) and s.valid_from <= ${day('starts_at')}
        order by s.body_slug desc, s.valid_from desc limit 1), 0)`
      return db
        .selectFrom('meetings_meetings')
        .innerJoin('people_bodies', 'people_bodies.id', 'meetings_meetings.body_id')
        .select([
          day('starts_at').as('on'),
          sql<boolean>`meetings_meetings.announced_at is not null and (meetings_meetings.kind = 'first'
            or ${day('starts_at')} - ${day('announced_at')} >= ${needed})`.as('met'),
          titleOfMeeting.as('title'),
          sql<string>`'/istungid/' || meetings_meetings.number`.as('path'),
        ])
        .where('people_bodies.kind', '=', 'council')
        .where('meetings_meetings.state', 'not in', ['draft', 'cancelled'])
        .where(sql<boolean>`${day('starts_at')} between ${from} and ${until}`)
    },
  },
  {
    key: 'meetings.sessions-with-published-attendance',
    kind: 'event',
    name: {
      et: 'Istungid ja koosolekud, mille osalejad on avaldatud',
      en: 'Meetings whose attendance is published',
      ru: 'Заседания, участники которых опубликованы',
    },
    // Of the council and its committees; attendance is published with the end of each.
    records: (db, { from, until }) => {
      const on = sql<string>`(meetings_meetings.starts_at at time zone ${timeZoneOf(db)})::date`
      return db
        .selectFrom('meetings_meetings')
        .innerJoin('people_bodies', 'people_bodies.id', 'meetings_meetings.body_id')
        .select([
          on.as('on'),
          sql<boolean>`exists (select from meetings_attendance a where a.meeting_id = meetings_meetings.id)`.as('met'),
          titleOfMeeting.as('title'),
          sql<string>`'/istungid/' || meetings_meetings.number`.as('path'),
        ])
        .where('people_bodies.kind', 'in', ['council', 'committee'])
        .where('meetings_meetings.state', '=', 'held')
        .where(sql<boolean>`${on} between ${from} and ${until}`)
    },
  },
  {
    key: 'meetings.minutes-published-in-time',
    kind: 'event',
    name: {
      et: 'Istungid ja koosolekud, mille protokoll avaldati õigel ajal',
      en: 'Meetings whose minutes were published in time',
      ru: 'Заседания, протокол которых опубликован вовремя',
    },
    records: listMinutesInTime,
  },
  heldEvidence(
    'meetings.round-tables-held',
    {
      et: 'Peetud külavanemate ja aktiivsete elanike ümarlauad',
      en: 'Round tables held with village elders and active residents',
      ru: 'Проведённые круглые столы со старостами и активными жителями',
    },
    // What a municipality calls so; those of pupils are theirs.
    sql<boolean>`people_bodies.kind in ('village-community', 'working-group')
      and people_bodies.name ->> 'et' ilike '%ümarlaud%'`,
  ),
  heldEvidence(
    'meetings.audit-committee-sessions-held',
    {
      et: 'Peetud revisjonikomisjoni koosolekud',
      en: 'Meetings of the audit committee held',
      ru: 'Проведённые заседания ревизионной комиссии',
    },
    // KOKS § 48 gives the name.
    sql<boolean>`people_bodies.kind = 'committee' and people_bodies.name ->> 'et' ilike 'revisjonikomisjon%'`,
  ),
]

/** Meetings of some bodies that really were held: called to order with a quorum, or without the need of one. */
function heldEvidence(key: string, name: LocalText, ofBodies: RawBuilder<boolean>): Evidence {
  return {
    key,
    kind: 'event',
    name,
    records: (db, { from, until }) => {
      const on = sql<string>`(meetings_meetings.starts_at at time zone ${timeZoneOf(db)})::date`
      return db
        .selectFrom('meetings_meetings')
        .innerJoin('people_bodies', 'people_bodies.id', 'meetings_meetings.body_id')
        .select([
          on.as('on'),
          sql<boolean>`true`.as('met'),
          titleOfMeeting.as('title'),
          sql<string>`'/istungid/' || meetings_meetings.number`.as('path'),
        ])
        .where(ofBodies)
        .where('meetings_meetings.announced_at', 'is not', null)
        .where((e) =>
          e.exists(
            e
              .selectFrom('meetings_attendance as a')
              .select('a.person_id')
              .whereRef('a.meeting_id', '=', 'meetings_meetings.id'),
          ),
        )
        .where(sql<boolean>`${on} between ${from} and ${until}`)
    },
  }
}
