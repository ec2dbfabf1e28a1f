import { Hono } from 'hono'
import { NotFound, todayOf } from '#platform/context.ts'
import { readForm, type FormState } from '#platform/forms.ts'
import { maskAddress } from '#platform/mail/mail-address.ts'
import { page, seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { privatePage } from '#platform/web/private-page.ts'
import { allowMaps } from '#platform/web/security.ts'
import { listAttached } from '#modules/files/index.ts'
import { listSettlements } from '#modules/places/index.ts'
import { answerQuestion, answerQuestionInput } from '../answer-question.ts'
import { confirmReport } from '../confirm-report.ts'
import { deskMessages } from '../messages/desk.ts'
import { publicMessages } from '../messages/public.ts'
import { ConfirmReportPage, GoneLinkPage, TakenOffPage } from '../pages/confirm-report-page.tsx'
import { OwnReportPage } from '../pages/own-report-page.tsx'
import type { Asked } from '../pages/question-parts.tsx'
import { ReportPage } from '../pages/report-page.tsx'
import { ReportsPage } from '../pages/reports-page.tsx'
import { inAddress, reportPaths, reportsAddress } from '../paths.ts'
import { listGroups } from '../queries/categories.ts'
import {
  countMatching,
  countPublicReports,
  findReport,
  listPublicReports,
  listUpdates,
  type PublicFilter,
  type Report,
} from '../queries/reports.ts'
import { listQuestions } from '../queries/questions.ts'
import { fileSubjectsOf } from '../readers.ts'
import { sayQuestions } from '../questions.ts'
import { canRead, canWorkOn, isFixed, isPublic, listFilters } from '../rules.ts'
import { doubtingOf } from './still-broken.tsx'
import { tellMore, tellMoreInput } from '../tell-more.ts'
import { listShown } from '../settings/announcements/queries.ts'
import { settingsMessages } from '../settings/page-messages.ts'
import { findWhyClosed, type WhyClosed } from '../settings/queries.ts'
import { makeReportToken, readReportToken } from '../tokens.ts'

import { readStretch } from '../stretch.ts'
import { sinceOf } from './map.ts'

export const publicRoutes = new Hono<AppEnv>()

const pageSize = 25

publicRoutes.get(reportPaths.list, async (c) => {
  const { ctx } = c.var
  const asked = (name: string) => c.req.query(name) ?? ''
  const [groups, settlements] = [await listGroups(ctx.db), await listSettlements(ctx.db)]
  const filter: PublicFilter = {
    state: listFilters.find((one) => one === asked('seis')) ?? null,
    group: groups.find(({ code }) => code === asked('teema'))?.code ?? null,
    settlement: settlements.find(({ ehak }) => ehak === asked('koht'))?.ehak ?? null,
    since: sinceOf(c),
  }
  const stretch = readStretch(asked('aeg'))
  const before = /^\d{1,9}$/.test(asked('enne')) ? Number(asked('enne')) : null
  const found = await listPublicReports(ctx.db, filter, { before, limit: pageSize + 1 })
  const reports = found.slice(0, pageSize)
  const chosen = {
    seis: filter.state ?? '',
    teema: filter.group ?? '',
    koht: filter.settlement ?? '',
    aeg: stretch ?? '',
  }
  const parts = {
    reports,
    counts: await countPublicReports(ctx.db, ctx.now),
    count: await countMatching(ctx.db, filter),
    filter,
    stretch,
    groups,
    settlements,
    announcements: await listShown(ctx.db, ctx.now),
    tiles: c.var.config.mapTiles,
    newestHref: before === null ? undefined : reportsAddress(chosen),
    olderHref:
      found.length > pageSize ? reportsAddress({ ...chosen, enne: String(reports.at(-1)!.number) }) : undefined,
  }
  allowMaps(c)
  return page(c, (frame) => <ReportsPage {...{ frame, ...parts }} />)
})

const nothingAsked: Asked = { questions: [], reply: null }

/** What the sender was asked, and the place for the answer. */
async function askedOf(c: WebContext, report: Report, action: string, attempt?: Attempt): Promise<Asked> {
  const questions = await listQuestions(c.var.ctx.db, report.id)
  const open = questions.find(({ settledAt }) => settledAt === null)
  const idempotencyKey = attempt?.form.values.idempotencyKey ?? crypto.randomUUID()
  return { questions, reply: open === undefined ? null : { question: open, action, idempotencyKey } }
}

async function partsOf(c: WebContext, report: Report) {
  const { ctx, language } = c.var
  return {
    report,
    said: await sayQuestions(ctx.db, report.answersId, language, 'public'),
    updates: await listUpdates(ctx.db, report.id),
    files: await listAttached(ctx, fileSubjectsOf(report.id)),
    today: todayOf(ctx),
  }
}

type Attempt = { form: FormState; refusal?: string }

/** One that was public says why it is not; of all others nothing is said. */
function showAbsent(c: WebContext, report: Report): Promise<Response> {
  if (report.hiddenAt === null || report.isPrivate || report.state === 'unconfirmed') throw new NotFound()
  return page(c, (frame) => <TakenOffPage {...{ frame, report }} />, 410)
}

async function showReport(c: WebContext, attempt?: Attempt): Promise<Response> {
  const { ctx } = c.var
  const report = await findReport(ctx.db, { number: Number(c.req.param('number')) })
  if (report === undefined) throw new NotFound()
  if (!canRead(ctx.actor, report)) return showAbsent(c, report)
  const parts = await partsOf(c, report)
  const isReporter = report.reporterPerson !== null && report.reporterPerson === ctx.actor.personId
  const idempotencyKey = attempt?.form.values.idempotencyKey ?? crypto.randomUUID()
  const action = reportPaths.tell(report.number)
  const mayTell = report.state !== 'unconfirmed' && ctx.actor.personId !== null && (isReporter || isPublic(report))
  const closed = await findWhyClosed(ctx.db, report.id, isReporter, ctx.now)
  const isSaid = mayTell || (closed !== null && isPublic(report))
  const telling = isSaid ? { action, idempotencyKey, isReporter, state: report.state, closed } : null
  const asked = isReporter ? await askedOf(c, report, reportPaths.answerQuestion(report.number), attempt) : nothingAsked
  const doubting = isReporter ? null : await doubtingOf(c, report)
  const shown = { ...parts, ...attempt, doubting, telling, asked, worksOnIt: canWorkOn(ctx.actor, report) }
  const answer = isPublic(report) ? page : privatePage
  return answer(c, (frame) => <ReportPage {...{ frame, ...shown }} />, attempt === undefined ? 200 : 422)
}

publicRoutes.get(reportPaths.report(inAddress.number), (c) => showReport(c))
publicRoutes.get(reportPaths.tell(inAddress.number), (c) =>
  seeOther(c, reportPaths.report(c.req.param('number') ?? '')),
)

publicRoutes.post(reportPaths.tell(inAddress.number), async (c) => {
  const { ctx, language } = c.var
  const report = await findReport(ctx.db, { number: Number(c.req.param('number')) })
  if (report === undefined || !canRead(ctx.actor, report)) throw new NotFound()
  const read = await readForm(c, tellMoreInput, deskMessages[language].errors)
  if (!read.ok) return showReport(c, read)
  const outcome = await tellMore(ctx, c.var.site.keys, { id: report.id, holdsLink: false }, read.input)
  if (outcome.ok) return seeOther(c, `${reportPaths.report(report.number)}#lugu`)
  return showReport(c, refusedTelling(c, read.values, outcome.refusal))
})

function refusedTelling(
  c: WebContext,
  values: Record<string, string>,
  refusal: 'wordsMissing' | 'wrongState' | WhyClosed,
): Attempt {
  const { refusals } = deskMessages[c.var.language]
  const { whyClosed } = settingsMessages[c.var.language]
  if (refusal in whyClosed) return { form: { values, errors: {} }, refusal: whyClosed[refusal as WhyClosed] }
  if (refusal === 'wrongState') return { form: { values, errors: {} }, refusal: refusals.wrongState }
  return { form: { values, errors: { words: publicMessages[c.var.language].writeSomething } } }
}

/** The report that a link opens; undefined for a link that opens nothing. */
async function byLink(c: WebContext, purpose: 'report reader' | 'report confirmation'): Promise<Report | undefined> {
  const id = readReportToken(c.var.site.keys, purpose, tokenIn(c))
  return id === null ? undefined : findReport(c.var.ctx.db, { id })
}

const tokenIn = (c: WebContext) => c.req.param('token') ?? ''
const gone = (c: WebContext) => privatePage(c, (frame) => <GoneLinkPage frame={frame} />, 404)

async function showOwn(c: WebContext, attempt?: Attempt): Promise<Response> {
  const report = await byLink(c, 'report reader')
  if (report === undefined) return gone(c)
  const token = tokenIn(c)
  const idempotencyKey = attempt?.form.values.idempotencyKey ?? crypto.randomUUID()
  const closed = await findWhyClosed(c.var.ctx.db, report.id, true, c.var.ctx.now)
  const telling = { action: reportPaths.ownTell(token), idempotencyKey, isReporter: true, state: report.state, closed }
  const waits = report.state === 'unconfirmed' && report.reporterEmail !== null
  const parts = {
    ...(await partsOf(c, report)),
    ...attempt,
    telling,
    asked: await askedOf(c, report, reportPaths.ownAnswerQuestion(token), attempt),
    saysFixed: c.req.query('korras') !== undefined && isFixed(report.state),
    isJustSent: c.req.query('saadetud') !== undefined,
    mailedTo: waits ? maskAddress(report.reporterEmail!) : null,
  }
  return privatePage(c, (frame) => <OwnReportPage {...{ frame, ...parts }} />, attempt === undefined ? 200 : 422)
}

publicRoutes.get(reportPaths.own(inAddress.token), (c) => showOwn(c))
publicRoutes.get(reportPaths.ownTell(inAddress.token), (c) => seeOther(c, reportPaths.own(tokenIn(c))))

publicRoutes.post(reportPaths.ownTell(inAddress.token), async (c) => {
  const report = await byLink(c, 'report reader')
  if (report === undefined) return gone(c)
  const read = await readForm(c, tellMoreInput, deskMessages[c.var.language].errors)
  if (!read.ok) return showOwn(c, read)
  const outcome = await tellMore(c.var.ctx, c.var.site.keys, { id: report.id, holdsLink: true }, read.input)
  if (outcome.ok) return seeOther(c, `${reportPaths.own(tokenIn(c))}#lugu`)
  return showOwn(c, refusedTelling(c, read.values, outcome.refusal))
})

type Reporter = { report: Report; holdsLink: boolean; back: string }

/** The sender answers what was asked, with an account or by the report's own link. */
async function reply(c: WebContext, { report, holdsLink, back }: Reporter, show: typeof showOwn): Promise<Response> {
  const t = deskMessages[c.var.language]
  const read = await readForm(c, answerQuestionInput, t.errors)
  if (!read.ok) return show(c, read)
  const outcome = await answerQuestion(c.var.ctx, { id: report.id, holdsLink }, read.input)
  if (outcome.ok) return seeOther(c, `${back}#lugu`)
  return show(c, { form: { values: read.values, errors: {} }, refusal: t.refusals[outcome.refusal] })
}

publicRoutes.get(reportPaths.ownAnswerQuestion(inAddress.token), (c) => seeOther(c, reportPaths.own(tokenIn(c))))
publicRoutes.post(reportPaths.ownAnswerQuestion(inAddress.token), async (c) => {
  const report = await byLink(c, 'report reader')
  if (report === undefined) return gone(c)
  return reply(c, { report, holdsLink: true, back: reportPaths.own(tokenIn(c)) }, showOwn)
})

publicRoutes.get(reportPaths.answerQuestion(inAddress.number), (c) =>
  seeOther(c, reportPaths.report(c.req.param('number') ?? '')),
)
publicRoutes.post(reportPaths.answerQuestion(inAddress.number), async (c) => {
  const report = await findReport(c.var.ctx.db, { number: Number(c.req.param('number')) })
  if (report === undefined || !canRead(c.var.ctx.actor, report)) throw new NotFound()
  return reply(c, { report, holdsLink: false, back: reportPaths.report(report.number) }, showReport)
})

publicRoutes.get(reportPaths.confirm(inAddress.token), async (c) => {
  const report = await byLink(c, 'report confirmation')
  if (report === undefined) return gone(c)
  return privatePage(c, (frame) => <ConfirmReportPage {...{ frame, report, token: tokenIn(c) }} />)
})

publicRoutes.post(reportPaths.confirm(inAddress.token), async (c) => {
  const report = await byLink(c, 'report confirmation')
  if (report === undefined) return gone(c)
  const { keys } = c.var.site
  await confirmReport(c.var.ctx, keys, report.id)
  return seeOther(c, `${reportPaths.own(makeReportToken(keys, 'report reader', report.id))}?saadetud=1`)
})
