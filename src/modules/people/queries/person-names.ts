import type { Db } from '#platform/database.ts'

export type PersonName = { id: string; slug: string | null; name: string }

/** Names of persons by id, for records that keep ids alone. A slug is there when the person has a public page. */
export async function listPersonNames(db: Db, ids: readonly string[]): Promise<Map<string, PersonName>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('people_persons')
    .select(['id', 'slug', 'given_name as givenName', 'family_name as familyName'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(
    rows.map(({ id, slug, givenName, familyName }) => [id, { id, slug, name: `${givenName} ${familyName}` }]),
  )
}
