import { sql } from 'kysely'
import { timeZoneOf } from '#platform/context.ts'
import type { Evidence } from '#platform/evidence.ts'
import type { LocalText } from '#platform/language.ts'

/** „Vallavolikogu, 21. istung” in the three languages, by the body's name and the number. */
const title = sql<LocalText>`(select jsonb_object_agg(key, value || case when meetings_meetings.session_no is null then '' else
  ', ' || case key when 'et' then meetings_meetings.session_no || '. istung' when 'ru' then 'заседание № ' || meetings_meetings.session_no
    else 'sitting ' || meetings_meetings.session_no end end)
  from jsonb_each_text(people_bodies.name) where key in ('et', 'en', 'ru'))`

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
          title.as('title'),
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
    // Of the council and its committees; attendance stands in the published minutes.
    records: (db, { from, until }) => {
      const on = sql<string>`(meetings_meetings.starts_at at time zone ${timeZoneOf(db)})::date`
      return db
        .selectFrom('meetings_meetings')
        .innerJoin('people_bodies', 'people_bodies.id', 'meetings_meetings.body_id')
        .select([
          on.as('on'),
          sql<boolean>`exists (select from meetings_minutes_versions v where v.meeting_id = meetings_meetings.id)`.as(
            'met',
          ),
          title.as('title'),
          sql<string>`'/istungid/' || meetings_meetings.number`.as('path'),
        ])
        .where('people_bodies.kind', 'in', ['council', 'committee'])
        .where('meetings_meetings.state', '=', 'held')
        .where(sql<boolean>`${on} between ${from} and ${until}`)
    },
  },
]
