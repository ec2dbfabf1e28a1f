import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { LocalDate } from '#platform/format.ts'
import type { Citizenship } from '../rules.ts'

export type ResidentRow = { codeIndex: Buffer; birthDate: LocalDate; settlementEhak: string; citizenship: Citizenship }

export async function findResidentByCode(db: Db, codeIndex: Buffer) {
  return db
    .selectFrom('people_residents')
    .select(['birth_date as birthDate', 'settlement_ehak as settlementEhak'])
    .select((eb) => eb.ref('citizenship').$castTo<Citizenship>().as('citizenship'))
    .where('code_index', '=', codeIndex)
    .executeTakeFirst()
}

export async function findResidentByPerson(db: Db, personId: string) {
  return db
    .selectFrom('people_residents as r')
    .innerJoin('people_persons as p', 'p.code_index', 'r.code_index')
    .select(['r.birth_date as birthDate', 'r.settlement_ehak as settlementEhak'])
    .select((eb) => eb.ref('r.citizenship').$castTo<Citizenship>().as('citizenship'))
    .where('p.id', '=', personId)
    .executeTakeFirst()
}

export async function countResidentsBySettlement(db: Db, bornUntil: LocalDate): Promise<Map<string, number>> {
  const { rows } = await sql<{ ehak: string; count: number }>`
    select settlement_ehak as ehak, count(*) as count from people_residents
    where birth_date <= ${bornUntil} group by 1 limit 1000`.execute(db)
  return new Map(rows.map(({ ehak, count }) => [ehak, count]))
}

/** Residents of a settlement by whole years on a day, and from when the register's extract is. */
export async function countResidentsByAge(db: Db, ehak: string, today: LocalDate) {
  const { rows } = await sql<{ age: number; count: number; importedAt: Date }>`
    select extract(year from age(${today}::date, birth_date))::int as age, count(*) as count,
      max(imported_at) as "importedAt"
    from people_residents where settlement_ehak = ${ehak} group by 1 order by 1 limit 200`.execute(db)
  return rows
}

export async function describeResidents(db: Db): Promise<{ residents: number; importedAt: Date | null }> {
  const { rows } = await sql<{ residents: number; importedAt: Date | null }>`
    select count(*) as residents, max(imported_at) as "importedAt" from people_residents`.execute(db)
  return rows[0]!
}

export async function deleteResidents(db: Db): Promise<number> {
  const result = await db.deleteFrom('people_residents').executeTakeFirst()
  return Number(result.numDeletedRows)
}

/** One statement however many they are: the rows travel as one JSON text. */
export async function insertResidents(
  db: Db,
  residents: readonly ResidentRow[],
  { synthetic, now }: { synthetic: boolean; now: Date },
): Promise<void> {
  const rows = residents.map(({ codeIndex, birthDate, settlementEhak, citizenship }) => [
    codeIndex.toString('hex'),
    birthDate,
    settlementEhak,
    citizenship,
  ])
  await sql`
    insert into people_residents (code_index, birth_date, settlement_ehak, citizenship, synthetic, imported_at)
    select decode(row ->> 0, 'hex'), (row ->> 1)::date, row ->> 2, row ->> 3, ${synthetic}, ${now}
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) as row`.execute(db)
}
