import { agendaSteps, newItem } from './agenda.ts'
import { amendmentSteps } from './amendments.ts'
import { effectiveEvents } from './corrections.ts'
import { append, draftOf, type Draft, type Step, type Steps } from './draft.ts'
import type { EventKind, MeetingEvent, PlainEvent, PlainFacts } from './events.ts'
import { refreshQuorum } from './members.ts'
import { phaseSteps } from './phases.ts'
import { presenceSteps } from './presence.ts'
import { speakingSteps } from './speaking.ts'
import type { Attendee, MeetingSetup, MeetingState } from './state.ts'
import { votingSteps } from './voting.ts'

const steps: Steps<PlainFacts> = {
  ...phaseSteps,
  ...presenceSteps,
  ...agendaSteps,
  ...speakingSteps,
  ...amendmentSteps,
  ...votingSteps,
}

/** The meeting before its first event. Mandates are judged at the planned start; later changes are events. */
export function emptyMeeting(setup: MeetingSetup): MeetingState {
  const nobody = { mandates: [], seated: false, replaces: null, here: null, stays: [], excused: false }
  const people = new Map<string, Attendee>()
  for (const guest of setup.guests)
    people.set(guest.personId, { ...nobody, ...guest, kind: 'guest', votingRight: false })
  for (const { personId, sortKey, votingRight, from, until } of setup.members) {
    const start = setup.plannedStart
    const seated = (from === null || from <= start) && (until === null || until > start)
    // A meeting may begin before its planned hour; who was in office then was so all along.
    const mandates = seated ? [{ from: from ?? new Date(0), until: null }] : []
    people.set(personId, { ...nobody, personId, sortKey, votingRight, kind: 'member', mandates, seated, itemIds: null })
  }
  const order = new Map<string, string[]>()
  for (const { id, parentId } of setup.items) order.set(parentId ?? '', [...(order.get(parentId ?? '') ?? []), id])
  const state: MeetingState = {
    setup,
    log: [],
    lastEventId: 0,
    phase: 'planned',
    convenedAt: null,
    openedAt: null,
    endedAt: null,
    standstill: null,
    running: [],
    chairPersonId: setup.chairPersonId,
    quorum: { needed: 0, base: 0, present: 0, met: false, derivation: [], lostAt: null, lapses: [] },
    people,
    items: new Map(setup.items.map((item) => [item.id, newItem(item)])),
    speeches: new Map(),
    votes: new Map(),
    amendments: new Map(),
    elections: new Map(),
    currentItemId: null,
    order,
    agendaAdopted: null,
    speakingId: null,
    waiting: new Set(),
    openVoteId: null,
    overrides: [],
    notes: [],
    corrections: [],
    disregarded: [],
  }
  const draft = draftOf(state)
  refreshQuorum(draft, setup.plannedStart)
  return draft.state
}

/** The meeting as the whole log tells it. The fold of a prefix is the meeting as it stood then. */
export function foldMeeting(setup: MeetingSetup, log: readonly MeetingEvent[]): MeetingState {
  const draft = draftOf(emptyMeeting(setup))
  for (const event of effectiveEvents(log)) apply(draft, event)
  const corrections = log.filter((event) => event.kind === 'corrected')
  for (const { id, at, kind, reason, correction } of corrections)
    append(draft, 'corrections', { kind, reason, correction, eventId: id, at })
  draft.state.log = [...log]
  draft.state.lastEventId = log.at(-1)?.id ?? 0
  return draft.state
}

/** The meeting after one more event. A correction folds the log anew; an event that is in already changes nothing. */
export function step(state: MeetingState, event: MeetingEvent): MeetingState {
  if (event.id <= state.lastEventId) return state
  if (event.kind === 'corrected') return foldMeeting(state.setup, [...state.log, event])
  const draft = draftOf(state)
  apply(draft, event)
  append(draft, 'log', event)
  draft.state.lastEventId = event.id
  return draft.state
}

function apply(draft: Draft, event: PlainEvent): void {
  // The table gives each kind its own step; TypeScript cannot see that the two go together.
  const stepOfKind = steps[event.kind] as Step<EventKind>
  const because = stepOfKind(draft, event)
  if (because !== undefined) append(draft, 'disregarded', { eventId: event.id, because })
  if (!draft.quorumTouched) return
  refreshQuorum(draft, event.at)
  draft.quorumTouched = false
}
