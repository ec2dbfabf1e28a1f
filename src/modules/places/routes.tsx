import { Hono } from 'hono'
import { page, type AppEnv } from '#platform/web/http.ts'
import { SettlementsPage } from './pages/settlements-page.tsx'
import { placePaths } from './paths.ts'
import { listSettlements } from './queries.ts'
import { settlementKinds, settlementOrders } from './rules.ts'

export const placeRoutes = new Hono<AppEnv>()

placeRoutes.get(placePaths.list, async (c) => {
  const kind = settlementKinds.find((one) => one === c.req.query('liik')) ?? null
  const order = settlementOrders.find((one) => one === c.req.query('jarjestus')) ?? 'nimi'
  const settlements = await listSettlements(c.var.ctx.db)
  return page(c, (frame) => <SettlementsPage {...{ frame, settlements, kind, order }} />)
})
