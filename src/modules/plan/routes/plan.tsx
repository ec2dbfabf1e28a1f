import { Hono } from 'hono'
import { canMakePdf } from '#platform/typst/make-pdf.ts'
import { page, type AppEnv } from '#platform/web/http.ts'
import { NoPlanPage, PlanPage } from '../pages/plan-page.tsx'
import { readChoice } from '../pages/plan-filters.ts'
import { planPaths } from '../paths.ts'
import { readPlan } from '../read-plan.ts'

export const planPageRoutes = new Hono<AppEnv>()

planPageRoutes.get(planPaths.plan, async (c) => {
  const plan = await readPlan(c.var.ctx)
  if (plan === undefined) return page(c, (frame) => <NoPlanPage frame={frame} />)
  const choice = readChoice((name) => c.req.query(name))
  return page(c, (frame) => <PlanPage {...{ frame, plan, choice }} canMakePdf={canMakePdf()} />)
})
