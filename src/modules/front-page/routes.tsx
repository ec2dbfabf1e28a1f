import { Hono } from 'hono'
import type { VNode } from 'preact'
import { authorize, personOf, todayOf } from '#platform/context.ts'
import { compareText } from '#platform/format.ts'
import type { HomeSection } from '#platform/home-section.ts'
import type { Module, WaitingTask } from '#platform/module.ts'
import { page, seeOther, type AppEnv } from '#platform/web/http.ts'
import { listEventsAbout, listPublicEvents } from '#modules/log/index.ts'
import { registry } from '#modules/people/index.ts'
import { listSettlements } from '#modules/places/index.ts'
import { readPlan } from '#modules/plan/index.ts'
import { HomePage } from './pages/home-page.tsx'
import { StatementPage } from './pages/statement-page.tsx'
import { WorkspaceHomePage } from './pages/workspace-home-page.tsx'
import { canEnterWorkspace, inRole, leftToTheLog, workRoles } from './rules.ts'

const latestShown = 5
const recentShown = 15

/** `modules` come from the composition: each says what waits for an official in it, and what is in their care. */
export function makeFrontPageRoutes(modules: readonly Module[]): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()

  routes.get('/', async (c) => {
    const { ctx } = c.var
    const today = todayOf(ctx)
    const plan = await readPlan(ctx)
    const latest = await listPublicEvents(ctx.db, null, latestShown, leftToTheLog)
    const settlements = await listSettlements(ctx.db)
    const compare = compareText('et')
    const named = settlements.map(({ ehak, name }) => ({ ehak, name })).toSorted((a, b) => compare(a.name, b.name))
    const sections: Record<HomeSection['place'], VNode[]> = { today: [], latest: [] }
    for (const { place, section } of modules.flatMap(({ homeSections = [] }) => homeSections)) {
      const shown = await section(ctx)
      if (shown !== null) sections[place].push(shown)
    }
    return page(c, (frame) => <HomePage {...{ frame, today, plan, latest, sections }} settlements={named} />)
  })

  routes.get('/minu-kula', (c) => {
    const ehak = c.req.query('asula') ?? ''
    return seeOther(c, /^\d{4}$/.test(ehak) ? `/asulad/${ehak}` : '/asulad')
  })

  routes.get('/too', async (c) => {
    const { language } = c.var
    const own = c.var.ctx.actor
    authorize(canEnterWorkspace(own))
    const roles = workRoles(own)
    const role = roles.find((one) => one === c.req.query('roll')) ?? null
    const ctx = { ...c.var.ctx, actor: role === null ? own : inRole(own, role) }
    const tasks: WaitingTask[] = []
    const inCare: string[] = []
    for (const module of modules) {
      tasks.push(...((await module.waiting?.(ctx, language)) ?? []))
      inCare.push(...((await module.inMyCare?.(ctx)) ?? []))
    }
    const recent = await listEventsAbout(ctx.db, inCare, recentShown)
    const bodies = await registry.listRepresented(ctx.db, personOf(own), todayOf(ctx))
    const given = { tasks, recent, roles, role, bodies, actingFor: own.actingFor }
    return page(c, (frame) => <WorkspaceHomePage frame={frame} today={todayOf(ctx)} {...given} />)
  })

  routes.get('/ligipaasetavus', (c) => page(c, (frame) => <StatementPage frame={frame} statement="accessibility" />))
  routes.get('/privaatsus', (c) => page(c, (frame) => <StatementPage frame={frame} statement="privacy" />))
  return routes
}
