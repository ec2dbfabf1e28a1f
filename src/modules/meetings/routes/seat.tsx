import { Hono } from 'hono'
import { authorize, NotFound, personOf } from '#platform/context.ts'
import { emptyForm, readForm, type FormState } from '#platform/forms.ts'
import { seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { privatePage } from '#platform/web/private-page.ts'
import { enterEvents, mayLead } from '../enter-events.ts'
import { leadMessages } from '../messages/lead.ts'
import { sayRefusal } from '../messages/refusals.ts'
import { SeatPage } from '../pages/seat-page.tsx'
import { inAddress, meetingPaths } from '../paths.ts'
import { findMeeting } from '../queries/meetings.ts'
import { readState } from '../read-state.ts'
import { eventsOfSeat, isOfThisItem, seatInput, seatOf } from '../take-part.ts'

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
  const parts = { meeting, state, seat: seat!, form, refusal, leads: mayLead(ctx.actor, state) }
  const isWrong = refusal !== undefined || Object.keys(form.errors).length > 0
  return privatePage(c, (frame) => <SeatPage {...{ frame, ...parts }} />, isWrong ? 422 : 200)
}

seatRoutes.get(address, (c) => show(c))

seatRoutes.post(address, async (c) => {
  const { ctx, language } = c.var
  const read = await readForm(c, seatInput, leadMessages[language].errors)
  if (!read.ok) return show(c, read.form)
  if (read.input.step === 'cast' && read.input.choice === undefined)
    return show(c, { values: read.values, errors: { choice: leadMessages[language].errors.invalid } })
  // When the choice was all here: a body that came slowly is no earlier vote.
  const arrived = { ...ctx, now: c.var.clock.now() }
  const outcome = await enterEvents(
    arrived,
    numberOf(c),
    (state) => {
      authorize(seatOf(state, personOf(ctx.actor)) !== undefined)
      return isOfThisItem(state, read.input) ? eventsOfSeat(ctx.actor, state, read.input) : 'movedOn'
    },
    'seat',
  )
  if (outcome.ok) return seeOther(c, `${meetingPaths.seat(numberOf(c))}#haal`)
  return show(c, { values: read.values, errors: {} }, sayRefusal(outcome.refusal, language))
})
