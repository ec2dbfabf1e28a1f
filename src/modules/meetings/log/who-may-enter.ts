import type { EventKind, MeetingEvent } from './events.ts'
import { chairOf } from './members.ts'
import type { Refusal } from './refusals.ts'
import type { MeetingState } from './state.ts'

type Desk = 'chair' | 'clerk' | 'member'

/**
 * Whose act it is. `chair`: the chair's, or the secretary's on the chair's instruction. `clerk`: the secretary's or the
 * chair's. `member`: of the person whom it names, or of the clerk for that person.
 */
const deskOf: Record<EventKind, Desk> = {
  convened: 'clerk',
  opened: 'chair',
  'no-quorum-at-roll-call': 'chair',
  paused: 'chair',
  resumed: 'chair',
  suspended: 'chair',
  adjourned: 'chair',
  ended: 'chair',
  cancelled: 'clerk',
  postponed: 'clerk',
  overridden: 'chair',
  noted: 'clerk',
  arrived: 'member',
  left: 'member',
  disconnected: 'member',
  reconnected: 'member',
  excused: 'clerk',
  'guest-admitted': 'clerk',
  'member-entitled': 'clerk',
  'mandate-ended': 'clerk',
  'chair-taken': 'clerk',
  recused: 'member',
  'recusal-ended': 'clerk',
  'recusals-asked': 'clerk',
  'item-added': 'chair',
  'item-removed': 'chair',
  'item-moved': 'chair',
  'items-merged': 'chair',
  'item-renamed': 'chair',
  'agenda-adopted': 'chair',
  'item-opened': 'chair',
  'debate-closed': 'chair',
  'item-concluded': 'chair',
  'item-reopened': 'chair',
  'item-closed-to-public': 'chair',
  'item-opened-to-public': 'chair',
  'floor-requested': 'member',
  'floor-request-withdrawn': 'member',
  'floor-given': 'chair',
  'speech-paused': 'chair',
  'speech-resumed': 'chair',
  'speech-ended': 'member',
  'amendment-moved': 'member',
  'amendment-withdrawn': 'member',
  'amendment-void': 'clerk',
  'vote-prepared': 'chair',
  'vote-opened': 'chair',
  'vote-cast': 'member',
  'vote-changed': 'member',
  'roll-call-skipped': 'clerk',
  'entitled-added': 'chair',
  'hands-counted': 'clerk',
  'ballot-handed-out': 'clerk',
  'vote-closed': 'chair',
  'paper-counted': 'clerk',
  'paper-agreed': 'clerk',
  'paper-disagreed': 'clerk',
  'lot-drawn': 'chair',
  'candidate-withdrawn': 'clerk',
  'result-stated': 'chair',
  'vote-cancelled': 'chair',
  'vote-annulled': 'chair',
  'vote-repeated': 'chair',
  'taken-out-of-block': 'member',
  corrected: 'clerk',
}

/** What happens without anybody's hand: lost connections, spent grace, mandates that begin or end by the clock. */
const bySystem = new Set<EventKind>([
  'arrived',
  'left',
  'disconnected',
  'reconnected',
  'suspended',
  'vote-cancelled',
  'amendment-void',
  'mandate-ended',
  'member-entitled',
])

/** Whether this person may enter this event in the role in which they act. */
export function whyNotBy(state: MeetingState, event: MeetingEvent): Refusal | null {
  const { by, kind } = event
  const desk = deskOf[kind]
  switch (by.as) {
    case 'system':
      return bySystem.has(kind) ? null : 'notForSystem'
    case 'member': {
      if (desk === 'chair') return 'chairOnly'
      if (desk === 'clerk') return 'clerkOnly'
      const named = personNamedBy(state, event)
      if (named === undefined || named === by.personId) return null
      return kind === 'vote-cast' || kind === 'vote-changed' ? 'noProxy' : 'notYourself'
    }
    case 'chair':
      return by.personId === chairOf(state) || kind === 'chair-taken' ? null : 'notTheChair'
    case 'secretary':
      return desk === 'chair' && by.onInstructionOfChair !== true ? 'withoutInstruction' : null
  }
}

/** Whose act a member's event is; undefined where the event names something that is not there. */
function personNamedBy(state: MeetingState, event: MeetingEvent): string | undefined {
  if ('personId' in event) return event.personId
  if ('speechId' in event) return state.speeches.get(event.speechId)?.personId
  if ('moverPersonId' in event) return event.moverPersonId ?? undefined
  return 'amendmentId' in event ? state.amendments.get(event.amendmentId)?.moverPersonId : undefined
}
