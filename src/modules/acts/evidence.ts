import { sql } from 'kysely'
import { timeZoneOf } from '#platform/context.ts'
import type { Evidence } from '#platform/evidence.ts'
import type { LocalText } from '#platform/language.ts'
import { actPaths } from './paths.ts'
import { findPublication } from './queries/publication.ts'

/** „Vallavolikogu: otsus nr 41” in the three languages; what it is about may be restricted. */
const title = sql<LocalText>`jsonb_build_object(
  'et', people_bodies.name ->> 'et' || ': ' || case acts_acts.kind when 'regulation' then 'määrus' when 'order' then 'korraldus' else 'otsus' end || ' nr ' || acts_acts.number,
  'en', coalesce(people_bodies.name ->> 'en', people_bodies.name ->> 'et') || ': ' || case acts_acts.kind when 'regulation' then 'regulation' when 'order' then 'order' else 'decision' end || ' no ' || acts_acts.number,
  'ru', coalesce(people_bodies.name ->> 'ru', people_bodies.name ->> 'et') || ': ' || case acts_acts.kind when 'regulation' then 'постановление' when 'order' then 'распоряжение' else 'решение' end || ' № ' || acts_acts.number)`

/** Seconds within which a decision is to be public, by the rules of its day. */
const within = sql<number>`coalesce((select (r.rules ->> 'publishedWithinSeconds')::int from acts_rules r
  where r.valid_from <= acts_acts.adopted_on order by r.valid_from desc limit 1), 60)`

/** What the module proves for the action plan. */
export const actsEvidence: readonly Evidence[] = [
  {
    key: 'acts.decisions-published-in-time',
    kind: 'event',
    name: {
      et: 'Otsused, mis avaldati kohe pärast tulemuse teatavakstegemist',
      en: 'Decisions published at once after the result was declared',
      ru: 'Решения, опубликованные сразу после объявления результата',
    },
    // Of what was decided in meetings here: what was entered by hand has no moment of declaration.
    records: (db, { from, until }) => {
      const on = sql<string>`(acts_acts.adopted_at at time zone ${timeZoneOf(db)})::date`
      return db
        .selectFrom('acts_acts')
        .innerJoin('people_bodies', 'people_bodies.id', 'acts_acts.body_id')
        .select([
          on.as('on'),
          sql<boolean>`extract(epoch from acts_acts.published_at - acts_acts.adopted_at) <= ${within}`.as('met'),
          title.as('title'),
          sql<string>`${actPaths.list} || '/' || acts_acts.slug`.as('path'),
        ])
        .where('acts_acts.adopted_at', 'is not', null)
        .where(sql<boolean>`${on} between ${from} and ${until}`)
    },
    figures: async ({ db }) => {
      const { count, latest } = await findPublication(db)
      return [
        {
          name: {
            et: 'Istungitel tehtud otsuseid',
            en: 'Decisions of sittings',
            ru: 'Решений заседаний',
          },
          value: count,
          unit: 'count',
          path: actPaths.list,
        },
        {
          name: {
            et: 'Viimane avaldati nii mitu sekundit pärast teatavakstegemist',
            en: 'Seconds from declaration to publication of the latest',
            ru: 'Через сколько секунд опубликовано последнее',
          },
          value: latest,
          unit: 'count',
          path: actPaths.list,
        },
      ]
    },
  },
]
