import type { Context } from '../context.ts'
import type { Db } from '../database.ts'
import { hashToken, randomToken } from '../keys.ts'

export type Session = { id: string; personId: string; actingFor: string | null }
export type ListedSession = { id: string; method: string; device: string; startedAt: Date; lastSeenAt: Date }

const hour = 3_600_000
const idleLimit = 2 * hour
const absoluteLimit = 12 * hour
// Being seen is written down at most this often, so that reading pages does not write.
const seenStep = 5 * 60_000

declare module '../events.ts' {
  interface Events {
    'identity.signed-in': { method: string }
    'identity.signed-out': { sessions: number }
    'identity.acting-for-chosen': Record<string, never>
  }
}

/** Opens a session after a proven sign-in. The token exists in the cookie alone; the database keeps its hash. */
export async function openSession(
  ctx: Context,
  personId: string,
  how: { method: string; device: string },
): Promise<string> {
  const token = randomToken()
  await ctx.db
    .insertInto('platform_sessions')
    .values({
      token_hash: hashToken(token),
      person_id: personId,
      ...how,
      started_at: ctx.now,
      last_seen_at: ctx.now,
      expires_at: new Date(ctx.now.getTime() + absoluteLimit),
    })
    .execute()
  await ctx.db.deleteFrom('platform_sessions').where('expires_at', '<', ctx.now).execute()
  return token
}

export async function findSession(db: Db, token: string, now: Date): Promise<Session | undefined> {
  if (!/^[\w-]{43}$/.test(token)) return undefined
  const row = await db
    .selectFrom('platform_sessions')
    .select(['id', 'person_id as personId', 'acting_for as actingFor', 'last_seen_at'])
    .where('token_hash', '=', hashToken(token))
    .where('expires_at', '>', now)
    .where('last_seen_at', '>', new Date(now.getTime() - idleLimit))
    .executeTakeFirst()
  if (row === undefined) return undefined
  if (now.getTime() - row.last_seen_at.getTime() > seenStep) {
    await db.updateTable('platform_sessions').set({ last_seen_at: now }).where('id', '=', row.id).execute()
  }
  return { id: row.id, personId: row.personId, actingFor: row.actingFor }
}

export async function listSessions(db: Db, personId: string, now: Date): Promise<ListedSession[]> {
  return db
    .selectFrom('platform_sessions')
    .select(['id', 'method', 'device', 'started_at as startedAt', 'last_seen_at as lastSeenAt'])
    .where('person_id', '=', personId)
    .where('expires_at', '>', now)
    .where('last_seen_at', '>', new Date(now.getTime() - idleLimit))
    .orderBy('last_seen_at', 'desc')
    .limit(50)
    .execute()
}

/** Ends one session of a person, or all. Someone else's session is simply not found. Answers how many ended. */
export async function endSessions(db: Db, personId: string, id?: string): Promise<number> {
  const result = await db
    .deleteFrom('platform_sessions')
    .where('person_id', '=', personId)
    .$if(id !== undefined, (query) => query.where('id', '=', id!))
    .executeTakeFirst()
  return Number(result.numDeletedRows)
}

export async function setActingFor(db: Db, sessionId: string, bodyId: string | null): Promise<void> {
  await db.updateTable('platform_sessions').set({ acting_for: bodyId }).where('id', '=', sessionId).execute()
}

/** "Chrome, Android": enough for a person to know their own device, too little to tell people apart. */
export function deviceOf(userAgent: string | undefined): string {
  const agent = userAgent ?? ''
  const browser = (
    [
      ['Edg/', 'Edge'],
      ['OPR/', 'Opera'],
      ['Firefox/', 'Firefox'],
      ['Chrome/', 'Chrome'],
      ['Safari/', 'Safari'],
    ] as const
  ).find(([mark]) => agent.includes(mark))
  const system = (
    [
      ['Android', 'Android'],
      ['iPhone', 'iPhone'],
      ['iPad', 'iPad'],
      ['Windows', 'Windows'],
      ['Mac OS', 'macOS'],
      ['Linux', 'Linux'],
    ] as const
  ).find(([mark]) => agent.includes(mark))
  return [browser?.[1], system?.[1]].filter((part) => part !== undefined).join(', ') || '–'
}
