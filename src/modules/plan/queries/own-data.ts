import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { LocalText } from '#platform/language.ts'

export type OwnContribution = {
  number: string
  name: LocalText
  /** Number of the version that a comment is about; null for a question. */
  version: number | null
  words: string
  shownAs: string
  sentAt: Date
  answer: LocalText | null
  answeredAt: Date | null
  hiddenAt: Date | null
  hiddenReason: string | null
}

/** Newest first. The number is the one that the commitment has in its newest wording. */
export async function listOwnContributions(db: Db, personId: string, limit: number): Promise<OwnContribution[]> {
  const { rows } = await sql<OwnContribution>`
    select w.number, w.name, v.number as version, c.words, c.shown_as as "shownAs", c.sent_at as "sentAt", c.answer,
      c.answered_at as "answeredAt", c.hidden_at as "hiddenAt", c.hidden_reason as "hiddenReason"
    from plan_contributions c
    left join plan_versions v on v.id = c.version_id
    cross join lateral (select w.number, w.name from plan_wordings w join plan_versions of on of.id = w.version_id
      where w.commitment_id = c.commitment_id order by of.state = 'adopted' desc, of.number desc limit 1) w
    where c.author_id = ${personId} order by c.sent_at desc limit ${limit}`.execute(db)
  return rows
}

export async function listOwnNarratives(db: Db, personId: string) {
  return db
    .selectFrom('plan_narratives')
    .select(['period', 'text', 'author_post as authorPost', 'written_at as writtenAt', 'replaced_at as replacedAt'])
    .where('author_id', '=', personId)
    .orderBy('written_at', 'desc')
    .limit(10_000)
    .execute()
}

export async function listOwnVouched(db: Db, personId: string) {
  const { rows } = await sql<Record<string, unknown>>`select to_jsonb(e) - 'id' as evidence
    from plan_vouched_evidence e where e.vouched_by = ${personId} limit 10000`.execute(db)
  return rows.map(({ evidence }) => evidence as Record<string, unknown>)
}

/** The words stay in public without whose they are. Answers how many there were. */
export async function takeNamesOff(db: Db, personId: string): Promise<number> {
  const result = await db
    .updateTable('plan_contributions')
    .set({ shown_as: '' })
    .where('author_id', '=', personId)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}
