import { numberedAgenda } from '../log/agenda.ts'
import { effectiveEvents } from '../log/corrections.ts'
import type { PlainEvent } from '../log/events.ts'
import { emptyMeeting, foldMeeting, step } from '../log/fold.ts'
import type { ItemState, MeetingSetup, MeetingState } from '../log/state.ts'
import { whatIsClosed } from '../pages/live/what-is-closed.ts'

export type Chapter = { moment: number; at: Date; number: string; title: string }
export type PresencePoint = { at: Date; present: number; needed: number; met: boolean }

export type Replay = {
  /** Upon this the moments are folded: what was ever closed to the public is closed in it from the first moment. */
  setup: MeetingSetup
  /** What happened, corrected; the number of a moment is how many of them have happened. */
  events: readonly PlainEvent[]
  chapters: readonly Chapter[]
  /** From the roll call to the end, how many were here and how many were needed, each time that it changed. */
  presence: readonly PresencePoint[]
}

/** A meeting that is over, made ready to be gone through; what the whole log keeps from the public stays closed. */
export function replayOf(state: MeetingState, bases: ReadonlyMap<string, string>): Replay {
  const closed = whatIsClosed(state, bases)
  const visibilityOf = (id: string, otherwise: ItemState['visibility']) => {
    const item = state.items.get(id)
    const openness = item === undefined ? 'open' : closed.ofItem(item)
    return openness === 'open' ? otherwise : openness
  }
  const setup: MeetingSetup = {
    ...state.setup,
    items: state.setup.items.map((item) => ({ ...item, visibility: visibilityOf(item.id, item.visibility) })),
  }
  const events = effectiveEvents(state.log).map((event): PlainEvent => {
    if (event.kind === 'item-added') return { ...event, visibility: visibilityOf(event.itemId, event.visibility) }
    const vote = event.kind === 'vote-prepared' ? state.votes.get(event.voteId) : undefined
    const isBehindDoors = vote !== undefined && closed.ofVote(vote) !== 'open'
    return event.kind === 'vote-prepared' && isBehindDoors ? { ...event, question: '–' } : event
  })
  const hidden = [...state.items.values()].filter((item) => closed.ofItem(item) !== 'open').map(({ id }) => id)
  return { setup, events, ...walk(setup, events, new Set(shownItems(state, closed)), new Set(hidden)) }
}

const shownItems = (state: MeetingState, closed: ReturnType<typeof whatIsClosed>) =>
  numberedAgenda(state)
    .filter(({ item }) => closed.ofItem(item) !== 'internal')
    .map(({ item }) => item.id)

function walk(
  setup: MeetingSetup,
  events: readonly PlainEvent[],
  shown: ReadonlySet<string>,
  hidden: ReadonlySet<string>,
) {
  // Where bars change the quorum, a closed item's bars would show in its numbers.
  const showsBars = setup.statute.quorum.recused !== 'counts-as-present'
  const chapters: Chapter[] = []
  const presence: PresencePoint[] = []
  let state = emptyMeeting(setup)
  for (const [index, event] of events.entries()) {
    // Corrections move entries in time; here they stand in the order in which they were.
    state = step(state, { ...event, id: index + 1 })
    const { present, needed, met } = state.quorum
    const last = presence.at(-1)
    const isHeld = state.openedAt !== null && state.endedAt === null
    const isHidden = showsBars && hidden.has(state.currentItemId ?? '')
    if (isHeld && !isHidden && (last?.present !== present || last.needed !== needed))
      presence.push({ at: event.at, present, needed, met })
    if (event.kind !== 'item-opened' || !shown.has(event.itemId)) continue
    const item = numberedAgenda(state).find((one) => one.item.id === event.itemId)
    if (item !== undefined)
      chapters.push({ moment: index + 1, at: event.at, number: item.number, title: item.item.title })
  }
  return { chapters, presence }
}

/** The meeting as it stood after so many events. */
export function stateAt({ setup, events }: Replay, moment: number): MeetingState {
  return foldMeeting(
    setup,
    events.slice(0, moment).map((event, index) => ({ ...event, id: index + 1 })),
  )
}
