import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'

export type Blob = { hash: string; size: number }

/** Says that the bytes are wanted, before they are put: a sweep that holds the row is waited for. */
export async function wantBlob(db: Db, { hash, size }: Blob, now: Date): Promise<void> {
  await db
    .insertInto('files_blobs')
    .values({ hash, size, stored_at: now })
    .onConflict((conflict) => conflict.column('hash').doUpdateSet({ stored_at: now }))
    .execute()
}

/** Bytes found in the store that the database does not know; they are swept like the others. */
export async function admitStray(db: Db, { hash, size }: Blob, storedAt: Date): Promise<void> {
  await db
    .insertInto('files_blobs')
    .values({ hash, size: Math.max(1, size), stored_at: storedAt })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/**
 * Forgets bytes that no file and no rendition names and nobody wanted since. The foreign keys are the last judge: one
 * that was named this very moment ends the statement with an error.
 */
export async function deleteUnnamed(db: Db, hash: string, notWantedSince: Date): Promise<boolean> {
  const { rows } = await sql`
    delete from files_blobs b where hash = ${hash} and stored_at <= ${notWantedSince}
      and not exists (select 1 from files_files f where f.blob = b.hash)
      and not exists (select 1 from files_renditions r where r.blob = b.hash)
    returning 1`.execute(db)
  return rows.length === 1
}

export async function findStoredAt(db: Db, hash: string): Promise<Date | undefined> {
  const row = await db.selectFrom('files_blobs').select('stored_at').where('hash', '=', hash).executeTakeFirst()
  return row?.stored_at
}

export async function listUnnamed(db: Db, notWantedSince: Date, limit: number): Promise<string[]> {
  const { rows } = await sql<{ hash: string }>`
    select hash from files_blobs b where stored_at <= ${notWantedSince}
      and not exists (select 1 from files_files f where f.blob = b.hash)
      and not exists (select 1 from files_renditions r where r.blob = b.hash)
    order by stored_at limit ${limit}`.execute(db)
  return rows.map(({ hash }) => hash)
}
