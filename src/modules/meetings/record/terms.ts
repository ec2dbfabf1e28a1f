import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'

/** A composition (koosseis) of a body; `until` is its last day, null while it sits. */
export type Term = { number: number; from: string; until: string | null }

export async function listTerms(db: Db, bodyId: string): Promise<Term[]> {
  return db
    .selectFrom('meetings_terms')
    .select(['number', 'from_date as from', 'until_date as until'])
    .where('body_id', '=', bodyId)
    .orderBy('number', 'desc')
    .execute()
}

export type TermOfBody = Term & { bodyId: string }

/** Every term of every body, for open data. */
export async function listAllTerms(db: Db): Promise<TermOfBody[]> {
  return db
    .selectFrom('meetings_terms')
    .select(['body_id as bodyId', 'number', 'from_date as from', 'until_date as until'])
    .orderBy('from_date', 'desc')
    .execute()
}

/** Whether the days of two terms of one body overlap. */
export async function overlapsTerm(db: Db, bodyId: string, { number, from, until }: Term): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select exists (select from meetings_terms t
    where t.body_id = ${bodyId} and t.number <> ${number}
      and daterange(t.from_date, t.until_date, '[]') && daterange(${from}::date, ${until}::date, '[]')) as found`.execute(
    db,
  )
  return rows[0]!.found
}

export async function putTerm(db: Db, bodyId: string, { number, from, until }: Term, now: Date): Promise<void> {
  const days = { from_date: from, until_date: until, changed_at: now }
  await db
    .insertInto('meetings_terms')
    .values({ body_id: bodyId, number, created_at: now, ...days })
    .onConflict((on) => on.columns(['body_id', 'number']).doUpdateSet(days))
    .execute()
}
