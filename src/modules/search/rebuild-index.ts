import { sql } from 'kysely'
import { inTransaction, type Context } from '#platform/context.ts'
import type { Searchable } from '#platform/searchable.ts'
import { indexDocuments } from './index-documents.ts'

/** Changes when the same document would be indexed otherwise than before. */
const indexRules = 'roots-1'

/** Makes the whole index anew, kind by kind; what is there is found meanwhile. */
export async function rebuildIndex(context: Context, searchables: readonly Searchable[]): Promise<void> {
  await sql`delete from search_vocabulary`.execute(context.db)
  for (const searchable of searchables) await inTransaction(context, (ctx) => indexDocuments(ctx, searchable, 'all'))
  const kinds = searchables.map(({ kind }) => kind)
  await sql`delete from search_documents where not kind = any(${kinds})`.execute(context.db)
  await sql`update search_index set rules = ${rulesOf(searchables)}, made_at = ${context.now}`.execute(context.db)
}

/** Whether the index was made by other rules, or for other modules, than these. */
export async function isIndexOld(context: Context, searchables: readonly Searchable[]): Promise<boolean> {
  const { rows } = await sql<{ rules: string }>`select rules from search_index`.execute(context.db)
  return rows[0]?.rules !== rulesOf(searchables)
}

function rulesOf(searchables: readonly Searchable[]): string {
  return [indexRules, ...searchables.map(({ kind }) => kind).toSorted()].join(' ')
}
