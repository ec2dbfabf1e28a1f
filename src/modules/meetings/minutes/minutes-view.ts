import { inOrder } from '../log/members.ts'
import { minutesFacts } from '../log/minutes-facts.ts'
import type { ItemState, MeetingState, Span, VoteState } from '../log/state.ts'
import { publicView } from '../pages/live/public-view.ts'
import type { PublicMeeting } from '../pages/live/public-meeting.ts'
import { whatIsClosed, type WhatIsClosed } from '../pages/live/what-is-closed.ts'
import type { WithheldItems } from '../restrictions/queries.ts'
import { isOpenFact } from './open-facts.ts'

/** For everybody, or for the body's members and its secretaries. */
export type Scope = 'public' | 'full'

/** What minutes say beyond the page that everybody follows. */
export type MinutesView = {
  scope: Scope
  meeting: PublicMeeting
  secretaryPersonId: string | null
  /** Why the sitting as a whole is closed; null where it is not, or where this version tells all of it. */
  sittingClosed: string | null
  guests: readonly { personId: string; items: readonly string[] | null }[]
  substitutes: readonly { personId: string; replaces: string }[]
  breaks: readonly Span[]
  lapses: readonly Span[]
  /** Checks that were set aside for no one item. */
  overrides: readonly { check: string; reason: string }[]
  /** Of the log; a reason that was given of something closed is not told. */
  corrections: readonly { at: Date; reason: string | null }[]
  /** Of the full version alone. */
  notes: readonly string[]
  items: ReadonlyMap<string, ItemExtras>
  takenOff: ReadonlyMap<string, string>
  votes: ReadonlyMap<string, VoteExtras>
}
export type ItemExtras = {
  added: { reason: string; moverPersonId: string | null } | null
  /** Of the full version: the ground on which everybody else reads nothing of it. */
  closedBasis: string | null
  chairPersonId: string | null
  barred: readonly string[]
  speakers: readonly string[]
  notes: readonly string[]
}
export type VoteExtras = { counters: readonly string[]; ballots: number | null }

/**
 * A meeting as its minutes tell it. The full version is that of a meeting in which nothing was closed; whatever the
 * public version may not say is not in this object at all.
 */
export function minutesView(
  state: MeetingState,
  scope: Scope,
  known: { bases: ReadonlyMap<string, string>; drafts: ReadonlyMap<string, string>; withheld: WithheldItems },
): MinutesView {
  const really = whatIsClosed(state, known.bases)
  const seen = scope === 'full' ? asIfOpen(state) : state
  const closed = scope === 'full' ? whatIsClosed(seen, known.bases) : really
  const facts = minutesFacts(seen, seen.endedAt ?? seen.log.at(-1)?.at ?? seen.setup.plannedStart)
  const meeting = publicView(seen, known.bases, known.drafts, known.withheld)
  const isSittingOpen = seen.setup.statute.sittings.public
  const open = [...seen.items.values()].filter((item) => closed.ofItem(item) === 'open')
  const numbers = new Map(meeting.agenda.map(({ id, number }) => [id, number]))
  const openIds = new Set(open.map(({ id }) => id))
  return {
    scope,
    meeting,
    secretaryPersonId: facts.secretaryPersonId,
    sittingClosed: isSittingOpen ? null : seen.setup.statute.sittings.basis,
    guests: isSittingOpen ? facts.guests.flatMap((guest) => guestOf(guest, numbers, openIds)) : [],
    substitutes: inOrder(seen.people.values()).flatMap(({ personId, replaces }) =>
      replaces === null || !isSittingOpen ? [] : [{ personId, replaces }],
    ),
    breaks: facts.breaks,
    lapses: facts.quorumLapses,
    overrides: seen.overrides
      .filter(({ itemId, voteId }) => (itemId ?? null) === null && isOpenVote(seen, closed, voteId))
      .map(({ check, reason }) => ({ check, reason })),
    corrections: seen.corrections.map((one) => ({
      at: one.at,
      reason: isOpenFact(seen, closed, one.correction) ? one.reason : null,
    })),
    notes: scope === 'full' ? facts.notes.map(({ text }) => text) : [],
    items: new Map(open.map((item) => [item.id, itemExtras(seen, item, { scope, really, state })])),
    takenOff: new Map(open.flatMap(({ id, removed }) => (removed === null ? [] : [[id, removed.reason] as const]))),
    votes: new Map([...seen.votes.values()].map((vote) => [vote.id, voteExtras(vote)])),
  }
}

/** The same meeting with every door open. */
function asIfOpen(state: MeetingState): MeetingState {
  const items = [...state.items].map(([id, item]): [string, ItemState] => [
    id,
    { ...item, visibility: 'public', closedBasis: null, closedSpans: [] },
  ])
  const { statute } = state.setup
  const sittings = { ...statute.sittings, public: true }
  return { ...state, items: new Map(items), setup: { ...state.setup, statute: { ...statute, sittings } } }
}

function guestOf(
  { personId, itemIds }: { personId: string; itemIds: readonly string[] | null },
  numbers: ReadonlyMap<string, string>,
  openIds: ReadonlySet<string>,
): MinutesView['guests'][number][] {
  if (itemIds === null) return [{ personId, items: null }]
  const items = itemIds.filter((id) => openIds.has(id)).flatMap((id) => numbers.get(id) ?? [])
  return items.length === 0 ? [] : [{ personId, items }]
}

function isOpenVote(state: MeetingState, closed: WhatIsClosed, voteId: string | null): boolean {
  const vote = state.votes.get(voteId ?? '')
  return vote === undefined ? closed.now === 'open' : vote.itemIds.length === 0 && closed.ofVote(vote) === 'open'
}

function itemExtras(
  state: MeetingState,
  item: ItemState,
  { scope, really, state: asItWas }: { scope: Scope; really: WhatIsClosed; state: MeetingState },
): ItemExtras {
  const { added, recusals, speechIds, chairPersonId, id } = item
  const speeches = speechIds.map((speechId) => state.speeches.get(speechId)!)
  return {
    added: added === null ? null : { reason: added.reason, moverPersonId: added.moverPersonId },
    closedBasis: scope === 'full' ? (really.closing(asItWas.items.get(id)!)?.basis ?? null) : null,
    chairPersonId,
    barred: [...new Set(recusals.map(({ personId }) => personId))],
    speakers: [...new Set(speeches.filter(({ startedAt }) => startedAt !== null).map(({ personId }) => personId))],
    notes: scope === 'full' ? state.notes.filter(({ itemId }) => itemId === id).map(({ text }) => text) : [],
  }
}

/** Of paper votes who counted, and how many ballots were given out; never to whom a ballot says anything. */
function voteExtras({ method, paper, handedOut }: VoteState): VoteExtras {
  if (method !== 'secret' || !paper.agreed) return { counters: [], ballots: null }
  const counters = [paper.first, paper.second].flatMap((count) => (count === null ? [] : [count.counterPersonId]))
  return { counters, ballots: handedOut.size }
}
