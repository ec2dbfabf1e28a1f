import { Hono } from 'hono'
import * as z from 'zod'
import { authorize, NotFound } from '#platform/context.ts'
import { nextDue } from '#platform/jobs/calendar.ts'
import { catalogueOf, type ModuleWork } from '#platform/jobs/catalogue.ts'
import { countQueued, listFailedWork } from '#platform/jobs/failed-work.ts'
import { readText, type Language } from '#platform/language.ts'
import { page, seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { OperationsPage, type CalendarLine } from './pages/operations-page.tsx'
import { operationsPaths } from './paths.ts'
import { retryWork } from './retry-work.ts'
import { canOperate } from './rules.ts'

const mostShown = 100

export function makeOperationsRoutes(modules: readonly ModuleWork[]): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  const catalogue = catalogueOf(modules)

  const titleOf = (name: string, language: Language): string => {
    const title = catalogue.titleOf(name)
    return title === undefined ? name : readText(title, language).text
  }
  const show = async (c: WebContext, refusal?: 'gone') => {
    const { ctx, language, site } = c.var
    authorize(canOperate(ctx.actor))
    const counts = await countQueued(ctx.db)
    const failed = await listFailedWork(ctx.db, mostShown)
    const calendar: CalendarLine[] = [...catalogue.cron].map(([name, job]) => ({
      title: readText(job.title, language).text,
      cron: job.cron,
      next: nextDue(job.cron, site.settings.timeZone, ctx.now),
      name,
    }))
    const named = failed.map((one) => ({ ...one, title: titleOf(one.name, language) }))
    const isDone = c.req.query('tehtud') !== undefined
    return page(
      c,
      (frame) => <OperationsPage {...{ frame, counts, failed: named, calendar, refusal, isDone }} />,
      refusal === undefined ? 200 : 422,
    )
  }

  routes.get(operationsPaths.home, (c) => show(c))
  routes.post(operationsPaths.retry(':id'), async (c) => {
    const id = z.uuid().safeParse(c.req.param('id'))
    if (!id.success) throw new NotFound()
    const outcome = await retryWork(c.var.ctx, c.var.site, c.var.log, id.data)
    return outcome.ok ? seeOther(c, `${operationsPaths.home}?tehtud`) : show(c, outcome.refusal)
  })
  return routes
}
