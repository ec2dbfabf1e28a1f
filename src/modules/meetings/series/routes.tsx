import { Hono } from 'hono'
import * as z from 'zod'
import { authorize, NotFound, timeZoneOf, todayOf } from '#platform/context.ts'
import { emptyForm, readForm, type FormState } from '#platform/forms.ts'
import { localTimeOf } from '#platform/format.ts'
import { seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { privatePage } from '#platform/web/private-page.ts'
import { registry } from '#modules/people/index.ts'
import { cancelMeetingInput } from '../cancel-meeting.ts'
import { listSeriesMeetings } from '../queries/meetings.ts'
import { preparesMeetings } from '../rules.ts'
import { callOffSeries, changeSeries, changeSeriesInput } from './change-series.ts'
import { seriesMessages } from './messages.ts'
import { seriesInAddress, seriesPaths } from './paths.ts'
import { planSeries, proposeDays, seriesInput, type Proposal } from './plan-series.ts'
import { findSeries } from './queries.ts'
import { PlanSeriesPage, SeriesPage } from './series-pages.tsx'

export const seriesRoutes = new Hono<AppEnv>()

type Attempt = { form: FormState; refusal?: string | undefined }

async function showPlan(
  c: WebContext,
  { form, refusal }: Attempt,
  status: 200 | 422,
  proposals: readonly Proposal[] | null = null,
): Promise<Response> {
  const { ctx } = c.var
  authorize(preparesMeetings(ctx.actor))
  const bodies = await registry.listBodyChoices(ctx.db)
  const idempotencyKey = form.values['idempotencyKey'] ?? crypto.randomUUID()
  return privatePage(
    c,
    (frame) => <PlanSeriesPage {...{ frame, bodies, form, refusal, idempotencyKey, proposals }} />,
    status,
  )
}

const usual = { rhythm: 'monthly', nth: '2', weekday: '4', mode: 'room', at: '15:00', minutes: '120', isKnown: 'on' }

seriesRoutes.get(seriesPaths.plan, (c) => {
  const from = todayOf(c.var.ctx)
  const values = { ...usual, from, until: `${from.slice(0, 4)}-12-31` }
  return showPlan(c, { form: { values, errors: {} } }, 200)
})

/** Asks for the days, or plans the chosen ones: both with one form, so that nothing typed is lost between. */
seriesRoutes.post(seriesPaths.plan, async (c) => {
  const { ctx, language } = c.var
  authorize(preparesMeetings(ctx.actor))
  const t = seriesMessages[language]
  const read = await readForm(c, seriesInput, t.errors)
  if (!read.ok) return showPlan(c, { form: read.form }, 422)
  const { input, values } = read
  if (values['step'] === 'plan') {
    const outcome = await planSeries(ctx, input)
    if (outcome.ok) return seeOther(c, seriesPaths.series(outcome.id))
    const proposals = await proposeDays(ctx, input)
    const isOther = outcome.refusal === 'otherDays'
    const form = { values: isOther ? { ...values, days: freeDays(proposals) } : values, errors: {} }
    return showPlan(c, { form, refusal: t.refusals[outcome.refusal] }, 422, proposals)
  }
  const proposals = await proposeDays(ctx, input)
  return showPlan(c, { form: { values: { ...values, days: freeDays(proposals) }, errors: {} } }, 200, proposals)
})

/** Holidays, and days on which the body sits already, are left to be chosen by hand. */
const freeDays = (proposals: readonly Proposal[]): string =>
  proposals
    .filter(({ holiday, clashes }) => holiday === undefined && !clashes.some(({ isSameBody }) => isSameBody))
    .map(({ day }) => day)
    .join(',')

async function showSeries(c: WebContext, attempt?: Attempt, isCallingOff = false): Promise<Response> {
  const { ctx } = c.var
  authorize(preparesMeetings(ctx.actor))
  const series = await findSeries(ctx.db, c.req.param('series') ?? '')
  if (series === undefined) throw new NotFound()
  const meetings = await listSeriesMeetings(ctx.db, series.id, 200)
  const next = meetings.find(({ state, startsAt }) => state === 'draft' && startsAt > ctx.now)
  const minutes = next?.endsAt ? String((next.endsAt.getTime() - next.startsAt.getTime()) / 60_000) : ''
  const kept: Record<string, string> =
    next === undefined
      ? {}
      : { at: localTimeOf(next.startsAt, timeZoneOf(ctx.db)).slice(11), minutes, mode: next.mode, place: next.place }
  const given = attempt?.form ?? emptyForm
  const form = { values: { ...kept, ...given.values }, errors: given.errors }
  const props = { series, meetings, form, refusal: attempt?.refusal, isCallingOff }
  return privatePage(c, (frame) => <SeriesPage {...{ frame, ...props }} />, attempt === undefined ? 200 : 422)
}

seriesRoutes.get(seriesPaths.series(seriesInAddress), (c) => showSeries(c))

function step<S extends z.ZodType>(
  path: (id: string) => string,
  schema: S,
  work: (c: WebContext, id: string, input: z.output<S>) => ReturnType<typeof changeSeries>,
): void {
  const isCallingOff = path === seriesPaths.callOff
  const idOf = (c: WebContext) => c.req.param('series') ?? ''
  seriesRoutes.get(path(seriesInAddress), (c) => seeOther(c, seriesPaths.series(idOf(c))))
  seriesRoutes.post(path(seriesInAddress), async (c) => {
    const t = seriesMessages[c.var.language]
    const read = await readForm(c, schema, t.errors)
    if (!read.ok) return showSeries(c, { form: read.form }, isCallingOff)
    const outcome = await work(c, idOf(c), read.input)
    if (outcome.ok) return seeOther(c, seriesPaths.series(idOf(c)))
    return showSeries(
      c,
      { form: { values: read.values, errors: {} }, refusal: t.refusals[outcome.refusal] },
      isCallingOff,
    )
  })
}

step(seriesPaths.change, changeSeriesInput, (c, id, input) => changeSeries(c.var.ctx, id, input))
step(seriesPaths.callOff, cancelMeetingInput, (c, id, input) => callOffSeries(c.var.ctx, id, input))
