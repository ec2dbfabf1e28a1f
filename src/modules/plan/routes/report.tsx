import { Hono } from 'hono'
import { NotFound, todayOf } from '#platform/context.ts'
import { offeredEvidence } from '#platform/evidence.ts'
import { readText } from '#platform/language.ts'
import { canMakePdf, NoTypesetter } from '#platform/typst/make-pdf.ts'
import type { PdfDocument } from '#platform/typst/pdf-document.ts'
import { page, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { answerPdf } from '#platform/web/answer-pdf.ts'
import { planOnPaper } from '../paper/plan-on-paper.ts'
import type { Paper } from '../paper/local-runs.ts'
import { reportOnPaper } from '../paper/report-on-paper.ts'
import { NoPdfPage, ReportPage } from '../pages/report-page.tsx'
import { inAddress, planPaths } from '../paths.ts'
import { readPlan } from '../read-plan.ts'
import { readYear } from '../read-year.ts'
import { reportYears } from '../report-of-year.ts'

export const reportRoutes = new Hono<AppEnv>()

reportRoutes.get(planPaths.report(inAddress.year), async (c) => {
  const { ctx } = c.var
  const report = await readYear(ctx, Number(c.req.param('year')))
  if (report === undefined) throw new NotFound()
  const years = reportYears(report.version, todayOf(ctx))
  const parts = { report, years, sources: offeredEvidence(), canMakePdf: canMakePdf() }
  return page(c, (frame) => <ReportPage {...{ frame, ...parts }} />)
})

reportRoutes.get(planPaths.report(inAddress.yearPdf), (c) => {
  const year = (c.req.param('file') ?? '').slice(0, 4)
  return pdf(c, planPaths.report(year), async (paper) => {
    const report = await readYear(c.var.ctx, Number(year))
    if (report === undefined) throw new NotFound()
    return reportOnPaper(report, paper)
  })
})

reportRoutes.get(planPaths.planPdf, (c) =>
  pdf(c, planPaths.plan, async (paper) => {
    const plan = await readPlan(c.var.ctx)
    if (plan === undefined) throw new NotFound()
    return planOnPaper(plan, paper)
  }),
)

/** The file, or a page that says plainly why there is none and where the same can be read. */
async function pdf(c: WebContext, pagePath: string, write: (paper: Paper) => Promise<PdfDocument>): Promise<Response> {
  const { language, site } = c.var
  const municipality = readText(site.settings.name, language).text
  try {
    return await answerPdf(c, (origin) => write({ language, origin, municipality }))
  } catch (error) {
    if (!(error instanceof NoTypesetter)) throw error
    return page(c, (frame) => <NoPdfPage frame={frame} path={pagePath} />, 503)
  }
}
