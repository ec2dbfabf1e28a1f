import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'

type OwnWords = { number: number; at: Date; words: string }

export async function listOwnUpdates(db: Db, personId: string): Promise<OwnWords[]> {
  const { rows } = await sql<OwnWords>`select r.number::int as number, u.at, u.words
    from reports_updates u join reports_reports r on r.id = u.report_id
    where u.author_person = ${personId} order by u.at limit 10000`.execute(db)
  return rows
}

export async function listOwnNotes(db: Db, personId: string): Promise<OwnWords[]> {
  const { rows } = await sql<OwnWords>`select r.number::int as number, n.at, n.words
    from reports_notes n join reports_reports r on r.id = n.report_id
    where n.author_person = ${personId} order by n.at limit 10000`.execute(db)
  return rows
}

/** Reports of which the person said that they are not mended. */
export async function listOwnDoubts(db: Db, personId: string): Promise<{ number: number; at: Date }[]> {
  const { rows } = await sql<{ number: number; at: Date }>`select r.number::int as number, d.at
    from reports_doubts d join reports_reports r on r.id = d.report_id
    where d.person_id = ${personId} order by d.at limit 10000`.execute(db)
  return rows
}

/** What the person was asked about reports of theirs, and answered to the officials alone. */
export async function listOwnQuestions(
  db: Db,
  personId: string,
): Promise<{ number: number; askedAt: Date; words: string; answer: string | null }[]> {
  const { rows } = await sql<{ number: number; askedAt: Date; words: string; answer: string | null }>`select
      r.number::int as number, q.asked_at as "askedAt", q.words, q.answer_words as answer
    from reports_questions q join reports_reports r on r.id = q.report_id
    where r.reporter_person = ${personId} order by q.asked_at limit 10000`.execute(db)
  return rows
}

/** Answers how many reports and words stood with the person. What officials wrote in office stays theirs. */
export async function takeNamesOff(db: Db, personId: string): Promise<number> {
  await db.deleteFrom('reports_doubts').where('person_id', '=', personId).execute()
  // What the sender alone was asked and answered was never for others.
  await sql`update reports_questions set answer_words = null where answer_words is not null
    and report_id in (select id from reports_reports where reporter_person = ${personId})`.execute(db)
  const reports = await db
    .updateTable('reports_reports')
    .set({ reporter_person: null, reporter_name: null, reporter_email: null, shows_name: false })
    .where('reporter_person', '=', personId)
    .executeTakeFirst()
  const words = await db
    .updateTable('reports_updates')
    .set({ author_person: null })
    .where('author_person', '=', personId)
    .where('author', 'in', ['reporter', 'neighbour'])
    .executeTakeFirst()
  return Number(reports.numUpdatedRows + words.numUpdatedRows)
}
