import { announceCommit } from './data-version.ts'
import type { Db } from './database.ts'
import { localDate, type LocalDate } from './format.ts'

/** Roles are declared by modules (`declare module '#platform/context.ts' { interface Roles { … } }`). */
export interface Roles {
  administrator: true
  official: true
}
export type Role = keyof Roles

/** Who acts, with what follows from the posts and memberships in force at this moment. */
export type Actor = {
  kind: 'anonymous' | 'person' | 'system'
  personId: string | null
  roles: readonly Role[]
  postIds: readonly string[]
  bodyIds: readonly string[]
  /** The organisation a person visibly chose to act for. */
  actingFor: string | null
}

export type Context = { db: Db; actor: Actor; now: Date }

export const anonymous: Actor = {
  kind: 'anonymous',
  personId: null,
  roles: [],
  postIds: [],
  bodyIds: [],
  actingFor: null,
}
export const system: Actor = { ...anonymous, kind: 'system' }

export function hasRole(actor: Actor, role: Role): boolean {
  return actor.roles.includes(role)
}

export class Forbidden extends Error {
  override name = 'Forbidden'
}
export class NotFound extends Error {
  override name = 'NotFound'
}
/** Something outside the program does not answer; trying again later may help. */
export class Unavailable extends Error {
  override name = 'Unavailable'
}

export function authorize(allowed: boolean): void {
  if (!allowed) throw new Forbidden()
}

/** The acting person, for use cases that only a signed-in person may reach. */
export function personOf(actor: Actor): string {
  if (actor.personId === null) throw new Forbidden()
  return actor.personId
}

const timeZones = new WeakMap<object, string>()

/** Said once when a site's database is opened: its calendar is the municipality's. */
export function keepCalendar(db: Db, timeZone: string): void {
  timeZones.set(db, timeZone)
}

export function timeZoneOf(db: Db): string {
  const timeZone = timeZones.get(db)
  if (timeZone === undefined) throw new Error('keepCalendar() was not called for this database')
  return timeZone
}

/** The municipality's calendar day of the context's moment. */
export function todayOf({ db, now }: Pick<Context, 'db' | 'now'>): LocalDate {
  return localDate(now, timeZoneOf(db))
}

const recordedIn = new WeakMap<object, { newest: number; newestPublic: number }>()

/** Whether a transaction of `inTransaction` is open on this connection. */
export function isInTransaction(db: Db): boolean {
  return recordedIn.has(db)
}

/** Remembers within a transaction what its commit will make visible. Used by `record` alone. */
export function noteRecorded(db: Db, id: number, isPublic: boolean): void {
  const note = recordedIn.get(db)
  if (note === undefined) return
  note.newest = id
  if (isPublic) note.newestPublic = id
}

const mostTries = 3

/**
 * One transaction around a use case; nested calls join it. Pages change for everybody when it has committed. Where the
 * database ends it for a deadlock (40P01) nothing has happened, and the work is done again.
 */
export async function inTransaction<T>(context: Context, work: (ctx: Context) => Promise<T>): Promise<T> {
  if (recordedIn.has(context.db)) return work(context)
  for (let tries = 1; ; tries += 1) {
    try {
      return await transact(context, work)
    } catch (error) {
      if ((error as { code?: string }).code !== '40P01' || tries === mostTries) throw error
    }
  }
}

async function transact<T>(context: Context, work: (ctx: Context) => Promise<T>): Promise<T> {
  const note = { newest: 0, newestPublic: 0 }
  const result = await context.db.transaction().execute((db) => {
    recordedIn.set(db, note)
    timeZones.set(db, timeZoneOf(context.db))
    return work({ ...context, db })
  })
  if (note.newest > 0) announceCommit(context.db, note.newest, note.newestPublic)
  return result
}

/** Undoes the whole transaction and returns the value: for refusals found after something was written. */
export class Refused<T> extends Error {
  override name = 'Refused'
  readonly outcome: T
  constructor(outcome: T) {
    super('refused')
    this.outcome = outcome
  }
}

/** Like `inTransaction`, but a thrown `Refused` rolls back and becomes the outcome. */
export async function inRefusableTransaction<T>(context: Context, work: (ctx: Context) => Promise<T>): Promise<T> {
  try {
    return await inTransaction(context, work)
  } catch (error) {
    if (error instanceof Refused) return error.outcome as T
    throw error
  }
}
