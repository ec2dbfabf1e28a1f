import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { LocalDate } from '#platform/format.ts'
import type { LocalText } from '#platform/language.ts'
import type { Pause } from '../deadlines.ts'

export type Question = {
  id: string
  askedAt: Date
  postTitle: LocalText | null
  words: string
  isPublic: boolean
  waitsFrom: LocalDate
  settledAt: Date | null
  settledHow: 'answered' | 'taken-back' | 'closed' | null
  answerWords: string | null
}

const columns = sql`q.id, q.asked_at as "askedAt", p.title as "postTitle", q.words, q.is_public as "isPublic",
  q.waits_from as "waitsFrom", q.settled_at as "settledAt", q.settled_how as "settledHow",
  q.answer_words as "answerWords"`
const tables = sql`reports_questions q left join people_posts p on p.id = q.asked_post`

export async function findOpenQuestion(db: Db, reportId: string): Promise<Question | undefined> {
  const { rows } = await sql<Question>`select ${columns} from ${tables}
    where q.report_id = ${reportId} and q.settled_at is null`.execute(db)
  return rows[0]
}

/** For the sender and for those who work on the report: of those to the sender alone nobody else reads. */
export async function listQuestions(db: Db, reportId: string): Promise<Question[]> {
  const { rows } = await sql<Question>`select ${columns} from ${tables}
    where q.report_id = ${reportId} order by q.asked_at, q.id limit 200`.execute(db)
  return rows
}

export async function listPauses(db: Db, reportId: string): Promise<Pause[]> {
  const { rows } = await sql<Pause>`select waits_from as "from", waits_until as until from reports_questions
    where report_id = ${reportId} and waits_until is not null order by asked_at limit 200`.execute(db)
  return rows
}
