import { sql } from 'kysely'
import type { Db } from '../database.ts'
import type { SiteKeys } from '../keys.ts'

type Reader = { db: Db; keys: SiteKeys; caller: string; perMinute: number }
type Count = { minute: number; elsewhere: number; here: number; told: number }

const mostRemembered = 10_000

/**
 * Counts reading per minute in memory. Only a caller who reads much is also counted in the database, a tenth of the
 * limit at a time: so the limit holds over all processes, and ordinary reading writes nothing.
 */
export function makeReadLimiter() {
  const counts = new Map<Db, Map<string, Count>>()

  const tell = async ({ db, keys, caller, perMinute }: Reader, count: Count, uses: number): Promise<void> => {
    const limit = { kind: 'read', caller, perWindow: perMinute, windowSeconds: 60 }
    const total = await countUses(db, keys, limit, new Date(count.minute * 60_000), uses)
    count.elsewhere = Math.max(count.elsewhere, total - count.told)
  }

  return (reader: Reader, now: Date): boolean => {
    const { db, caller, perMinute } = reader
    const minute = Math.floor(now.getTime() / 60_000)
    const ofSite = counts.get(db) ?? new Map<string, Count>()
    counts.set(db, ofSite)
    const known = ofSite.get(caller)
    const count = known?.minute === minute ? known : { minute, elsewhere: 0, here: 0, told: 0 }
    ofSite.delete(caller)
    ofSite.set(caller, count)
    if (ofSite.size > mostRemembered) ofSite.delete(ofSite.keys().next().value!)
    if (count.here + count.elsewhere >= perMinute) return false
    count.here += 1
    const step = Math.max(1, Math.ceil(perMinute / 10))
    if (count.here - count.told >= step) {
      const uses = count.here - count.told
      count.told = count.here
      // Without the database the limit still holds in this process.
      tell(reader, count, uses).catch(() => undefined)
    }
    return true
  }
}

/** Turns away callers who named keys that open nothing too often in a minute, before anything is looked up. */
export function makeGuessLimiter(perMinute: number) {
  const wrong = new Map<string, { minute: number; count: number }>()
  const minuteOf = (now: Date) => Math.floor(now.getTime() / 60_000)
  return {
    mayTry: (caller: string, now: Date): boolean => {
      const known = wrong.get(caller)
      return known === undefined || known.minute !== minuteOf(now) || known.count < perMinute
    },
    wasWrong: (caller: string, now: Date): void => {
      const known = wrong.get(caller)
      const minute = minuteOf(now)
      wrong.delete(caller)
      wrong.set(caller, { minute, count: known?.minute === minute ? known.count + 1 : 1 })
      if (wrong.size > mostRemembered) wrong.delete(wrong.keys().next().value!)
    },
  }
}

/**
 * Counts uses of a kind by a caller in fixed windows, in the database, so that the limit holds over restarts and
 * processes. Answers whether this use is still within the limit. Callers are kept as keyed hashes only.
 */
export async function isWithinLimit(db: Db, keys: SiteKeys, limit: Limit, now: Date): Promise<boolean> {
  return (await countUses(db, keys, limit, now, 1)) <= limit.perWindow
}

type Limit = { kind: string; caller: string; perWindow: number; windowSeconds: number }

async function countUses(db: Db, keys: SiteKeys, limit: Limit, now: Date, uses: number): Promise<number> {
  const window = new Date(Math.floor(now.getTime() / (limit.windowSeconds * 1000)) * limit.windowSeconds * 1000)
  const { rows } = await sql<{ uses: number }>`
    insert into platform_rate_limits (key, window_start, uses)
    values (${keys.index(`${limit.kind} ${limit.caller}`)}, ${window}, ${uses})
    on conflict on constraint platform_rate_limits_pkey
      do update set uses = platform_rate_limits.uses + excluded.uses
    returning uses`.execute(db)
  return rows[0]!.uses
}
