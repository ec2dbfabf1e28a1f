import type { Db } from './database.ts'
import { localDate } from './format.ts'
import { hashToken, randomToken } from './keys.ts'

/** What a key of a program may do beyond reading what is public; modules name theirs in `ApiOperation.right`. */
export type ApiKey = { id: string; name: string; rights: readonly string[]; readsPerMinute: number }

const shape = /^avk_[\w-]{43}$/

export function makeApiToken(): { token: string; hash: Buffer; beginning: string } {
  const token = `avk_${randomToken()}`
  return { token, hash: hashToken(token), beginning: token.slice(0, 8) }
}

/** The key in force behind a token; undefined when there is none. Its day of use is noted once a day. */
export async function findApiKey(db: Db, token: string, now: Date): Promise<ApiKey | undefined> {
  if (!shape.test(token)) return undefined
  const today = localDate(now, 'UTC')
  const row = await db
    .selectFrom('platform_api_keys')
    .select(['id', 'name', 'rights', 'reads_per_minute as readsPerMinute', 'last_used_on as lastUsedOn'])
    .where('token_hash', '=', hashToken(token))
    .where('revoked_at', 'is', null)
    .where((is) => is.or([is('expires_on', 'is', null), is('expires_on', '>=', today)]))
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { lastUsedOn, ...key } = row
  if (lastUsedOn !== today) {
    await db.updateTable('platform_api_keys').set({ last_used_on: today }).where('id', '=', key.id).execute()
  }
  return key
}
