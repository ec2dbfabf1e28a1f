import { Hono } from 'hono'
import { authorize, NotFound } from '#platform/context.ts'
import { emptyForm, readForm, type FormState } from '#platform/forms.ts'
import { seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { privatePage } from '#platform/web/private-page.ts'
import { registry } from '#modules/people/index.ts'
import { conveneInput, conveneMeeting } from '../convene-meeting.ts'
import { enterEvents, mayLead } from '../enter-events.ts'
import { eventsOfStep, leadInput, whyNotStep } from '../lead-input.ts'
import { leadMessages } from '../messages/lead.ts'
import { sayRefusal } from '../messages/refusals.ts'
import { CockpitPage } from '../pages/work/cockpit-page.tsx'
import { inAddress, meetingDeskPaths as paths } from '../paths.ts'
import { findMeeting } from '../queries/meetings.ts'
import { readState } from '../read-state.ts'
import { preparesMeetings } from '../rules.ts'
import { showMeetingAtDesk } from './desk.tsx'

export const leadRoutes = new Hono<AppEnv>()

const numberOf = (c: WebContext): number => Number(c.req.param('number'))

async function show(c: WebContext, form: FormState = emptyForm, refusal?: string): Promise<Response> {
  const { ctx } = c.var
  const meeting = await findMeeting(ctx.db, { number: numberOf(c) })
  const state = meeting === undefined ? undefined : await readState(ctx.db, meeting.id)
  if (meeting === undefined || state === undefined) {
    authorize(preparesMeetings(ctx.actor))
    throw new NotFound()
  }
  authorize(mayLead(ctx.actor, state))
  const names = await registry.listNamesOf(ctx.db, [...state.people.keys()])
  const isSecretary = preparesMeetings(ctx.actor)
  const isWrong = refusal !== undefined || Object.keys(form.errors).length > 0
  return privatePage(
    c,
    (frame) => <CockpitPage {...{ frame, meeting, state, names, form, refusal, isSecretary }} />,
    isWrong ? 422 : 200,
  )
}

leadRoutes.get(paths.lead(inAddress.number), (c) => show(c))
leadRoutes.get(paths.events(inAddress.number), (c) => seeOther(c, paths.lead(numberOf(c))))

leadRoutes.post(paths.events(inAddress.number), async (c) => {
  const { ctx, language } = c.var
  const read = await readForm(c, leadInput, leadMessages[language].errors)
  if (!read.ok) return show(c, read.form)
  // When the words were all here: a body that came slowly is no earlier act.
  const arrived = { ...ctx, now: c.var.clock.now() }
  const outcome = await enterEvents(
    arrived,
    numberOf(c),
    (state) => {
      authorize(mayLead(ctx.actor, state))
      return whyNotStep(state, read.input) ?? eventsOfStep(state, read.input)
    },
    'lead',
  )
  if (outcome.ok) return seeOther(c, paths.lead(numberOf(c)))
  return show(c, { values: read.values, errors: {} }, sayRefusal(outcome.refusal, language))
})

leadRoutes.get(paths.convene(inAddress.number), (c) => seeOther(c, paths.meeting(numberOf(c))))

leadRoutes.post(paths.convene(inAddress.number), async (c) => {
  const { ctx, language } = c.var
  const t = leadMessages[language]
  const read = await readForm(c, conveneInput, t.errors)
  if (!read.ok) return showMeetingAtDesk(c, { form: read.form })
  const outcome = await conveneMeeting(ctx, numberOf(c), read.input)
  if (outcome.ok) return seeOther(c, paths.lead(numberOf(c)))
  return showMeetingAtDesk(c, { form: { values: read.values, errors: {} }, refusal: t.refusals[outcome.refusal] })
})
