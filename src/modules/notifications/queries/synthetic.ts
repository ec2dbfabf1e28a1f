import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'

export async function insertSyntheticAddresses(db: Db, rows: string, now: Date): Promise<void> {
  await sql`insert into notifications_addresses (id, person_id, address, address_key, confirmed_at, created_at)
    select id, person, address, address, ${now}, ${now}
    from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, person uuid, address text)`.execute(db)
}

export async function insertSyntheticFollows(db: Db, rows: string): Promise<void> {
  await sql`insert into notifications_follows (id, person_id, path, how, since)
    select id, person, path, how, since
    from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, person uuid, path text, how text, since timestamptz)
    on conflict do nothing`.execute(db)
}

export async function insertSyntheticNotices(db: Db, rows: string): Promise<void> {
  await sql`insert into notifications_inbox (person_id, kind, title, sentence, path, at, read_at, dedupe_key)
    select person, 'notifications.follow', title, sentence, path, at, read, key
    from jsonb_to_recordset(${rows}::jsonb) as r(person uuid, title jsonb, sentence jsonb, path text,
      at timestamptz, read timestamptz, key text) order by at`.execute(db)
}

/** Letters that have gone out long ago: their text is forgotten, the row is there. */
export async function insertSyntheticMails(db: Db, rows: string): Promise<void> {
  await sql`insert into notifications_mails (dedupe_key, address_id, kind, purpose, language, subject, state, attempts,
      next_attempt_at, created_at, sent_at)
    select key, address, 'notifications.follow', 'follow', 'et', subject, 'sent', 1, at, at, at
    from jsonb_to_recordset(${rows}::jsonb) as r(key text, address uuid, subject text, at timestamptz)
    order by at`.execute(db)
}
