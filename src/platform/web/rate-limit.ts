import { sql } from 'kysely'
import type { Db } from '../database.ts'
import type { SiteKeys } from '../keys.ts'

type Bucket = { tokens: number; at: number }

/** Token buckets in memory, for reading: quick, forgotten at a restart, bounded in number. */
export function makeReadLimiter(perMinute: number) {
  const buckets = new Map<string, Bucket>()
  const perMillisecond = perMinute / 60_000
  return (caller: string, now: number): boolean => {
    const bucket = buckets.get(caller) ?? { tokens: perMinute, at: now }
    bucket.tokens = Math.min(perMinute, bucket.tokens + (now - bucket.at) * perMillisecond)
    bucket.at = now
    buckets.delete(caller)
    buckets.set(caller, bucket)
    if (buckets.size > 10_000) buckets.delete(buckets.keys().next().value!)
    if (bucket.tokens < 1) return false
    bucket.tokens -= 1
    return true
  }
}

/**
 * Counts uses of a kind by a caller in fixed windows, in the database, so that the limit holds over restarts and
 * processes. Answers whether this use is still within the limit. Callers are kept as keyed hashes only.
 */
export async function isWithinLimit(
  db: Db,
  keys: SiteKeys,
  limit: { kind: string; caller: string; perWindow: number; windowSeconds: number },
  now: Date,
): Promise<boolean> {
  const window = new Date(Math.floor(now.getTime() / (limit.windowSeconds * 1000)) * limit.windowSeconds * 1000)
  const { rows } = await sql<{ uses: number }>`
    insert into platform_rate_limits (key, window_start, uses)
    values (${keys.index(`${limit.kind} ${limit.caller}`)}, ${window}, 1)
    on conflict on constraint platform_rate_limits_pkey do update set uses = platform_rate_limits.uses + 1
    returning uses`.execute(db)
  return rows[0]!.uses <= limit.perWindow
}
