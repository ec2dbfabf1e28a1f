import type { Db } from '#platform/database.ts'
import type { LocalDate } from '#platform/format.ts'

const most = 700

/** Persons of the register who sit somewhere or hold a post on the day, by id, in the order of names. */
export async function listPersonsInOffice(db: Db, today: LocalDate): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('people_persons as p')
    .select(['p.id', 'p.given_name', 'p.family_name'])
    .where((e) =>
      e.exists(
        e
          .selectFrom('people_memberships as m')
          .select('m.id')
          .whereRef('m.person_id', '=', 'p.id')
          .where('m.from_date', '<=', today)
          .where((w) => w.or([w('m.until_date', 'is', null), w('m.until_date', '>=', today)])),
      ),
    )
    .orderBy('p.sort_name')
    .limit(most)
    .execute()
  return new Map(rows.map(({ id, given_name, family_name }) => [id, `${given_name} ${family_name}`]))
}
