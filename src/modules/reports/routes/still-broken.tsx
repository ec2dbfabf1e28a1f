import { Hono } from 'hono'
import { NotFound, timeZoneOf } from '#platform/context.ts'
import { readForm, type FormState } from '#platform/forms.ts'
import { localDate } from '#platform/format.ts'
import { seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { privatePage } from '#platform/web/private-page.ts'
import { stillBrokenMessages } from '../messages/still-broken.ts'
import { GoneLinkPage } from '../pages/confirm-report-page.tsx'
import { CheckPage, ConfirmDoubtPage, DoubtPage, type Doubting } from '../pages/still-broken-pages.tsx'
import { inAddress, reportPaths } from '../paths.ts'
import { findCategory } from '../queries/categories.ts'
import { findReport, type Report } from '../queries/reports.ts'
import { findDoubt, findOpenCheck } from '../queries/still-broken.ts'
import { canBeDoubted, isOpen, isPublic } from '../rules.ts'
import { answerCheck, answerCheckInput } from '../still-broken/answer-check.ts'
import { countNeighbours } from '../still-broken/count-neighbours.ts'
import { confirmDoubt, doubtFix, doubtInput } from '../still-broken/doubt-fix.ts'
import { readReportToken } from '../tokens.ts'

export const stillBrokenRoutes = new Hono<AppEnv>()

/** Until when a fixed report can be doubted and by how many it was; null where it cannot be. */
export async function doubtingOf(c: WebContext, report: Report): Promise<Doubting | null> {
  const { ctx } = c.var
  if (!isPublic(report) || report.closedAt === null) return null
  const days = (await findCategory(ctx.db, report.categoryCode))?.reopenDays ?? 0
  if (!canBeDoubted(report, days, ctx.now)) return null
  const until = new Date(report.closedAt.getTime() + days * 86_400_000)
  return { said: await countNeighbours(ctx.db, c.var.site.keys, report), until: localDate(until, timeZoneOf(ctx.db)) }
}

type Shown = { form?: FormState; refusal?: string; done?: 'asked' | 'counted' }

async function showDoubt(c: WebContext, { form, refusal, done }: Shown = {}): Promise<Response> {
  const report = await findReport(c.var.ctx.db, { number: Number(c.req.param('number')) })
  if (report === undefined || !isPublic(report)) throw new NotFound()
  const doubting = await doubtingOf(c, report)
  if (doubting === null) return seeOther(c, reportPaths.report(report.number))
  const parts = {
    ...doubting,
    number: report.number,
    needsAddress: c.var.ctx.actor.personId === null,
    refusal,
    done,
    ...(form === undefined ? {} : { form }),
  }
  const isWrong = form !== undefined || refusal !== undefined
  return privatePage(c, (frame) => <DoubtPage {...{ frame, ...parts }} />, isWrong ? 422 : 200)
}

stillBrokenRoutes.get(reportPaths.doubt(inAddress.number), (c) => {
  const done = (['asked', 'counted'] as const).find((one) => one === c.req.query('tehtud'))
  return showDoubt(c, done === undefined ? {} : { done })
})

stillBrokenRoutes.post(reportPaths.doubt(inAddress.number), async (c) => {
  const { ctx, site, language, caller } = c.var
  const t = stillBrokenMessages[language]
  const number = Number(c.req.param('number'))
  const read = await readForm(c, doubtInput, t.errors)
  if (!read.ok) return showDoubt(c, read)
  const outcome = await doubtFix(ctx, number, read.input, { keys: site.keys, language, caller })
  if (!outcome.ok)
    return showDoubt(c, { form: { values: read.values, errors: {} }, refusal: t.refusals[outcome.refusal] })
  if (outcome.now === 'reopened') return seeOther(c, `${reportPaths.report(number)}#lugu`)
  return seeOther(c, `${reportPaths.doubt(number)}?tehtud=${outcome.now}`)
})

const gone = (c: WebContext) => privatePage(c, (frame) => <GoneLinkPage frame={frame} />, 404)
const tokenIn = (c: WebContext) => c.req.param('token') ?? ''

async function showConfirm(c: WebContext, refusal?: string): Promise<Response> {
  const id = readReportToken(c.var.site.keys, 'report doubt', tokenIn(c))
  const doubt = id === null ? undefined : await findDoubt(c.var.ctx.db, id)
  const report = doubt && (await findReport(c.var.ctx.db, { id: doubt.reportId }))
  if (report === undefined || !isPublic(report)) return gone(c)
  const parts = { number: report.number, action: reportPaths.confirmDoubt(tokenIn(c)), refusal }
  return privatePage(c, (frame) => <ConfirmDoubtPage {...{ frame, ...parts }} />, refusal === undefined ? 200 : 422)
}

stillBrokenRoutes.get(reportPaths.confirmDoubt(inAddress.token), (c) => showConfirm(c))
stillBrokenRoutes.post(reportPaths.confirmDoubt(inAddress.token), async (c) => {
  const { ctx, site, language } = c.var
  const id = readReportToken(site.keys, 'report doubt', tokenIn(c))
  if (id === null) return gone(c)
  const outcome = await confirmDoubt(ctx, site.keys, id)
  if (outcome.ok) return seeOther(c, `${reportPaths.report(outcome.number)}#lugu`)
  return showConfirm(c, stillBrokenMessages[language].refusals[outcome.refusal])
})

type Sender = { report: Report; holdsLink: boolean; action: string; back: string }

async function showCheck(c: WebContext, { report, action, back }: Sender): Promise<Response> {
  const isAsked = isOpen(report.state) && (await findOpenCheck(c.var.ctx.db, report.id)) !== undefined
  return privatePage(c, (frame) => <CheckPage {...{ frame, number: report.number, action, back, isAsked }} />)
}

async function takeAnswer(c: WebContext, sender: Sender): Promise<Response> {
  const { ctx, site, language } = c.var
  const read = await readForm(c, answerCheckInput, stillBrokenMessages[language].errors)
  if (!read.ok) return showCheck(c, sender)
  const by = { id: sender.report.id, holdsLink: sender.holdsLink }
  const outcome = await answerCheck(ctx, site.keys, by, read.input)
  return seeOther(c, outcome.ok && outcome.isFixed ? `${sender.back}?korras=1` : sender.back)
}

async function senderByLink(c: WebContext): Promise<Sender | undefined> {
  const token = tokenIn(c)
  const id = readReportToken(c.var.site.keys, 'report reader', token)
  const report = id === null ? undefined : await findReport(c.var.ctx.db, { id })
  if (report === undefined) return undefined
  return { report, holdsLink: true, action: reportPaths.ownCheck(token), back: reportPaths.own(token) }
}

async function senderByAccount(c: WebContext): Promise<Sender> {
  const { ctx } = c.var
  const report = await findReport(ctx.db, { number: Number(c.req.param('number')) })
  if (report === undefined || report.reporterPerson === null || report.reporterPerson !== ctx.actor.personId) {
    throw new NotFound()
  }
  const { number } = report
  return { report, holdsLink: false, action: reportPaths.check(number), back: reportPaths.report(number) }
}

stillBrokenRoutes.get(reportPaths.ownCheck(inAddress.token), async (c) => {
  const sender = await senderByLink(c)
  return sender === undefined ? gone(c) : showCheck(c, sender)
})
stillBrokenRoutes.post(reportPaths.ownCheck(inAddress.token), async (c) => {
  const sender = await senderByLink(c)
  return sender === undefined ? gone(c) : takeAnswer(c, sender)
})
stillBrokenRoutes.get(reportPaths.check(inAddress.number), async (c) => showCheck(c, await senderByAccount(c)))
stillBrokenRoutes.post(reportPaths.check(inAddress.number), async (c) => takeAnswer(c, await senderByAccount(c)))
