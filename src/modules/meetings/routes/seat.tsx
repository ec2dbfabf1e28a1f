import { Hono } from 'hono'
import { authorize, NotFound, personOf } from '#platform/context.ts'
import { emptyForm, readForm, type FormState } from '#platform/forms.ts'
import { seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { privatePage } from '#platform/web/private-page.ts'
import { enterBallot } from '../enter-ballots.ts'
import { enterEvents, mayLead, type EnterRefusal } from '../enter-events.ts'
import type { MeetingState } from '../log/state.ts'
import { leadMessages } from '../messages/lead.ts'
import { sayRefusal } from '../messages/refusals.ts'
import { SeatPage } from '../pages/seat/seat-page.tsx'
import { inAddress, meetingPaths } from '../paths.ts'
import { listDraftsForMembers } from '../queries/items.ts'
import { findMeeting } from '../queries/meetings.ts'
import { readState } from '../read-state.ts'
import { eventsOfSeat, seatInput, seatOf, whyNotSeat } from '../take-part.ts'

export const seatRoutes = new Hono<AppEnv>()

const address = meetingPaths.seat(inAddress.number)
const numberOf = (c: WebContext): number => Number(c.req.param('number'))

async function show(c: WebContext, form: FormState = emptyForm, refusal?: string): Promise<Response> {
  const { ctx } = c.var
  authorize(ctx.actor.personId !== null)
  const meeting = await findMeeting(ctx.db, { number: numberOf(c) })
  const state = meeting === undefined ? undefined : await readState(ctx.db, meeting.id)
  if (meeting === undefined || state === undefined) throw new NotFound()
  const seat = seatOf(state, personOf(ctx.actor))
  authorize(seat !== undefined)
  const drafts =
    state.currentItemId === null ? new Map<string, string>() : await listDraftsForMembers(ctx.db, meeting.id)
  const parts = { meeting, state, seat: seat!, drafts, form, refusal, leads: mayLead(ctx.actor, state) }
  const isWrong = refusal !== undefined || Object.keys(form.errors).length > 0
  return privatePage(c, (frame) => <SeatPage {...{ frame, ...parts }} />, isWrong ? 422 : 200)
}

/** Texts are needed for amendments alone; a vote waits for no more than its own entry. */
async function draftsFor(c: WebContext, step: string): Promise<ReadonlyMap<string, string>> {
  const { db } = c.var.ctx
  const meeting = step === 'amend' ? await findMeeting(db, { number: numberOf(c) }) : undefined
  return meeting === undefined ? new Map() : listDraftsForMembers(db, meeting.id)
}

/** A ballot is one entry. */
function onlyOne(events: ReturnType<typeof eventsOfSeat> | EnterRefusal) {
  return typeof events === 'string' ? events : (events[0] ?? null)
}

seatRoutes.get(address, (c) => show(c))

seatRoutes.post(address, async (c) => {
  const { ctx, language } = c.var
  const read = await readForm(c, seatInput, leadMessages[language].errors)
  // When the choice was all here: a body that came slowly is no earlier vote.
  const arrived = { ...ctx, now: c.var.clock.now() }
  if (!read.ok) return show(c, read.form)
  const drafts = await draftsFor(c, read.input.step)
  const happened = (state: MeetingState) => {
    authorize(seatOf(state, personOf(ctx.actor)) !== undefined)
    return whyNotSeat(ctx.actor, state, read.input, { drafts }) ?? eventsOfSeat(ctx.actor, state, read.input)
  }
  const outcome =
    read.input.step === 'cast'
      ? await enterBallot(arrived, numberOf(c), (state) => onlyOne(happened(state)))
      : await enterEvents(arrived, numberOf(c), happened, 'seat')
  if (outcome.ok) return seeOther(c, `${meetingPaths.seat(numberOf(c))}#haal`)
  return show(c, { values: read.values, errors: {} }, sayRefusal(outcome.refusal, language))
})
