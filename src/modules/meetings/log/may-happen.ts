import { whyNotItem } from './may-open-items.ts'
import { whyNotPresence } from './may-be-present.ts'
import { whyNotSpeech } from './may-speak.ts'
import * as votes from './may-vote.ts'
import { whyNotCorrected } from './may-correct.ts'
import { amendmentsToVoid } from './amendments.ts'
import type { EventKind, EventOf, MeetingEvent } from './events.ts'
import { isRecused } from './members.ts'
import type { Refusal } from './refusals.ts'
import type { MeetingState, Phase } from './state.ts'
import { whyNotBy } from './who-may-enter.ts'

const notOver: readonly Phase[] = ['planned', 'convened', 'running', 'paused', 'suspended']
const assembled: readonly Phase[] = ['convened', 'running', 'paused', 'suspended']
const running: readonly Phase[] = ['running']
const before: readonly Phase[] = ['planned', 'convened']
const always: readonly Phase[] = [...notOver, 'adjourned', 'ended', 'cancelled', 'postponed']

/** When in a meeting a kind of event can be; everything that is not here needs a running meeting. */
const phases: { readonly [Kind in EventKind]?: readonly Phase[] } = {
  convened: ['planned'],
  opened: ['convened'],
  'no-quorum-at-roll-call': ['convened'],
  resumed: ['paused', 'suspended'],
  adjourned: ['running', 'paused', 'suspended'],
  // A vote that was closed before the quorum went has a result all the same.
  'result-stated': ['running', 'paused', 'suspended'],
  'vote-annulled': ['running', 'paused', 'suspended'],
  'item-reopened': ['running', 'paused', 'suspended'],
  ended: ['running', 'paused'],
  cancelled: before,
  postponed: before,
  overridden: assembled,
  noted: always,
  corrected: always,
  arrived: assembled,
  left: assembled,
  disconnected: assembled,
  reconnected: assembled,
  excused: notOver,
  'guest-admitted': notOver,
  'member-entitled': notOver,
  'mandate-ended': notOver,
  'chair-taken': assembled,
  recused: assembled,
  'recusal-ended': assembled,
  'recusals-asked': assembled,
  'floor-requested': assembled,
  'floor-request-withdrawn': assembled,
  'speech-ended': ['running', 'paused', 'suspended'],
  'amendment-moved': assembled,
  'amendment-withdrawn': assembled,
  'vote-prepared': notOver,
  'candidate-withdrawn': assembled,
  'vote-cancelled': ['running', 'suspended'],
}

/** Why this event may not happen now; null: it may. Asked before it is written; folds take the log as it is. */
export function whyNot(state: MeetingState, event: MeetingEvent): Refusal | null {
  if (event.id !== state.lastEventId + 1) return 'outOfSequence'
  const notBy = whyNotBy(state, event)
  if (notBy !== null) return notBy
  // A ballot on its way while the vote closed is judged by its own time, whatever the meeting has come to.
  const isBallot = event.kind === 'vote-cast' || event.kind === 'vote-changed'
  if (!isBallot && !(phases[event.kind] ?? running).includes(state.phase)) return 'wrongPhase'
  return whyNotOfKind(state, event)
}

function whyNotOfKind(state: MeetingState, event: MeetingEvent): Refusal | null {
  switch (event.kind) {
    case 'convened':
    case 'cancelled':
    case 'postponed':
      return null
    case 'opened':
    case 'resumed':
      return state.quorum.met ? null : 'noQuorum'
    case 'no-quorum-at-roll-call':
      return state.quorum.met ? 'quorumHolds' : null
    case 'suspended':
      return whyNotSuspended(state, event)
    case 'paused':
      return state.openVoteId === null ? null : 'voteOpen'
    case 'adjourned':
      return state.openVoteId !== null ? 'voteOpen' : votes.hasUnstated(state) ? 'resultNotStated' : null
    case 'ended':
      if (state.openVoteId !== null) return 'voteOpen'
      if (votes.hasUnstated(state)) return 'resultNotStated'
      return state.currentItemId === null ? null : 'itemOpen'
    case 'overridden':
      return event.voteId === null || state.votes.has(event.voteId) ? null : 'unknownVote'
    case 'noted':
      return event.itemId === null || state.items.has(event.itemId) ? null : 'unknownItem'
    case 'corrected':
      return whyNotCorrected(state, event)
    case 'arrived':
    case 'left':
    case 'disconnected':
    case 'reconnected':
    case 'excused':
    case 'guest-admitted':
    case 'member-entitled':
    case 'mandate-ended':
    case 'chair-taken':
    case 'recused':
    case 'recusal-ended':
    case 'recusals-asked':
      return whyNotPresence(state, event)
    case 'item-added':
    case 'item-removed':
    case 'item-moved':
    case 'items-merged':
    case 'item-renamed':
    case 'agenda-adopted':
    case 'item-opened':
    case 'debate-closed':
    case 'item-concluded':
    case 'item-reopened':
    case 'item-closed-to-public':
    case 'item-opened-to-public':
      return whyNotItem(state, event)
    case 'floor-requested':
    case 'floor-request-withdrawn':
    case 'floor-given':
    case 'speech-paused':
    case 'speech-resumed':
    case 'speech-ended':
      return whyNotSpeech(state, event)
    case 'amendment-moved':
    case 'amendment-withdrawn':
    case 'amendment-void':
      return whyNotAmendment(state, event)
    default:
      return whyNotVote(state, event)
  }
}

