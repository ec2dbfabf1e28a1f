import { sql } from 'kysely'
import type pg from 'pg'
import type { Db } from '../database.ts'

const bytesLock = 7_202_611_241

/** While the work runs, no bytes leave the store: what the rows of this moment name is there to be copied. */
export async function holdingBytes<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('select pg_advisory_lock($1)', [bytesLock])
  try {
    return await work()
  } finally {
    await client.query('select pg_advisory_unlock($1)', [bytesLock]).catch(() => undefined)
  }
}

/** Whether bytes may be taken out of the store in this transaction; not while a backup is being written. */
export async function mayRemoveBytes(db: Db): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select pg_try_advisory_xact_lock_shared(${bytesLock}) as may`.execute(db)
  return rows[0]!.may
}
