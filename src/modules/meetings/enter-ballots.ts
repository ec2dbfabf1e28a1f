import { inRefusableTransaction, personOf, system, type Context } from '#platform/context.ts'
import type { Db } from '#platform/database.ts'
import { record } from '#platform/events.ts'
import { actedBy, enterDue, nextEvent, openLog, type EnterOutcome, type EnterRefusal } from './enter-events.ts'
import { factsOf, meetingSubject } from './events.ts'
import type { MeetingEvent, MeetingFacts } from './log/events.ts'
import { step } from './log/fold.ts'
import { whyNot } from './log/may-happen.ts'
import type { MeetingState } from './log/state.ts'
import { insertEvents } from './queries/log.ts'

/** Null: it is so already. */
type Happened = (state: MeetingState) => MeetingFacts | EnterRefusal | null
type Waiting = {
  context: Context
  happened: Happened
  resolve: (outcome: EnterOutcome) => void
  reject: (error: unknown) => void
}
type Box = { waiting: Waiting[]; isEmptied: boolean }

const most = 500
const boxes = new WeakMap<Db, Map<number, Box>>()

/**
 * Enters one ballot of a member. When a whole council votes in the same second, the ballots that wait for the meeting's
 * lock are written together in one transaction, each judged by itself in the order in which it came.
 */
export function enterBallot(context: Context, number: number, happened: Happened): Promise<EnterOutcome> {
  personOf(context.actor)
  const ofSite = boxes.get(context.db) ?? new Map<number, Box>()
  boxes.set(context.db, ofSite)
  const box = ofSite.get(number) ?? { waiting: [], isEmptied: false }
  ofSite.set(number, box)
  return new Promise((resolve, reject) => {
    box.waiting.push({ context, happened, resolve, reject })
    if (!box.isEmptied) void empty(ofSite, number, box)
  })
}

async function empty(ofSite: Map<number, Box>, number: number, box: Box): Promise<void> {
  box.isEmptied = true
  while (box.waiting.length > 0) {
    const together = box.waiting.splice(0, most)
    try {
      const answers = await enterTogether(number, together)
      for (const [at, answer] of answers.entries()) {
        if ('error' in answer) together[at]!.reject(answer.error)
        else together[at]!.resolve(answer)
      }
    } catch (error) {
      // None of them was written; each is told so and may be sent again.
      for (const { reject } of together) reject(error)
    }
  }
  ofSite.delete(number)
}

type Answer = EnterOutcome | { error: unknown }

async function enterTogether(number: number, together: readonly Waiting[]): Promise<Answer[]> {
  const context = { ...together[0]!.context, actor: system }
  return inRefusableTransaction(context, async (ctx): Promise<Answer[]> => {
    const { meeting, state: before } = await openLog(ctx, number)
    if (before === undefined) return together.map(() => ({ ok: false, refusal: 'notInSession' }))
    let state = await enterDue(ctx, meeting, before)
    const written: MeetingEvent[] = []
    const answers = together.map(({ context: own, happened }): Answer => {
      const facts = judged(() => happened(state))
      if ('error' in facts) return facts
      if (facts.of === null) return { ok: true, lastEventId: state.lastEventId }
      if (typeof facts.of === 'string') return { ok: false, refusal: facts.of }
      const event = nextEvent(own, state, actedBy(own.actor, state, 'seat'), facts.of)
      const refusal = whyNot(state, event)
      if (refusal !== null) return { ok: false, refusal }
      state = step(state, event)
      written.push(event)
      return { ok: true, lastEventId: event.id }
    })
    if (written.length === 0) return answers
    await insertEvents(ctx.db, meeting.id, written)
    const facts = { ...factsOf(ctx, meeting), seq: state.lastEventId }
    await record(ctx, 'meetings.went-on', meetingSubject(meeting.id), facts)
    return answers
  })
}

/** Whoever may not vote here at all spoils nobody else's ballot. */
function judged(happened: () => ReturnType<Happened>): { of: ReturnType<Happened> } | { error: unknown } {
  try {
    return { of: happened() }
  } catch (error) {
    return { error }
  }
}
