import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { LocalDate } from '#platform/format.ts'

/** Ids of commitments of the version in force, of all or of those with one of the posts or bodies as a party. */
export async function listCommitmentsInCare(
  db: Db,
  today: LocalDate,
  owners: { postIds: readonly string[]; bodyIds: readonly string[] } | null,
): Promise<string[]> {
  const own =
    owners === null
      ? sql`true`
      : sql`exists (select 1 from plan_parties p where p.version_id = w.version_id and p.commitment_id = w.commitment_id
          and (p.post_id = any(${[...owners.postIds]}::uuid[]) or p.body_id = any(${[...owners.bodyIds]}::uuid[])))`
  const { rows } = await sql<{ id: string }>`
    select w.commitment_id as id from plan_wordings w
    where w.version_id = (select id from plan_versions where state = 'adopted' and in_force_from <= ${today}
      order by in_force_from desc, number desc limit 1) and ${own} limit 500`.execute(db)
  return rows.map(({ id }) => id)
}
