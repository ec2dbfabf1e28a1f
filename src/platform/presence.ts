import type { Db } from './database.ts'

/**
 * What a process knows of the others that serve the same site. A kept page may be served only while this process is
 * sure to have heard of every change; and whoever changed something is answered only when all others have heard.
 */
export type Presence = {
  mayServeKept(): boolean
  /** Resolves when no process can serve pages older than the record with this id any more. */
  seenEverywhere(id: number): Promise<void>
  /** How many processes are heard, this one included. */
  processes(): number
}

const alone: Presence = {
  mayServeKept: () => true,
  seenEverywhere: () => Promise.resolve(),
  processes: () => 1,
}

const kept = new WeakMap<object, Presence>()

export function keepPresence(db: Db, presence: Presence): void {
  kept.set(db, presence)
}

/** On the embedded database, and in tests without a server, a process is alone. */
export function presenceOf(db: Db): Presence {
  return kept.get(db) ?? alone
}
