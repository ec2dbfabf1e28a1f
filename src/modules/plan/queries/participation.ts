import type { Db } from '#platform/database.ts'
import type { LocalText } from '#platform/language.ts'
import { postTitleOrNull } from './post-title.ts'

export type Contribution = {
  id: string
  commitmentId: string
  versionId: string | null
  words: string
  shownAs: string
  sentAt: Date
  answer: LocalText | null
  answeredPost: LocalText | null
  answeredAt: Date | null
  hiddenAt: Date | null
  hiddenReason: string | null
}

function contributions(db: Db) {
  return db
    .selectFrom('plan_contributions')
    .select([
      'id',
      'commitment_id as commitmentId',
      'version_id as versionId',
      'words',
      'shown_as as shownAs',
      'sent_at as sentAt',
      'answer',
      postTitleOrNull('answered_post').as('answeredPost'),
      'answered_at as answeredAt',
      'hidden_at as hiddenAt',
      'hidden_reason as hiddenReason',
    ])
}

export async function lockContribution(db: Db, id: string): Promise<Contribution | undefined> {
  return contributions(db).where('id', '=', id).forUpdate().executeTakeFirst()
}

/** Unanswered questions and comments, oldest first. */
export async function listWaiting(db: Db, limit = 100): Promise<Contribution[]> {
  return contributions(db)
    .where('answered_at', 'is', null)
    .where('hidden_at', 'is', null)
    .orderBy('sent_at')
    .limit(limit)
    .execute()
}

export async function countSentSince(db: Db, authorId: string, since: Date): Promise<number> {
  const row = await db
    .selectFrom('plan_contributions')
    .where('author_id', '=', authorId)
    .where('sent_at', '>=', since)
    .select((select) => select.fn.countAll<number>().as('sent'))
    .executeTakeFirstOrThrow()
  return row.sent
}

export type Narrative = {
  id: string
  period: string
  text: LocalText
  authorPost: LocalText
  writtenAt: Date
  replacedAt: Date | null
}

export type Review = { year: number; summary: LocalText; counts: unknown; actNumber: string | null; writtenAt: Date }

export async function listReviews(db: Db): Promise<Review[]> {
  return db
    .selectFrom('plan_reviews')
    .select(['year', 'summary', 'counts', 'act_number as actNumber', 'written_at as writtenAt'])
    .orderBy('year', 'desc')
    .limit(50)
    .execute()
}

export type StatusChange = { commitmentId: string; status: string; vouched: boolean; since: Date }
