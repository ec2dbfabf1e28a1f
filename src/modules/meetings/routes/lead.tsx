import { Hono } from 'hono'
import { authorize, NotFound } from '#platform/context.ts'
import { emptyForm, readForm, type FormState } from '#platform/forms.ts'
import { seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { privatePage } from '#platform/web/private-page.ts'
import { continueMeeting } from '../continue-meeting.ts'
import { conveneInput, conveneMeeting } from '../convene-meeting.ts'
import { enterEvents, mayLead } from '../enter-events.ts'
import type { LeadGround } from '../lead/ground.ts'
import { onScreen, type LeadInput } from '../lead/input.ts'
import { readGround } from '../lead/read-ground.ts'
import { eventsOfStep, leadInput, whyNotStep, type LeadStep } from '../lead/steps.ts'
import { listNames } from '../list-names.ts'
import type { MeetingState } from '../log/state.ts'
import { leadMessages } from '../messages/lead.ts'
import { sayRefusal } from '../messages/refusals.ts'
import { CockpitPage } from '../pages/work/cockpit-page.tsx'
import { LogPage } from '../pages/work/log-page.tsx'
import { cockpitColumns as columns, inAddress, meetingDeskPaths as paths } from '../paths.ts'
import { findMeeting, type Meeting } from '../queries/meetings.ts'
import { readState } from '../read-state.ts'
import { preparesMeetings } from '../rules.ts'
import { showMeetingAtDesk } from './desk.tsx'

export const leadRoutes = new Hono<AppEnv>()

const numberOf = (c: WebContext): number => Number(c.req.param('number'))

type Led = { meeting: Meeting; state: MeetingState; ground: LeadGround; names: ReadonlyMap<string, string>; now: Date }

/** The meeting of the address for those who lead it: its chair of the moment and the secretaries. */
async function findLed(c: WebContext): Promise<Led> {
  const { ctx } = c.var
  const meeting = await findMeeting(ctx.db, { number: numberOf(c) })
  const state = meeting === undefined ? undefined : await readState(ctx.db, meeting.id)
  if (meeting === undefined || state === undefined) {
    authorize(preparesMeetings(ctx.actor))
    throw new NotFound()
  }
  authorize(mayLead(ctx.actor, state))
  const entered = state.log.flatMap(({ by }) => (by.personId === null ? [] : [by.personId]))
  const names = await listNames(ctx.db, state, entered)
  return { meeting, state, ground: await readGround(ctx, meeting), names, now: ctx.now }
}

type Screen = 'cockpit' | 'log'

/** Where the list of entries begins: as asked, or so that an entry whose correction was refused is on it. */
function beforeOf(c: WebContext, { values }: FormState): number | null {
  const refused = Number(values.entry ?? Number.NaN)
  if (Number.isSafeInteger(refused)) return refused + 20
  const asked = Number(c.req.query('enne') ?? Number.NaN)
  return Number.isSafeInteger(asked) ? asked : null
}

async function show(c: WebContext, screen: Screen, form: FormState = emptyForm, refusal?: string): Promise<Response> {
  const parts = { ...(await findLed(c)), form, refusal }
  const isWrong = refusal !== undefined || Object.keys(form.errors).length > 0
  const isSecretary = preparesMeetings(c.var.ctx.actor)
  return privatePage(
    c,
    (frame) =>
      screen === 'log' ? (
        <LogPage {...{ frame, ...parts }} before={beforeOf(c, form)} />
      ) : (
        <CockpitPage {...{ frame, ...parts, isSecretary }} />
      ),
    isWrong ? 422 : 200,
  )
}

/** One step, from whichever screen: done, or the same screen again with everything that was typed. */
async function enter(c: WebContext, screen: Screen): Promise<Response> {
  const { ctx, language } = c.var
  const read = await readForm(c, leadInput, leadMessages[language].errors)
  // When the words were all here: a body that came slowly is no earlier act.
  const arrived = { ...ctx, now: c.var.clock.now() }
  if (!read.ok) {
    const { values, errors } = read.form
    return show(c, screen, { values, errors: onScreen(values, errors) })
  }
  const { ground } = await findLed(c)
  const outcome = await enterEvents(
    arrived,
    numberOf(c),
    (state) => {
      authorize(mayLead(ctx.actor, state))
      return whyNotStep(state, read.input, ground) ?? eventsOfStep(state, read.input, ground)
    },
    'lead',
  )
  if (outcome.ok)
    return seeOther(c, screen === 'log' ? paths.log(numberOf(c)) : `${paths.lead(numberOf(c))}#${columnOf(read.input)}`)
  return show(c, screen, { values: read.values, errors: {} }, sayRefusal(outcome.refusal, language))
}

const ofPeople: ReadonlySet<string> = new Set<LeadStep>([
  'arrive',
  'leave',
  'excuse',
  'disconnect',
  'reconnect',
  'take-chair',
  'bar',
  'unbar',
  'entitle',
  'end-mandate',
  'admit-guest',
  'cast',
  'add-entitled',
])
const ofFloor: ReadonlySet<string> = new Set<LeadStep>([
  'ask-floor',
  'give-floor',
  'drop-request',
  'pause-speech',
  'resume-speech',
  'end-speech',
  'ask-block',
  'prepare-block',
  'take-out',
  'drop-prepared',
])

/** Where the step's form stood: whoever goes by keys, or scrolls, goes on from there. */
function columnOf({ step }: LeadInput): string {
  if (ofPeople.has(step)) return columns.people
  return ofFloor.has(step) ? columns.floor : columns.now
}

leadRoutes.get(paths.lead(inAddress.number), (c) => show(c, 'cockpit'))
leadRoutes.get(paths.events(inAddress.number), (c) => seeOther(c, paths.lead(numberOf(c))))
leadRoutes.post(paths.events(inAddress.number), (c) => enter(c, 'cockpit'))

leadRoutes.get(paths.log(inAddress.number), (c) => show(c, 'log'))
leadRoutes.post(paths.log(inAddress.number), (c) => enter(c, 'log'))

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

leadRoutes.get(paths.continueMeeting(inAddress.number), (c) => seeOther(c, paths.meeting(numberOf(c))))

leadRoutes.post(paths.continueMeeting(inAddress.number), async (c) => {
  const { ctx, language } = c.var
  const outcome = await continueMeeting(ctx, numberOf(c))
  // Straight to time and place: they are a proposal.
  if (outcome.ok) return seeOther(c, paths.edit(outcome.number))
  return showMeetingAtDesk(c, { form: emptyForm, refusal: leadMessages[language].refusals[outcome.refusal] })
})
