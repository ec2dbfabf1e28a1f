import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { EventType, RecordedEvent } from '#platform/events.ts'

export const pageSize = 50

/** Public rows, newest first, older than `before`, without those of some types. */
export async function listPublicEvents(
  db: Db,
  before: number | null,
  limit = pageSize,
  without: readonly EventType[] = [],
): Promise<RecordedEvent[]> {
  const { rows } = await sql<RecordedEvent>`
    select id, type, subject, occurred_at as "occurredAt", actor_role as "actorRole", facts
    from platform_events
    where is_public and (${before}::bigint is null or id < ${before}::bigint)
      and not type = any(${[...without]})
    order by id desc limit ${limit}`.execute(db)
  return rows
}

/** Number and hash of the newest public row: whoever notes them down can later tell whether anything was removed. */
export async function findChainHead(db: Db): Promise<{ id: number; hash: string }> {
  const { rows } = await sql<{ id: number; hash: string }>`
    select id, encode(hash, 'hex') as hash from platform_events where is_public order by id desc limit 1`.execute(db)
  return rows[0] ?? { id: 0, hash: '' }
}

/** Newest public rows about any of the subjects. */
export async function listEventsAbout(db: Db, subjects: readonly string[], limit: number): Promise<RecordedEvent[]> {
  if (subjects.length === 0) return []
  const { rows } = await sql<RecordedEvent>`
    select id, type, subject, occurred_at as "occurredAt", actor_role as "actorRole", facts
    from platform_events where is_public and subject = any(${[...subjects]})
    order by id desc limit ${limit}`.execute(db)
  return rows
}

/** Public rows in their order, with their hashes, newer than `after`. */
export async function listPublicEventsAfter(
  db: Db,
  after: number,
  limit: number,
): Promise<(RecordedEvent & { hash: string })[]> {
  const { rows } = await sql<RecordedEvent & { hash: string }>`
    select id, type, subject, occurred_at as "occurredAt", actor_role as "actorRole", facts, encode(hash, 'hex') as hash
    from platform_events where is_public and id > ${after} order by id limit ${limit}`.execute(db)
  return rows
}
