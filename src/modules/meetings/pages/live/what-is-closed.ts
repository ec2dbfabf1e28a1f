import { effectiveEvents } from '../../log/corrections.ts'
import type { EventKind } from '../../log/events.ts'
import { parentOf } from '../../log/members.ts'
import type { ItemState, MeetingState, VoteState } from '../../log/state.ts'

/** Open to all; closed: number, title and outcome alone; internal: not a word. */
type Openness = 'open' | 'closed' | 'internal'

export type WhatIsClosed = {
  ofItem: (item: ItemState) => Openness
  ofVote: (vote: VoteState) => Openness
  /** The basis in law and whether it is closed now; null for open items. */
  closing: (item: ItemState) => { basis: string | null; isNow: boolean } | null
  /** Of what goes on now. */
  now: Openness
  /** Whether the reason for which a vote was undone was given behind closed doors. */
  isReasonInside: (voteId: string) => boolean
}

const strictest = (all: readonly Openness[]): Openness =>
  all.includes('internal') ? 'internal' : all.includes('closed') ? 'closed' : 'open'

/**
 * What of a meeting the public may not see. An item that was closed for a moment is closed here for good, with all
 * that stands below it, and so is every vote that was prepared or held meanwhile.
 */
export function whatIsClosed(state: MeetingState, bases: ReadonlyMap<string, string>): WhatIsClosed {
  const isClosedSitting = !state.setup.statute.sittings.public
  const ofItem = (item: ItemState): Openness => {
    const all = lineOf(state, item)
    if (all.some(({ visibility }) => visibility === 'internal')) return 'internal'
    return isClosedSitting || all.some(wasClosed) ? 'closed' : 'open'
  }
  const current = state.items.get(state.currentItemId ?? '')
  const behindDoors = votesBehindDoors(state, ofItem)
  const ofVote = (vote: VoteState): Openness => {
    const itemIds = [...vote.itemIds, ...vote.takenOut.map(({ itemId }) => itemId)]
    const items = itemIds.map((itemId) => state.items.get(itemId)).filter((item) => item !== undefined)
    const opennesses = items.map(ofItem)
    const meanwhile = behindDoors.votes.get(vote.id) ?? 'open'
    if (opennesses.some((one) => one !== 'internal'))
      return strictest([...opennesses, meanwhile]) === 'open' && !isClosedSitting ? 'open' : 'closed'
    return strictest([...opennesses, meanwhile, isClosedSitting ? 'closed' : 'open'])
  }
  return {
    ofItem,
    ofVote,
    closing: (item) => {
      const line = lineOf(state, item)
      if (!line.some(wasClosed)) return null
      const isNow = line.some(({ visibility, closedBasis }) => visibility !== 'public' || closedBasis !== null)
      return { basis: basisOf(line, bases), isNow }
    },
    now: current === undefined ? (isClosedSitting ? 'closed' : 'open') : ofItem(current),
    isReasonInside: (voteId) => behindDoors.reasons.has(voteId),
  }
}

const wasClosed = ({ visibility, closedBasis, closedSpans }: ItemState): boolean =>
  visibility !== 'public' || closedBasis !== null || closedSpans.length > 0

/** The item and all above it. */
export function lineOf(state: MeetingState, item: ItemState): ItemState[] {
  const line: ItemState[] = []
  for (let one: ItemState | undefined = item; one !== undefined; one = parentOf(state, one)) line.push(one)
  return line
}

function basisOf(line: readonly ItemState[], bases: ReadonlyMap<string, string>): string | null {
  for (const { id, closedBasis, closedSpans } of line) {
    const basis = closedBasis ?? closedSpans.at(-1)?.basis ?? bases.get(id)
    if (basis !== undefined && basis !== '') return basis
  }
  return null
}

const holding: ReadonlySet<EventKind> = new Set(['vote-prepared', 'vote-repeated', 'vote-opened', 'vote-closed'])

/** Votes that were prepared or held, or undone, while an item was open that is not for the public. */
function votesBehindDoors(state: MeetingState, ofItem: (item: ItemState) => Openness) {
  const votes = new Map<string, Openness>()
  const reasons = new Set<string>()
  const undone = new Set(state.disregarded.map(({ eventId }) => eventId))
  let openItemId: string | null = null
  // By the order of the log, never by the clock: several entries may bear the same time.
  for (const event of effectiveEvents(state.log)) {
    if (undone.has(event.id)) continue
    if (event.kind === 'item-opened') openItemId = event.itemId
    else if (event.kind === 'item-concluded' && event.itemId === openItemId) openItemId = null
    else if ('voteId' in event && event.voteId !== null && openItemId !== null) {
      const item = state.items.get(openItemId)
      const openness = item === undefined ? 'open' : ofItem(item)
      if (openness === 'open') continue
      if (holding.has(event.kind)) votes.set(event.voteId, strictest([openness, votes.get(event.voteId) ?? 'open']))
      if (event.kind === 'vote-annulled') reasons.add(event.voteId)
      if (event.kind === 'vote-repeated') reasons.add(event.supersedes)
    }
  }
  return { votes, reasons }
}
