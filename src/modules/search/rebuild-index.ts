import { sql } from 'kysely'
import { inTransaction, type Context } from '#platform/context.ts'
import type { Searchable } from '#platform/searchable.ts'
import { indexDocuments } from './index-documents.ts'

/** Changes when the same document would be indexed otherwise than before. */
const indexRules = 'roots-1'
const mostAtOnce = 200

/** Makes the whole index anew in short transactions; what is there is found meanwhile, and changes are followed. */
export async function rebuildIndex(context: Context, searchables: readonly Searchable[]): Promise<void> {
  await sql`delete from search_vocabulary`.execute(context.db)
  for (const searchable of searchables) await rebuildKind(context, searchable)
  const kinds = searchables.map(({ kind }) => kind)
  await sql`delete from search_documents where not kind = any(${kinds})`.execute(context.db)
  // Every row was written again: what the old ones leave behind would slow each search until somebody clears it.
  await sql`vacuum analyze search_documents`.execute(context.db)
  await sql`vacuum analyze search_vocabulary`.execute(context.db)
  await sql`update search_index set rules = ${rulesOf(searchables)}, made_at = ${context.now}`.execute(context.db)
}

async function rebuildKind(context: Context, searchable: Searchable): Promise<void> {
  const run = crypto.randomUUID()
  const renew = (ids: readonly string[]) => inTransaction(context, (ctx) => indexDocuments(ctx, searchable, ids, run))
  for await (const batch of searchable.documents(context, 'all')) {
    // Read again under the lock of the index.
    if (batch.length > 0) await renew(batch.map(({ id }) => id))
  }
  for (let after = ''; ;) {
    const { rows } = await sql<{ id: string }>`select id from search_documents
      where kind = ${searchable.kind} and run <> ${run} and id > ${after} order by id limit ${mostAtOnce}`.execute(
      context.db,
    )
    const last = rows.at(-1)
    if (last === undefined) return
    await renew(rows.map(({ id }) => id))
    after = last.id
  }
}

/** Whether the index was made by other rules, or for other modules, than these. */
export async function isIndexOld(context: Context, searchables: readonly Searchable[]): Promise<boolean> {
  const { rows } = await sql<{ rules: string }>`select rules from search_index`.execute(context.db)
  return rows[0]?.rules !== rulesOf(searchables)
}

function rulesOf(searchables: readonly Searchable[]): string {
  return [indexRules, ...searchables.map(({ kind }) => kind).toSorted()].join(' ')
}
