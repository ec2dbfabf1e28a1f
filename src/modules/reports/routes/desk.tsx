import { Hono } from 'hono'
import type * as z from 'zod'
import { authorize, NotFound, todayOf } from '#platform/context.ts'
import { emptyForm, readForm, type FormState } from '#platform/forms.ts'
import { page, seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { listAttached } from '#modules/files/index.ts'
import { answerReport, answerReportInput } from '../answer-report.ts'
import { assignReport, assignReportInput } from '../assign-report.ts'
import { doubleReport, doubleReportInput } from '../double-report.ts'
import { reportSubject } from '../events.ts'
import { hideReport, hideReportInput, hideWords } from '../hide-report.ts'
import { deskMessages } from '../messages/desk.ts'
import { moveReport, moveReportInput } from '../move-report.ts'
import { InboxPage } from '../pages/work/inbox-page.tsx'
import { ReportDeskPage } from '../pages/work/report-desk-page.tsx'
import { inAddress, reportDeskPaths } from '../paths.ts'
import { listCategories } from '../queries/categories.ts'
import { countInbox, listAssignablePosts, listInbox, listNotes } from '../queries/inbox.ts'
import { findReport, listUpdates } from '../queries/reports.ts'
import { sayQuestions } from '../questions.ts'
import { canModerate, canSeeInbox, canWorkOn, inboxViews } from '../rules.ts'
import { writeNote, writeNoteInput } from '../write-note.ts'

export const deskRoutes = new Hono<AppEnv>()

const pageSize = 50
const furthest = 10_000

deskRoutes.get(reportDeskPaths.inbox, async (c) => {
  const { ctx } = c.var
  authorize(canSeeInbox(ctx.actor) || ctx.actor.postIds.length > 0)
  const view = inboxViews.find((one) => one === c.req.query('vaade')) ?? 'open'
  const asked = Number(c.req.query('alates') ?? 0)
  const offset = Number.isInteger(asked) && asked > 0 && asked <= furthest ? asked : 0
  const today = todayOf(ctx)
  const found = await listInbox(ctx.db, ctx.actor, view, today, { offset, limit: pageSize + 1 })
  const address = (at: number) => `${reportDeskPaths.inbox}?vaade=${view}${at === 0 ? '' : `&alates=${at}`}`
  const parts = {
    view,
    today,
    counts: await countInbox(ctx.db, ctx.actor, today),
    reports: found.slice(0, pageSize),
    newerHref: offset === 0 ? undefined : address(Math.max(0, offset - pageSize)),
    olderHref: found.length > pageSize ? address(offset + pageSize) : undefined,
  }
  return page(c, (frame) => <InboxPage {...{ frame, ...parts }} />)
})

type Attempt = { form: FormState; refusal?: string }

async function show(c: WebContext, attempt?: Attempt): Promise<Response> {
  const { ctx } = c.var
  const report = await findReport(ctx.db, { number: Number(c.req.param('number')) })
  if (report === undefined) throw new NotFound()
  authorize(canWorkOn(ctx.actor, report))
  const parts = {
    report,
    said: await sayQuestions(ctx.db, report.answersId, c.var.language, 'staff'),
    updates: await listUpdates(ctx.db, report.id),
    files: await listAttached(ctx, [reportSubject(report.id)]),
    notes: await listNotes(ctx.db, report.id),
    posts: await listAssignablePosts(ctx.db),
    categories: await listCategories(ctx.db),
    today: todayOf(ctx),
    mayModerate: canModerate(ctx.actor),
    idempotencyKey: attempt?.form.values.idempotencyKey ?? crypto.randomUUID(),
    ...attempt,
  }
  return page(c, (frame) => <ReportDeskPage {...{ frame, ...parts }} />, attempt === undefined ? 200 : 422)
}

deskRoutes.get(reportDeskPaths.report(inAddress.number), (c) => show(c))

type Outcome = { ok: true } | { ok: false; refusal: keyof (typeof deskMessages)['et']['refusals'] }

/** One form of the page: read, done, or shown again with what was typed. */
function step<S extends z.ZodType>(
  path: string,
  schema: S,
  work: (c: WebContext, number: number, input: z.output<S>) => Promise<Outcome | void>,
): void {
  deskRoutes.get(path, (c) => seeOther(c, reportDeskPaths.report(c.req.param('number') ?? '')))
  deskRoutes.post(path, async (c) => {
    const number = Number(c.req.param('number'))
    const t = deskMessages[c.var.language]
    const read = await readForm(c, schema, t.errors)
    if (!read.ok) return show(c, read)
    const outcome = (await work(c, number, read.input)) ?? { ok: true }
    if (!outcome.ok) return show(c, { form: { values: read.values, errors: {} }, refusal: t.refusals[outcome.refusal] })
    return seeOther(c, reportDeskPaths.report(number))
  })
}

const at = inAddress.number
step(reportDeskPaths.answer(at), answerReportInput, (c, number, input) =>
  answerReport(c.var.ctx, c.var.site.keys, number, input),
)
step(reportDeskPaths.assign(at), assignReportInput, (c, number, input) => assignReport(c.var.ctx, number, input))
step(reportDeskPaths.move(at), moveReportInput, (c, number, input) => moveReport(c.var.ctx, number, input))
step(reportDeskPaths.double(at), doubleReportInput, (c, number, input) =>
  doubleReport(c.var.ctx, c.var.site.keys, number, input),
)
step(reportDeskPaths.note(at), writeNoteInput, (c, number, input) => writeNote(c.var.ctx, number, input))
step(reportDeskPaths.hide(at), hideReportInput, (c, number, { reason }) => hideReport(c.var.ctx, number, reason))

deskRoutes.post(reportDeskPaths.show(at), async (c) => {
  const number = Number(c.req.param('number'))
  await hideReport(c.var.ctx, number, null)
  return seeOther(c, reportDeskPaths.report(number))
})

deskRoutes.post(reportDeskPaths.hideWords(at, inAddress.update), async (c) => {
  const number = Number(c.req.param('number'))
  const { update = '' } = c.req.param() as Record<string, string>
  const t = deskMessages[c.var.language]
  const body = await c.req.parseBody()
  const given = body[`reason-${update}`]
  const read = hideReportInput.safeParse({ reason: typeof given === 'string' ? given : '' })
  if (!read.success) return show(c, { form: emptyForm, refusal: t.errors.reasonMissing })
  await hideWords(c.var.ctx, number, update, read.data.reason)
  return seeOther(c, reportDeskPaths.report(number))
})
