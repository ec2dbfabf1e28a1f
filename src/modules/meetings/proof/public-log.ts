import { effectiveEvents } from '../log/corrections.ts'
import { factsOf, type EventKind, type MeetingEvent, type PlainEvent } from '../log/events.ts'
import type { MeetingState } from '../log/state.ts'
import type { WhatIsClosed } from '../pages/live/what-is-closed.ts'
import type { WithheldItems } from '../restrictions/queries.ts'
import type { Json } from './canonical-json.ts'

/** One entry of a log as everybody may read it: when, what, and whatever of it is open. */
export type PublicEntry = { seq: number; at: string; kind: EventKind; [fact: string]: Json }

/** About the meeting as a whole; reasons given in it are left out, for they may speak of what was closed. */
const aboutAll: ReadonlySet<EventKind> = new Set([
  'convened',
  'opened',
  'no-quorum-at-roll-call',
  'paused',
  'resumed',
  'suspended',
  'adjourned',
  'ended',
  'arrived',
  'left',
  'disconnected',
  'reconnected',
  'excused',
  'member-entitled',
  'mandate-ended',
  'agenda-adopted',
])
/** Of an item whose discussion was closed everybody knows that it was taken up and what came of it. */
const ofClosedItems: ReadonlySet<EventKind> = new Set(['item-opened', 'item-concluded', 'item-reopened'])
const ofItems: ReadonlySet<EventKind> = new Set([
  ...ofClosedItems,
  'item-added',
  'item-removed',
  'item-moved',
  'item-renamed',
  'debate-closed',
  'chair-taken',
  'recused',
  'recusal-ended',
  'recusals-asked',
  'amendment-moved',
])
const ofVotes: ReadonlySet<EventKind> = new Set([
  'vote-prepared',
  'vote-opened',
  'vote-closed',
  'entitled-added',
  'hands-counted',
  'paper-agreed',
  'lot-drawn',
  'result-stated',
  'vote-cancelled',
])

/**
 * The log as if every correction had been right from the start, without what the public may not know: the inside of
 * closed items, single ballots while a vote went on, guests, notes. Who voted how stands with the stated result.
 */
export function publicLog(
  state: MeetingState,
  closed: WhatIsClosed,
  log: readonly MeetingEvent[],
  withheld: WithheldItems = new Map(),
): PublicEntry[] {
  if (!state.setup.statute.sittings.public) return []
  return effectiveEvents(log).flatMap((event) => {
    const facts = openFacts(state, closed, event)
    if (facts === null) return []
    const told = isAbout(event, withheld) ? without(facts, wordsOfMaterials) : facts
    return [{ seq: event.id, at: event.at.toISOString(), kind: event.kind, ...told }]
  })
}

/** Facts that somebody wrote about an item, and that may say what its materials say. */
const wordsOfMaterials = ['question', 'change', 'reason']

function isAbout(event: PlainEvent, withheld: WithheldItems): boolean {
  if ('itemIds' in event && event.itemIds !== null) return event.itemIds.some((itemId) => withheld.has(itemId))
  return 'itemId' in event && withheld.has(event.itemId ?? '')
}

type Facts = Readonly<Record<string, Json>>

function openFacts(state: MeetingState, closed: WhatIsClosed, event: PlainEvent): Facts | null {
  const { kind: _kind, ...facts } = factsOf(event) as unknown as { kind: string } & Facts
  if (aboutAll.has(event.kind)) {
    const personId = facts['personId']
    // Of guests nothing is told: what they were asked in for may be closed.
    const isGuest = typeof personId === 'string' && state.people.get(personId)?.kind !== 'member'
    return isGuest ? null : without(facts, ['reason', 'until', 'continuesAt'])
  }
  if (ofVotes.has(event.kind)) {
    const vote = state.votes.get(String(facts['voteId']))
    // One that was prepared and never opened is nothing to tell of.
    return vote !== undefined && vote.openedAt !== null && closed.ofVote(vote) === 'open' ? facts : null
  }
  if (!ofItems.has(event.kind)) return null
  const itemId = facts['itemId']
  // Of the meeting's chair no item is named.
  if (itemId === null) return facts
  const item = state.items.get(String(itemId))
  const openness = item === undefined ? 'internal' : closed.ofItem(item)
  if (openness === 'open') return facts
  return openness === 'closed' && ofClosedItems.has(event.kind)
    ? without(facts, ['voteId', 'committeeId', 'reason'])
    : null
}

const without = (facts: Facts, names: readonly string[]): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([name]) => !names.includes(name)))
