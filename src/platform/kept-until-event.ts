import { isInTransaction, type Context } from './context.ts'
import type { Db } from './database.ts'

type Kept<T> = { head: number; key: string; value: Promise<T> }

/**
 * Keeps what was computed from the database until anything is recorded in the log, by whichever process: each call
 * costs one look at the log's head. Within a transaction nothing is kept, since its own changes are not recorded yet.
 * The value is shared: whoever gets it changes nothing in it.
 */
export function keptUntilEvent<T>(compute: (ctx: Context) => Promise<T>, keyOf: (ctx: Context) => string) {
  const bySite = new WeakMap<Db, Kept<T>>()
  return async (ctx: Context): Promise<T> => {
    const { db } = ctx
    if (isInTransaction(db)) return compute(ctx)
    const { id: head } = await db.selectFrom('platform_event_head').select('id').executeTakeFirstOrThrow()
    const key = keyOf(ctx)
    const known = bySite.get(db)
    if (known !== undefined && known.head === head && known.key === key) return known.value
    const made: Kept<T> = { head, key, value: compute(ctx) }
    bySite.set(db, made)
    made.value.catch(() => {
      if (bySite.get(db) === made) bySite.delete(db)
    })
    return made.value
  }
}