/** The system waits until the grace is over; the chair need not. */
function whyNotSuspended(state: MeetingState, event: EventOf<'suspended'>): Refusal | null {
  const { lostAt } = state.quorum
  if (lostAt === null) return 'quorumHolds'
  const graceEnds = lostAt.getTime() + state.setup.statute.grace.quorumSeconds * 1000
  return event.by.as === 'system' && event.at.getTime() < graceEnds ? 'withinGrace' : null
}

type AmendmentEvent = EventOf<'amendment-moved'> | EventOf<'amendment-withdrawn'> | EventOf<'amendment-void'>

function whyNotAmendment(state: MeetingState, event: AmendmentEvent): Refusal | null {
  const amendment = state.amendments.get(event.amendmentId)
  if (event.kind === 'amendment-moved') {
    if (amendment !== undefined) return 'idTaken'
    const item = state.items.get(event.itemId)
    if (item === undefined) return 'unknownItem'
    if (item.state !== 'on-the-agenda' && item.state !== 'open')
      return item.state === 'debate-closed' ? 'debateClosed' : 'itemConcluded'
    const mover = state.people.get(event.moverPersonId)
    if (mover === undefined) return 'unknownPerson'
    if (!mover.seated) return 'noMandate'
    return isRecused(state, event.itemId, event.moverPersonId) ? 'recused' : null
  }
  if (amendment === undefined) return 'unknownAmendment'
  if (amendment.state !== 'moved') return 'amendmentNotOpen'
  const vote = state.votes.get(state.openVoteId ?? '')
  if (vote?.object.kind === 'amendment' && vote.object.amendmentId === amendment.id) return 'voteOpen'
  if (event.kind === 'amendment-withdrawn') return null
  const isVoid = amendmentsToVoid(state, amendment.itemId).some((one) => one.amendmentId === amendment.id)
  return isVoid ? null : 'notInConflict'
}

function whyNotVote(
  state: MeetingState,
  event: Extract<MeetingEvent, { voteId: string }> | EventOf<'candidate-withdrawn'>,
): Refusal | null {
  switch (event.kind) {
    case 'vote-prepared':
      return votes.whyNotPrepared(state, event)
    case 'vote-opened':
      return votes.whyNotOpened(state, event.voteId)
    case 'vote-cast':
    case 'vote-changed':
      return votes.whyNotCast(state, event)
    case 'entitled-added':
      return votes.whyNotAdded(state, event)
    case 'hands-counted':
      return votes.whyNotHands(state, event)
    case 'ballot-handed-out':
      return votes.whyNotHandedOut(state, event)
    case 'vote-closed':
      return votes.whyNotClosed(state, event.voteId)
    case 'paper-counted':
      return votes.whyNotPaper(state, event)
    case 'paper-agreed':
    case 'paper-disagreed':
      return votes.whyNotSettled(state, event)
    case 'lot-drawn':
      return votes.whyNotDrawn(state, event)
    case 'result-stated':
      return votes.whyNotStated(state, event)
    case 'taken-out-of-block':
      return votes.whyNotTakenOut(state, event)
    case 'candidate-withdrawn':
      return votes.whyNotWithdrawn(state, event)
    case 'roll-call-skipped':
      return votes.whyNotSkipped(state, event)
    case 'vote-cancelled':
    case 'vote-annulled':
    case 'vote-repeated':
      return votes.whyNotUndone(state, event)
    default:
      return null
  }
}
