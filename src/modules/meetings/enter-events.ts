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
import type { LegalityRefusal } from './lead/legality.ts'
import { meetingFactsSchema, type ActedBy, type MeetingEvent, type MeetingFacts } from './log/events.ts'
import { step } from './log/fold.ts'
import { whyNot } from './log/may-happen.ts'
import { chairOf } from './log/members.ts'
import type { Refusal } from './log/refusals.ts'
import type { MeetingState, Phase } from './log/state.ts'
import type { PublicVote } from './pages/live/public-meeting.ts'
import { publicView } from './pages/live/public-view.ts'
import { insertEvent } from './queries/log.ts'
import { lockMeeting, updateMeeting, type Meeting } from './queries/meetings.ts'
import { readState } from './read-state.ts'
import { keepRecord } from './record/keep-record.ts'
import { preparesMeetings } from './rules.ts'

export type EnterRefusal =
  | Refusal
  | LegalityRefusal
  | 'notInSession'
  | 'movedOn'
  | 'lotFirst'
  | 'textMissing'
  | 'timeMissing'
  | 'noParagraph'
export type EnterOutcome = { ok: true; lastEventId: number } | { ok: false; refusal: EnterRefusal }

/**
 * Appends what happens to the log of a meeting, in order, all of it or nothing. The log's own rules say who may and
 * what may be; the server's clock says when. What the clock alone has made due meanwhile goes first.
 */
export async function enterEvents(
  context: Context,
  number: number,
  happened: (state: MeetingState) => readonly MeetingFacts[] | EnterRefusal,
  from: 'lead' | 'seat',
): Promise<EnterOutcome> {
  personOf(context.actor)
  return inRefusableTransaction(context, async (ctx): Promise<EnterOutcome> => {
    const { meeting, state: before } = await openLog(ctx, number)
    if (before === undefined) return { ok: false, refusal: 'notInSession' }
    let state = await enterDue(ctx, meeting, before)
    const events = happened(state)
    if (typeof events === 'string') return { ok: false, refusal: events }
    for (const facts of events) {
      // What could not be read again would end the meeting for good.
      if (!meetingFactsSchema.safeParse(facts).success)
        throw new Refused<EnterOutcome>({ ok: false, refusal: 'unknownEvent' })
      const event = nextEvent(ctx, state, actedBy(ctx.actor, state, from), facts)
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

export async function openLog(
  ctx: Context,
  number: number,
): Promise<{ meeting: Meeting; state: MeetingState | undefined }> {
  const meeting = await lockMeeting(ctx.db, number)
  if (meeting === undefined) throw new NotFound()
  const isLogged = meeting.state === 'in-session' || meeting.state === 'held'
  return { meeting, state: isLogged ? await readState(ctx.db, meeting.id) : undefined }
}

/** The chair of the moment and the secretaries. */
export const mayLead = (actor: Actor, state: MeetingState): boolean =>
  preparesMeetings(actor) || (actor.personId !== null && chairOf(state) === actor.personId)

/** In whose place somebody acts: the chair, the secretary on the chair's instruction, or a member for themselves. */
export function actedBy(actor: Actor, state: MeetingState, from: 'lead' | 'seat'): ActedBy {
  const personId = personOf(actor)
  if (from === 'seat') return { personId, as: 'member' }
  if (chairOf(state) === personId) return { personId, as: 'chair' }
  if (preparesMeetings(actor)) return { personId, as: 'secretary', onInstructionOfChair: true }
  return { personId, as: 'member' }
}

const bySystem: ActedBy = { personId: null, as: 'system' }

export function nextEvent(ctx: Context, state: MeetingState, by: ActedBy, facts: MeetingFacts): MeetingEvent {
  // Clocks of two processes may differ by a little; a log never runs backwards. A ballot keeps the time it came.
  const last = state.log.at(-1)?.at ?? ctx.now
  const isBallot = facts.kind === 'vote-cast' || facts.kind === 'vote-changed'
  const at = isBallot || ctx.now > last ? ctx.now : last
  return { id: state.lastEventId + 1, at, by, ...facts }
}

export async function enterDue(ctx: Context, meeting: Meeting, before: MeetingState): Promise<MeetingState> {
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

const overPhases: ReadonlySet<Phase> = new Set(['ended', 'adjourned', 'cancelled', 'postponed'])
/** Whether nothing more can happen in it. */
export const isOver = ({ phase }: Pick<MeetingState, 'phase'>): boolean => overPhases.has(phase)

async function append(ctx: Context, meeting: Meeting, state: MeetingState, event: MeetingEvent): Promise<MeetingState> {
  await insertEvent(ctx.db, meeting.id, event)
  const after = step(state, event)
  await keepRecord(ctx.db, meeting.id, after, event)
  const subject = meetingSubject(meeting.id)
  const facts = factsOf(ctx, meeting)
  if (isOver(after) && !isOver(state)) {
    await updateMeeting(ctx.db, meeting.id, { state: 'held' }, ctx.now)
    await record(ctx, 'meetings.closed', subject, facts)
  } else if (event.kind === 'opened') await record(ctx, 'meetings.opened', subject, facts)
  else if (event.kind === 'vote-annulled' || event.kind === 'vote-repeated')
    await record(ctx, 'meetings.result-undone', subject, facts)
  else if (event.kind === 'corrected') await record(ctx, 'meetings.log-corrected', subject, facts)
  else {
    // The public log tells of a vote what the public page tells, and no more.
    const vote = event.kind === 'result-stated' ? publicVoteOf(after, event.voteId) : undefined
    const result = vote?.inside?.result ?? null
    // Of an election the votes are no votes for and against.
    const counts = result === null || result.election !== null ? null : result.counts
    const said = { outcome: vote?.outcome ?? '', for: counts?.for ?? 0, against: counts?.against ?? 0 }
    if (vote !== undefined) await record(ctx, 'meetings.result-stated', subject, { ...facts, ...said })
    else await record(ctx, 'meetings.went-on', subject, { ...facts, seq: event.id })
  }
  return after
}

function publicVoteOf(state: MeetingState, voteId: string): PublicVote | undefined {
  const { votes, agenda } = publicView(state)
  return [...votes, ...agenda.flatMap((item) => item.votes)].find(({ id }) => id === voteId)
}
