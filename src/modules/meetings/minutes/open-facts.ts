import type { EventOf, MeetingFacts } from '../log/events.ts'
import type { MeetingState } from '../log/state.ts'
import type { WhatIsClosed } from '../pages/live/what-is-closed.ts'

/** What everybody knows of a meeting, whatever was on its agenda then. */
const aboutAll: ReadonlySet<MeetingFacts['kind']> = new Set([
  'convened',
  'opened',
  'resumed',
  'suspended',
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

/** Whether everybody may read of what a correction corrects. What cannot be told to be open is not. */
export function isOpenFact(
  state: MeetingState,
  closed: WhatIsClosed,
  correction: EventOf<'corrected'>['correction'],
): boolean {
  const about = 'eventId' in correction ? state.log.find(({ id }) => id === correction.eventId) : undefined
  const facts: MeetingFacts[] = ['facts' in correction ? correction.facts : undefined, about].filter(
    (one) => one !== undefined,
  )
  return facts.length > 0 && facts.every((one) => isOpen(state, closed, one))
}

function isOpen(state: MeetingState, closed: WhatIsClosed, facts: MeetingFacts): boolean {
  if (!state.setup.statute.sittings.public) return false
  if (aboutAll.has(facts.kind)) return true
  const vote = 'voteId' in facts ? state.votes.get(facts.voteId ?? '') : undefined
  if (vote !== undefined) return closed.ofVote(vote) === 'open'
  const item = 'itemId' in facts ? state.items.get(facts.itemId ?? '') : undefined
  return item !== undefined && closed.ofItem(item) === 'open'
}
