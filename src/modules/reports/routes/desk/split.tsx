import { Hono } from 'hono'
import { readForm } from '#platform/forms.ts'
import { page, seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { listAttached } from '#modules/files/index.ts'
import { listSettlements } from '#modules/places/index.ts'
import { reportSubject } from '../../events.ts'
import { deskMessages } from '../../messages/desk.ts'
import { SplitPage } from '../../pages/work/split-page.tsx'
import { inAddress, reportDeskPaths as paths } from '../../paths.ts'
import { listCategories } from '../../queries/categories.ts'
import { splitReport, splitReportInput } from '../../split-report.ts'
import { reportAtDesk, type Attempt } from './show-report.tsx'

export const splitRoutes = new Hono<AppEnv>()

async function show(c: WebContext, attempt?: Attempt): Promise<Response> {
  const { ctx } = c.var
  const report = await reportAtDesk(c)
  const point = report.latitude === null ? '' : `${report.latitude}, ${report.longitude}`
  const values = {
    words: report.words,
    category: report.categoryCode,
    settlement: report.settlement?.ehak ?? '',
    address: report.address,
    point,
  }
  const parts = {
    report,
    files: await listAttached(ctx, [reportSubject(report.id)]),
    categories: (await listCategories(ctx.db)).filter(({ isOpen }) => isOpen),
    settlements: await listSettlements(ctx.db),
    form: attempt?.form ?? { values, errors: {} },
    refusal: attempt?.refusal,
    idempotencyKey: attempt?.form.values.idempotencyKey ?? crypto.randomUUID(),
  }
  return page(c, (frame) => <SplitPage {...{ frame, ...parts }} />, attempt === undefined ? 200 : 422)
}

splitRoutes.get(paths.split(inAddress.number), (c) => show(c))
splitRoutes.post(paths.split(inAddress.number), async (c) => {
  const { ctx, site, language } = c.var
  const { number } = await reportAtDesk(c)
  const t = deskMessages[language]
  const read = await readForm(c, splitReportInput, t.errors)
  if (!read.ok) return show(c, read)
  const outcome = await splitReport(ctx, site.keys, number, read.input)
  if (outcome.ok) return seeOther(c, paths.report(outcome.number))
  return show(c, { form: { values: read.values, errors: {} }, refusal: t.refusals[outcome.refusal] })
})
