import type { EventHead, EventKind, EventOf } from './events.ts'
import type { Disregard, MeetingState, Records } from './state.ts'

type Lists = 'log' | 'running' | 'overrides' | 'notes' | 'corrections' | 'disregarded'

/**
 * A state under change. Maps and lists made here are `owned` and changed in place; all others are copied at the first
 * write, so that no state that somebody holds ever changes, and a fold over a whole log copies nothing twice.
 */
export type Draft = {
  state: { -readonly [Field in keyof MeetingState]: MeetingState[Field] }
  owned: Set<object>
  /** Somebody came, went or was barred: the quorum must be judged again. */
  quorumTouched: boolean
}

/** What one kind of event does; the answer says why it did nothing. */
export type Step<Kind extends EventKind> = (draft: Draft, event: EventOf<Kind>) => Disregard | undefined
export type Steps<Facts extends { kind: string }> = {
  [Kind in Extract<Facts['kind'], EventKind>]: Step<Kind>
}
export type Head = EventHead

export function draftOf(state: MeetingState): Draft {
  return { state: { ...state }, owned: new Set(), quorumTouched: false }
}

export function ownMap<Key, Value>(draft: Draft, map: ReadonlyMap<Key, Value>): Map<Key, Value> {
  if (draft.owned.has(map)) return map as Map<Key, Value>
  const copy = new Map(map)
  draft.owned.add(copy)
  return copy
}

export function ownSet<Value>(draft: Draft, set: ReadonlySet<Value>): Set<Value> {
  if (draft.owned.has(set)) return set as Set<Value>
  const copy = new Set(set)
  draft.owned.add(copy)
  return copy
}

export function ownList<Value>(draft: Draft, list: readonly Value[]): Value[] {
  if (draft.owned.has(list)) return list as Value[]
  const copy = [...list]
  draft.owned.add(copy)
  return copy
}

/** The list with one more at its end. */
export function pushed<Value>(draft: Draft, list: readonly Value[], value: Value): Value[] {
  const owned = ownList(draft, list)
  owned.push(value)
  return owned
}

/** Keeps a record under its id. */
export function put<Field extends keyof Records>(draft: Draft, field: Field, id: string, record: Records[Field]): void {
  const before = draft.state[field] as ReadonlyMap<string, Records[Field]>
  const map = ownMap(draft, before)
  map.set(id, record)
  if (map !== before) Object.assign(draft.state, { [field]: map })
}

/** Changes some fields of a record that is there. */
export function amend<Field extends keyof Records>(
  draft: Draft,
  field: Field,
  id: string,
  changes: Partial<Records[Field]>,
): void {
  const record = (draft.state[field] as ReadonlyMap<string, Records[Field]>).get(id)
  if (record !== undefined) put(draft, field, id, { ...record, ...changes })
}

export function append<Field extends Lists>(draft: Draft, field: Field, entry: MeetingState[Field][number]): void {
  const before = draft.state[field] as readonly (typeof entry)[]
  const list = pushed(draft, before, entry)
  if (list !== before) Object.assign(draft.state, { [field]: list })
}

/** A list whose last span ends now, if it had not ended. */
export function endLast<S extends { until: Date | null }>(spans: readonly S[], at: Date): readonly S[] {
  const last = spans.at(-1)
  return last === undefined || last.until !== null ? spans : [...spans.slice(0, -1), { ...last, until: at }]
}
