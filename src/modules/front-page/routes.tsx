import { Hono } from 'hono'
import { authorize, todayOf } from '#platform/context.ts'
import { compareText } from '#platform/format.ts'
import type { Module, WaitingTask } from '#platform/module.ts'
import { page, seeOther, type AppEnv } from '#platform/web/http.ts'
import { listPublicEvents } from '#modules/log/index.ts'
import { listSettlements } from '#modules/places/index.ts'
import { readPlan } from '#modules/plan/index.ts'
import { HomePage } from './pages/home-page.tsx'
import { StatementPage } from './pages/statement-page.tsx'
import { WorkspaceHomePage } from './pages/workspace-home-page.tsx'
import { canEnterWorkspace } from './rules.ts'

type Waiting = NonNullable<Module['waiting']>

const latestShown = 5

/** `waiting` comes from the composition: each module says what waits for an official in it. */
export function makeFrontPageRoutes(waiting: readonly Waiting[]): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()

  routes.get('/', async (c) => {
    const { ctx } = c.var
    const today = todayOf(ctx)
    const plan = await readPlan(ctx)
    const latest = await listPublicEvents(ctx.db, null, latestShown)
    const settlements = await listSettlements(ctx.db)
    const compare = compareText('et')
    const named = settlements.map(({ ehak, name }) => ({ ehak, name })).toSorted((a, b) => compare(a.name, b.name))
    return page(c, (frame) => <HomePage {...{ frame, today, plan, latest }} settlements={named} />)
  })

  routes.get('/minu-kula', (c) => {
    const ehak = c.req.query('asula') ?? ''
    return seeOther(c, /^\d{4}$/.test(ehak) ? `/asulad/${ehak}` : '/asulad')
  })

  routes.get('/too', async (c) => {
    const { ctx, language } = c.var
    authorize(canEnterWorkspace(ctx.actor))
    const tasks: WaitingTask[] = []
    for (const list of waiting) tasks.push(...(await list(ctx, language)))
    return page(c, (frame) => <WorkspaceHomePage frame={frame} tasks={tasks} today={todayOf(ctx)} />)
  })

  routes.get('/ligipaasetavus', (c) => page(c, (frame) => <StatementPage frame={frame} statement="accessibility" />))
  routes.get('/privaatsus', (c) => page(c, (frame) => <StatementPage frame={frame} statement="privacy" />))
  return routes
}
