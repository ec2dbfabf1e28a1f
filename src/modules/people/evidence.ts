import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { Evidence, EvidencePeriod } from '#platform/evidence.ts'
import type { LocalText } from '#platform/language.ts'

/** Memberships in force on the last day of the period, with what they sit in. */
function inForce(db: Db, { until }: EvidencePeriod) {
  return db
    .selectFrom('people_memberships')
    .innerJoin('people_bodies', 'people_bodies.id', 'people_memberships.body_id')
    .where('people_memberships.from_date', '<=', until)
    .where((eb) =>
      eb.or([eb('people_memberships.until_date', 'is', null), eb('people_memberships.until_date', '>=', until)]),
    )
}

const settlementsWithElder: Evidence = {
  key: 'people.settlements-with-elder',
  kind: 'standing',
  name: { et: 'Külavanemaga asulad', en: 'Settlements with an elder', ru: 'Населённые пункты со старостой' },
  records: (db, period) =>
    inForce(db, period)
      .innerJoin('people_posts', 'people_posts.id', 'people_memberships.post_id')
      .where(sql<boolean>`'villageElder' = any(people_posts.roles)`)
      .where('people_bodies.settlement_ehak', 'is not', null)
      .distinctOn('people_bodies.settlement_ehak')
      .orderBy('people_bodies.settlement_ehak')
      .orderBy('people_memberships.from_date')
      .select([
        'people_memberships.from_date as on',
        sql<boolean>`true`.as('met'),
        'people_posts.title as title',
        sql<string>`'/asulad/' || people_bodies.settlement_ehak`.as('path'),
      ]),
}

const workingGroups: Evidence = {
  key: 'people.working-groups-with-community-members',
  kind: 'standing',
  name: {
    et: 'Töörühmad, kus on kogukondade esindajaid',
    en: 'Working groups with members from communities',
    ru: 'Рабочие группы с представителями общин',
  },
  records: (db, period) =>
    inForce(db, period)
      .where('people_bodies.kind', '=', 'working-group')
      .where('people_memberships.on_behalf_of', 'is not', null)
      .groupBy(['people_bodies.id', 'people_bodies.name', 'people_bodies.slug'])
      .select([
        sql<string>`min(people_memberships.from_date)`.as('on'),
        sql<boolean>`true`.as('met'),
        sql<LocalText>`people_bodies.name`.as('title'),
        sql<string>`'/kogud/' || people_bodies.slug`.as('path'),
      ]),
}

const youthInCommittees: Evidence = {
  key: 'people.youth-council-members-in-committees',
  kind: 'standing',
  name: {
    et: 'Noortevolikogu liikmed komisjonides',
    en: 'Youth council members in committees',
    ru: 'Члены молодёжного собрания в комиссиях',
  },
  records: (db, period) =>
    inForce(db, period)
      .where('people_bodies.kind', '=', 'committee')
      .where('people_memberships.on_behalf_of', 'in', (eb) =>
        eb.selectFrom('people_bodies as youth').select('youth.id').where('youth.kind', '=', 'youth-council'),
      )
      .select([
        'people_memberships.from_date as on',
        sql<boolean>`true`.as('met'),
        'people_bodies.name as title',
        sql<string>`'/kogud/' || people_bodies.slug`.as('path'),
      ]),
}

export const peopleEvidence: readonly Evidence[] = [settlementsWithElder, workingGroups, youthInCommittees]
