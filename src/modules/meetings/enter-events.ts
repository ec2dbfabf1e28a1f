import {
  inRefusableTransaction,
  NotFound,
  personOf,
  Refused,
  system,
  type Actor,
  type Context,
} from '#platform/context.ts'
import { factsOf, meetingSubject } from './events.ts'
import { record } from '#platform/events.ts'
import { dueFacts } from './log/due.ts'
import type { ActedBy, MeetingEvent, PlainFacts } from './log/events.ts'
import { step } from './log/fold.ts'
import { whyNot } from './log/may-happen.ts'
import { chairOf } from './log/members.ts'
import type { Refusal } from './log/refusals.ts'
import type { MeetingState } from './log/state.ts'
import { insertEvent } from './queries/log.ts'
import { lockMeeting, updateMeeting, type Meeting } from './queries/meetings.ts'
import { readState } from './read-state.ts'
import { preparesMeetings } from './rules.ts'

export type EnterRefusal = Refusal | 'notInSession'
export type EnterOutcome = { ok: true; lastEventId: number } | { ok: false; refusal: EnterRefusal }

/**
 * Appends what happens to the log of a meeting, in order, all of it or nothing. The log's own rules say who may and
 * what may be; the server's clock says when. What the clock alone has made due meanwhile goes first.
 */
export async function enterEvents(
  context: Context,
  number: number,
  happened: (state: MeetingState) => readonly PlainFacts[],
): Promise<EnterOutcome> {
  personOf(context.actor)
  return inRefusableTransaction(context, async (ctx): Promise<EnterOutcome> => {
    const { meeting, state: before } = await openLog(ctx, number)
    if (before === undefined) return { ok: false, refusal: 'notInSession' }
    let state = await enterDue(ctx, meeting, before)
    for (const facts of happened(state)) {
      const event = nextEvent(ctx, state, actedBy(ctx.actor, state), facts)
      const refusal = whyNot(state, event)
      if (refusal !== null) throw new Refused<EnterOutcome>({ ok: false, refusal })
      state = await append(ctx, meeting, state, event)
    }
    return { ok: true, lastEventId: state.lastEventId }
  })
}

/** What the clock alone brings about in meetings that are in session: grace that is over, lines that stay lost. */
export async function enterWhatIsDue(context: Context, number: number): Promise<void> {
  await inRefusableTransaction({ ...context, actor: system }, async (ctx) => {
    const { meeting, state } = await openLog(ctx, number)
    if (state !== undefined) await enterDue(ctx, meeting, state)
  })
}

async function openLog(ctx: Context, number: number): Promise<{ meeting: Meeting; state: MeetingState | undefined }> {
  const meeting = await lockMeeting(ctx.db, number)
  if (meeting === undefined) throw new NotFound()
  return { meeting, state: await readState(ctx.db, meeting.id) }
}

/** The chair of the moment and the secretaries. */
export const mayLead = (actor: Actor, state: MeetingState): boolean =>
  preparesMeetings(actor) || (actor.personId !== null && chairOf(state) === actor.personId)

/** In whose place somebody acts: the chair, the secretary on the chair's instruction, or a member for themselves. */
function actedBy(actor: Actor, state: MeetingState): ActedBy {
  const personId = personOf(actor)
  if (chairOf(state) === personId) return { personId, as: 'chair' }
  if (preparesMeetings(actor)) return { personId, as: 'secretary', onInstructionOfChair: true }
  return { personId, as: 'member' }
}

const bySystem: ActedBy = { personId: null, as: 'system' }

function nextEvent(ctx: Context, state: MeetingState, by: ActedBy, facts: PlainFacts): MeetingEvent {
  // Clocks of two processes may differ by a little; a log never runs backwards. A ballot keeps the time it came.
  const last = state.log.at(-1)?.at ?? ctx.now
  const isBallot = facts.kind === 'vote-cast' || facts.kind === 'vote-changed'
  const at = isBallot || ctx.now > last ? ctx.now : last
  return { id: state.lastEventId + 1, at, by, ...facts }
}

async function enterDue(ctx: Context, meeting: Meeting, before: MeetingState): Promise<MeetingState> {
  let state = before
  // One thing that is due may make another due; a guard against rules that would never come to rest.
  for (let rounds = 0; rounds < 10; rounds += 1) {
    const due = dueFacts(state, ctx.now)
    if (due.length === 0) break
    for (const facts of due) {
      const event = nextEvent(ctx, state, bySystem, facts)
      if (whyNot(state, event) === null) state = await append(ctx, meeting, state, event)
    }
  }
  return state
}

async function append(ctx: Context, meeting: Meeting, state: MeetingState, event: MeetingEvent): Promise<MeetingState> {
  await insertEvent(ctx.db, meeting.id, event)
  const after = step(state, event)
  if (event.kind === 'ended' || event.kind === 'adjourned')
    await updateMeeting(ctx.db, meeting.id, { state: 'held' }, ctx.now)
  await tell(ctx, meeting, after, event)
  return after
}

/** What everybody should hear of goes to the public log; the rest wakes the pages that follow the meeting. */
async function tell(ctx: Context, meeting: Meeting, after: MeetingState, event: MeetingEvent): Promise<void> {
  const [subject, facts] = [meetingSubject(meeting.id), factsOf(ctx, meeting)]
  switch (event.kind) {
    case 'opened':
      return record(ctx, 'meetings.opened', subject, facts).then(() => undefined)
    case 'ended':
    case 'adjourned':
      return record(ctx, 'meetings.closed', subject, facts).then(() => undefined)
    case 'result-stated': {
      const vote = after.votes.get(event.voteId)
      const counts = vote?.counts ?? null
      const said = { for: counts?.for ?? 0, against: counts?.against ?? 0, outcome: event.outcome }
      return record(ctx, 'meetings.result-stated', subject, { ...facts, ...said }).then(() => undefined)
    }
    default:
      return record(ctx, 'meetings.went-on', subject, { ...facts, seq: event.id }).then(() => undefined)
  }
}
