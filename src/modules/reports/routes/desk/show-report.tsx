import type { Hono } from 'hono'
import type * as z from 'zod'
import { authorize, NotFound, personOf, system, todayOf } from '#platform/context.ts'
import { readForm, type FormState } from '#platform/forms.ts'
import { readText } from '#platform/language.ts'
import { page, seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { listAttached, reading } from '#modules/files/index.ts'
import { deskMessages } from '../../messages/desk.ts'
import { fieldMessages } from '../../messages/field.ts'
import type { ClosedFile } from '../../pages/work/closed-files.tsx'
import { ReportDeskPage } from '../../pages/work/report-desk-page.tsx'
import { inAddress, reportDeskPaths } from '../../paths.ts'
import { listContractors } from '../../queries/field.ts'
import { listCategories } from '../../queries/categories.ts'
import { listAssignablePosts, listNotes } from '../../queries/inbox.ts'
import { listQuestions } from '../../queries/questions.ts'
import { findReport, listUpdates, type Report } from '../../queries/reports.ts'
import { listTemplatesFor } from '../../queries/templates.ts'
import { originalSubject } from '../../pictures/cover-photo.ts'
import { fileSubjectsOf } from '../../readers.ts'
import { sayQuestions } from '../../questions.ts'
import { canModerate, canWorkOn } from '../../rules.ts'

export type Attempt = { form: FormState; refusal?: string }

/** The report of the address, for one of those who may work on it. */
export async function reportAtDesk(c: WebContext): Promise<Report> {
  const report = await findReport(c.var.ctx.db, { number: Number(c.req.param('number')) })
  if (report === undefined) throw new NotFound()
  authorize(canWorkOn(c.var.ctx.actor, report))
  return report
}

export async function showAtDesk(
  c: WebContext,
  attempt?: Attempt,
  status: 200 | 422 = attempt === undefined ? 200 : 422,
): Promise<Response> {
  const { ctx } = c.var
  const report = await reportAtDesk(c)
  const files = await listAttached(ctx, fileSubjectsOf(report.id))
  const original = originalSubject(report.id)
  const all = await listAttached({ ...ctx, actor: system }, [...fileSubjectsOf(report.id), original])
  const parts = {
    report,
    files,
    closedFiles: closedTo(
      c,
      all.filter(({ id, subject }) => subject !== original && !files.some((one) => one.id === id)),
    ),
    said: await sayQuestions(ctx.db, report.answersId, c.var.language, 'staff'),
    updates: await listUpdates(ctx.db, report.id),
    notes: await listNotes(ctx.db, report.id),
    questions: await listQuestions(ctx.db, report.id),
    originals: all.filter(({ subject }) => subject === original),
    contractors: await listContractors(ctx.db),
    templates: await listTemplatesFor(ctx.db, report.categoryCode),
    posts: await listAssignablePosts(ctx.db),
    categories: await listCategories(ctx.db),
    today: todayOf(ctx),
    mayModerate: canModerate(ctx.actor),
    idempotencyKey: attempt?.form.values.idempotencyKey ?? crypto.randomUUID(),
    ...attempt,
  }
  return page(c, (frame) => <ReportDeskPage {...{ frame, ...parts }} />, status)
}

const hourLong = 3_600_000

/** Files that the acting person may read because they work on the report, and not by a role of theirs. */
function closedTo(c: WebContext, files: readonly reading.AttachedFile[]): ClosedFile[] {
  const { ctx, site, language } = c.var
  const until = new Date(ctx.now.getTime() + hourLong)
  return files
    .filter(({ state, removedAt }) => state === 'checked' && removedAt === null)
    .map((file) => ({
      ...file,
      words: file.description === null ? '' : readText(file.description, language).text,
      src: reading.signFileAddress(site.keys, file, personOf(ctx.actor), until),
    }))
}

export type StepOutcome = { ok: true } | { ok: false; refusal: keyof (typeof deskMessages)['et']['refusals'] }

/** One form of the desk page: read, done, or shown again with what was typed. */
export function deskStep<S extends z.ZodType>(
  routes: Hono<AppEnv>,
  path: (number: string) => string,
  schema: S,
  work: (c: WebContext, number: number, input: z.output<S>) => Promise<StepOutcome | void>,
): void {
  const address = path(inAddress.number)
  routes.get(address, (c) => seeOther(c, reportDeskPaths.report(c.req.param('number') ?? '')))
  routes.post(address, async (c) => {
    const number = Number(c.req.param('number'))
    const t = deskMessages[c.var.language]
    const read = await readForm(c, schema, { ...fieldMessages[c.var.language].errors, ...t.errors })
    if (!read.ok) return showAtDesk(c, read)
    const outcome = (await work(c, number, read.input)) ?? { ok: true }
    if (outcome.ok) return seeOther(c, reportDeskPaths.report(number))
    return showAtDesk(c, { form: { values: read.values, errors: {} }, refusal: t.refusals[outcome.refusal] })
  })
}
