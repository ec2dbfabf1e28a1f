import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { Language, LocalText } from '#platform/language.ts'

export type NewDigestItem = {
  addressId: string
  how: 'daily' | 'weekly'
  title: LocalText
  sentence: LocalText
  path: string
  at: Date
  dedupeKey: string
}

const atOnce = 500

export async function insertDigestItems(db: Db, items: readonly NewDigestItem[]): Promise<void> {
  for (let at = 0; at < items.length; at += atOnce) {
    const values = items.slice(at, at + atOnce).map((item) => ({
      address_id: item.addressId,
      how: item.how,
      title: JSON.stringify(item.title),
      sentence: JSON.stringify(item.sentence),
      path: item.path,
      at: item.at,
      dedupe_key: item.dedupeKey,
    }))
    await db
      .insertInto('notifications_digest_items')
      .values(values)
      .onConflict((conflict) => conflict.constraint('notifications_digest_items_once').doNothing())
      .execute()
  }
}

/** Addresses with something waiting, by id after the last one seen. */
export async function listDigestReaders(
  db: Db,
  how: 'daily' | 'weekly',
  after: string | null,
  limit = 200,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select distinct address_id as id from notifications_digest_items
    where how = ${how} and (${after}::uuid is null or address_id > ${after}::uuid) order by 1 limit ${limit}`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

export type DigestItem = { title: LocalText; sentence: LocalText; path: string; at: Date }

/** Takes what waits for an address out of the waiting, within the transaction that makes the letter of it. */
export async function takeDigestItems(db: Db, addressId: string, how: 'daily' | 'weekly'): Promise<DigestItem[]> {
  const { rows } = await sql<DigestItem & { id: number }>`
    delete from notifications_digest_items where address_id = ${addressId} and how = ${how}
    returning id, title, sentence, path, at`.execute(db)
  return rows.toSorted((a, b) => a.id - b.id)
}

export async function deleteDigestItems(db: Db, addressId: string, how: 'daily' | 'weekly' | null): Promise<void> {
  await sql`delete from notifications_digest_items
    where address_id = ${addressId} and (${how}::text is null or how = ${how})`.execute(db)
}

export async function findDigestLanguage(db: Db, addressId: string): Promise<Language | undefined> {
  const { rows } = await sql<{ language: Language }>`
    select language from notifications_addresses where id = ${addressId}`.execute(db)
  return rows[0]?.language
}
