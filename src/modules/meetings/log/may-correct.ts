import type { EventKind, EventOf } from './events.ts'
import type { Refusal } from './refusals.ts'
import type { MeetingState } from './state.ts'

/** What the chair declared or counters agreed on is undone by an act of its own (annulled, repeated), never by a correction. */
const undoneOtherwise = new Set<EventKind>([
  'vote-opened',
  'vote-closed',
  'paper-agreed',
  'result-stated',
  'vote-annulled',
  'vote-repeated',
  'vote-cancelled',
])

/** Whether an entry of the log may be corrected so. */
export function whyNotCorrected(state: MeetingState, event: EventOf<'corrected'>): Refusal | null {
  const { correction } = event
  if (correction.how !== 'void' && correction.happenedAt !== null && new Date(correction.happenedAt) > event.at)
    return 'inFuture'
  if (correction.how === 'insert') return whyNotTouched(correction.facts.kind, null)
  const target = state.log[correction.eventId - 1]
  if (target === undefined || target.id !== correction.eventId) return 'unknownEvent'
  if (correction.how === 'replace' && correction.facts.kind !== target.kind) return 'otherKind'
  return whyNotTouched(target.kind, 'channel' in target ? target.channel : null)
}

/** A ballot that a member sent is the member's own; what a clerk entered for somebody may have been misheard. */
function whyNotTouched(kind: EventKind, channel: string | null): Refusal | null {
  if (undoneOtherwise.has(kind)) return 'notToBeCorrected'
  const isBallot = kind === 'vote-cast' || kind === 'vote-changed'
  return isBallot && channel !== 'clerk' ? 'ballotOfAMember' : null
}
