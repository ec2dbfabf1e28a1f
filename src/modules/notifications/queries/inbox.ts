import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { LocalText } from '#platform/language.ts'

export type InboxNotice = {
  id: number
  kind: string
  title: LocalText
  sentence: LocalText
  path: string
  at: Date
  readAt: Date | null
}

export type NewNotice = Pick<InboxNotice, 'kind' | 'title' | 'sentence' | 'path' | 'at'> & { dedupeKey: string }

/** Answers the persons who had not been told this yet. */
export async function insertNotices(db: Db, personIds: readonly string[], notice: NewNotice): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    insert into notifications_inbox (person_id, kind, title, sentence, path, at, dedupe_key)
    select person, ${notice.kind}, ${JSON.stringify(notice.title)}::jsonb, ${JSON.stringify(notice.sentence)}::jsonb,
      ${notice.path}, ${notice.at}, ${notice.dedupeKey}
    from unnest(${[...personIds]}::uuid[]) as person
    on conflict on constraint notifications_inbox_once do nothing
    returning person_id as "personId"`.execute(db)
  return rows.map(({ personId }) => personId)
}

const perPage = 30

/** Newest first, older than `before`. */
export async function listNotices(
  db: Db,
  personId: string,
  before: number | null,
  limit = perPage,
): Promise<{ notices: InboxNotice[]; hasMore: boolean }> {
  const { rows } = await sql<InboxNotice>`
    select id, kind, title, sentence, path, at, read_at as "readAt" from notifications_inbox
    where person_id = ${personId} and (${before}::bigint is null or id < ${before}::bigint)
    order by id desc limit ${limit + 1}`.execute(db)
  return { notices: rows.slice(0, limit), hasMore: rows.length > limit }
}

export async function countUnreadNotices(db: Db, personId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from notifications_inbox where person_id = ${personId} and read_at is null`.execute(db)
  return Number(rows[0]!.count)
}

/** One, or everything up to now when no id is given. */
export async function markNoticesRead(db: Db, personId: string, id: number | null, now: Date): Promise<void> {
  await sql`update notifications_inbox set read_at = ${now}
    where person_id = ${personId} and read_at is null and (${id}::bigint is null or id = ${id}::bigint)`.execute(db)
}
