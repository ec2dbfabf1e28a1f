import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { Asked } from '../asked.ts'

/** Every source has these, and `organization_id` where a list of one organization can be asked for. */
export type Kept = { id: string; created: Date; modified: Date; deleted?: boolean }
export type Source<Row extends Kept> = (step: Step) => RawBuilder<Row>
/** Going through all for those that are asked for, or reading the few of one page. */
export type Step = 'finding' | 'telling'

function conditionsOf(asked: Asked): RawBuilder<boolean> {
  const { id, organizationId, createdSince, createdUntil, modifiedSince, modifiedUntil } = asked
  const all: RawBuilder<unknown>[] = [sql`true`]
  if (id !== undefined) all.push(sql`o.id = ${id}`)
  if (organizationId !== undefined) all.push(sql`o.organization_id = ${organizationId}`)
  if (createdSince !== undefined) all.push(sql`o.created >= ${createdSince}`)
  if (createdUntil !== undefined) all.push(sql`o.created <= ${createdUntil}`)
  if (modifiedSince !== undefined) all.push(sql`o.modified >= ${modifiedSince}`)
  if (modifiedUntil !== undefined) all.push(sql`o.modified <= ${modifiedUntil}`)
  return sql<boolean>`${sql.join(all, sql` and `)}`
}

/** One page in the order in which things came to be, with the count of all pages: one statement, even past the end. */
export async function readPage<Row extends Kept>(
  db: Db,
  source: Source<Row>,
  asked: Asked,
): Promise<{ total: number; rows: Row[] }> {
  const { perPage, page } = asked
  const { rows } = await sql<{ total: number } & (Row | { id: null })>`
    with found as (select o.id, o.created from (${source('finding')}) o where ${conditionsOf(asked)}),
    shown as (select id from found order by created, id limit ${perPage} offset ${(page - 1) * perPage})
    select t.total, s.* from (select count(*)::int as total from found) t
    left join (select o.* from (${source('telling')}) o where o.id = any(array(select id from shown)) offset 0) s on true
    order by s.created, s.id`.execute(db)
  return { total: rows[0]?.total ?? 0, rows: rows.filter((row): row is { total: number } & Row => row.id !== null) }
}
