import { anonymous, system, type Actor, type Context } from './context.ts'
import { record, type Events, type EventType, type Facts } from './events.ts'

/** Mulberry32: the same numbers from the same seed on every machine, so that what is invented is the same every time. */
export type Random = { below(limit: number): number; pick<T>(from: readonly T[]): T; uuid(): string }

export function makeRandom(seed: number): Random {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  const uuid = () => {
    const hex = Array.from({ length: 4 }, () => below(4_294_967_296).toString(16).padStart(8, '0')).join('')
    const variant = (8 + (Number.parseInt(hex[16]!, 16) % 4)).toString(16)
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`
  }
  return { below, pick: (from) => from[below(from.length)]!, uuid }
}

/** How much is invented to see how the house carries it. Marked as invented wherever a reader meets it. */
export type SyntheticSize = {
  name: string
  residents: number
  /** Of records before today. */
  years: number
  seed: number
  random: Random
  /** Public pages that can be followed. */
  pages: readonly string[]
}

/** A row of the log that will be written at its place among those of all modules, oldest first. */
export type PastEvent = { at: Date; write: (ctx: Context) => Promise<number> }

export type SyntheticLoad = { counts: Readonly<Record<string, number>>; past?: readonly PastEvent[] }

export function pastEvent<K extends EventType>(
  at: Date,
  type: K,
  subject: string,
  facts: Events[K] & Facts,
  actor: Actor = system,
): PastEvent {
  return { at, write: (ctx) => record({ ...ctx, actor, now: at }, type, subject, facts) }
}

/** An invented resident, or an invented official, as the log names those who act. */
export function actingPerson(personId: string, isOfficial = false): Actor {
  return { ...anonymous, kind: 'person', personId, roles: isOfficial ? ['official'] : [] }
}

/** The mark that stands with every invented text. */
export const syntheticMark = { et: '(sünteetiline)', en: '(synthetic)', ru: '(синтетический)' }

const rowsAtOnce = 5000

/** Rows travel as JSON text, some thousands in a statement, to `jsonb_to_recordset`. */
export async function inBatches(rows: readonly object[], insert: (json: string) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsAtOnce) await insert(JSON.stringify(rows.slice(at, at + rowsAtOnce)))
}
