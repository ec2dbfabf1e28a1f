import { judgeQuorum } from '../rules/quorum.ts'
import { endLast, pushed, type Draft } from './draft.ts'
import type { Attendee, ItemState, MeetingState, QuorumMark, VoteState } from './state.ts'

export const hasVote = (person: Attendee): boolean => person.seated && person.votingRight

/** Whether someone is barred from an item or from one above it. */
export function isRecused(state: MeetingState, itemId: string, personId: string): boolean {
  for (let item = state.items.get(itemId); item !== undefined; item = parentOf(state, item))
    if (item.recusals.some((recusal) => recusal.personId === personId && recusal.until === null)) return true
  return false
}

export function parentOf(state: MeetingState, item: ItemState): ItemState | undefined {
  return item.parentId === null ? undefined : state.items.get(item.parentId)
}

/** Elections of persons and confirmations of government members know no bars, KOKS § 17(6). */
export function isOfPersons({ object }: VoteState): boolean {
  return object.kind === 'election' || object.kind === 'confirmation'
}

export function isBarredFrom(state: MeetingState, vote: VoteState, personId: string): boolean {
  return !isOfPersons(vote) && vote.itemIds.some((itemId) => isRecused(state, itemId, personId))
}

/** Who chairs now: the open item may have a chair of its own. */
export function chairOf(state: MeetingState, itemId: string | null = state.currentItemId): string {
  return (itemId === null ? null : state.items.get(itemId)?.chairPersonId) ?? state.chairPersonId
}

/** Members by the order of their sort keys, as the lists of the minutes have them. */
export function inOrder(people: Iterable<Attendee>): Attendee[] {
  return [...people].toSorted((a, b) =>
    a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : a.personId < b.personId ? -1 : 1,
  )
}

export function quorumMark({ quorum }: MeetingState): QuorumMark {
  return { needed: quorum.needed, present: quorum.present, met: quorum.met }
}

/** Judges the quorum anew and notes when it was lost and regained. Only a running sitting can lose it. */
export function refreshQuorum(draft: Draft, at: Date): void {
  const { state } = draft
  const counts = { mandates: 0, present: 0, recused: 0, recusedPresent: 0 }
  const barredNow = state.currentItemId
  for (const person of state.people.values()) {
    if (!hasVote(person)) continue
    counts.mandates += 1
    const barred = barredNow !== null && isRecused(state, barredNow, person.personId)
    if (person.here !== null) counts.present += 1
    if (barred) counts.recused += 1
    if (barred && person.here !== null) counts.recusedPresent += 1
  }
  const { seats } = state.setup.body
  const chairPresent = state.people.get(chairOf(state))?.here != null
  const judged = judgeQuorum(state.setup.statute.quorum, { seats, ...counts, chairPresent })
  const { lostAt, lapses } = state.quorum
  const missing = state.phase === 'running' && !judged.met
  const goesOn = lapses.length > 0 && lapses.at(-1)!.until === null
  if (missing && lostAt === null) {
    const all = goesOn ? lapses : pushed(draft, lapses, { from: at, until: null })
    state.quorum = { ...judged, lostAt: at, lapses: all }
  } else if (state.phase === 'running' && judged.met)
    state.quorum = { ...judged, lostAt: null, lapses: endLast(lapses, at) }
  else state.quorum = { ...judged, lostAt: missing ? lostAt : null, lapses }
}
