import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { isInTransaction, noteRecorded, type Actor, type Context, type Role } from './context.ts'
import type { Db } from './database.ts'

/** Facts of an event are small and never personal data in clear: ids, keys, numbers, dates. */
export type Facts = Record<string, string | number | boolean | null | readonly (string | number)[]>

/** Modules declare theirs: `declare module '#platform/events.ts' { interface Events { 'plan.adopted': { … } } }`. */
export interface Events {
  'platform.demo-seeded': { site: string }
  'platform.synthetic-loaded': { size: string; seed: number; residents: number }
  /** The municipality's calendar turned: what depends on the day alone hangs its reactions here. */
  'platform.day-began': { day: string }
}
export type EventType = keyof Events

export type RecordedEvent<K extends EventType = EventType> = {
  id: number
  type: K
  subject: string
  occurredAt: Date
  actorRole: string
  facts: Events[K]
}

/** Events that change nothing a visitor without an account can see, and stay out of the public log. */
const hidden = new Set<string>()
export function hideFromPublic(types: readonly EventType[]): void {
  for (const type of types) hidden.add(type)
}
export function isPublicEvent(type: EventType): boolean {
  return !hidden.has(type)
}

/** Roles from the most to the least telling: what the public log shows of who acted. */
let rolesByRank: readonly Role[] = ['administrator', 'official']
export function rankRoles(roles: readonly Role[]): void {
  rolesByRank = roles
}

const rolesOfModules = new Map<string, readonly string[]>()
/** Said once by the composition: the roles that each module declares. */
export function keepRolesOf(module: string, roles: readonly string[]): void {
  rolesOfModules.set(module, roles)
}

/**
 * The most telling role in which an actor acts, for the public log and the access log: one of the module's own where
 * the actor has it, since a registrar who confirms evidence does so as an official.
 */
export function tellingRole(actor: Actor, module = ''): string {
  if (actor.kind !== 'person') return actor.kind
  const own = rolesOfModules.get(module)?.find((role) => role !== 'administrator' && actor.roles.includes(role as Role))
  if (own !== undefined) return own
  if (module !== '' && actor.roles.includes('official')) return 'official'
  return rolesByRank.find((role) => actor.roles.includes(role)) ?? 'resident'
}

/** Writes the one row that is audit log and event, in the change's own transaction. `subject` is `kind:id`. */
export async function record<K extends EventType>(
  ctx: Context,
  type: K,
  subject: string,
  facts: Events[K] & Facts,
): Promise<number> {
  if (!isInTransaction(ctx.db)) throw new Error('record() belongs inside inTransaction()')
  const { actor } = ctx
  const isPublic = !hidden.has(type)
  const { rows } = await sql<{ id: number }>`select platform_record(
    ${ctx.now}, ${type}, ${subject}, ${actor.personId}, ${tellingRole(actor, type.split('.')[0])}, ${actor.actingFor}, ${isPublic},
    ${JSON.stringify(facts)}::jsonb) as id`.execute(ctx.db)
  const { id } = rows[0]!
  noteRecorded(ctx.db, id, isPublic)
  return id
}

export type ChainVerdict = { ok: true; rows: number; head: string } | { ok: false; brokenAt: number; why: string }

/** Walks the whole hash chain and says the first row that does not hold. */
export async function verifyChain(db: Db, batch = 2000): Promise<ChainVerdict> {
  let previous = createHash('sha256').update('avavald').digest()
  let last = 0
  for (;;) {
    const { rows } = await sql<{ id: number; text: string; previous_hash: Buffer; hash: Buffer }>`
      select id, platform_event_text(e) as text, previous_hash, hash from platform_events e
      where id > ${last} order by id limit ${batch}`.execute(db)
    for (const row of rows) {
      if (row.id !== last + 1) return { ok: false, brokenAt: last + 1, why: 'row is missing' }
      if (!previous.equals(row.previous_hash)) return { ok: false, brokenAt: row.id, why: 'link to the row before' }
      const hash = createHash('sha256').update(previous).update(row.text).digest()
      if (!hash.equals(row.hash)) return { ok: false, brokenAt: row.id, why: 'content was altered' }
      previous = hash
      last = row.id
    }
    if (rows.length < batch) break
  }
  const { rows } = await sql<{ id: number; hash: Buffer }>`select id, hash from platform_event_head`.execute(db)
  const head = rows[0]
  if (head === undefined || head.id !== last || !previous.equals(head.hash)) {
    return { ok: false, brokenAt: last + 1, why: 'rows are missing at the end' }
  }
  return { ok: true, rows: last, head: previous.toString('hex') }
}
