import { Hono } from 'hono'
import { NotFound } from '#platform/context.ts'
import { keepUntilChange, type AppEnv } from '#platform/web/http.ts'
import { placePaths } from './paths.ts'
import { findSettlement, listSettlements } from './queries.ts'
import { nameOfSettlement, sortSettlements, type Settlement } from './rules.ts'

export const placeApi = new Hono<AppEnv>()

const source = 'Maa-amet, 01.09.2018'

function facts(one: Settlement) {
  return {
    ehak: one.ehak,
    name: nameOfSettlement(one, 'et'),
    kind: one.kind,
    area_m2: one.areaM2,
    neighbours: one.neighbours,
    url: placePaths.show(one.ehak),
  }
}

placeApi.get(placePaths.apiList, async (c) => {
  const settlements = sortSettlements(await listSettlements(c.var.ctx.db), 'nimi')
  keepUntilChange(c)
  return c.json({ source, settlements: settlements.map(facts) })
})

placeApi.get('/api/v1/settlements/:ehak{[0-9]{4}}', async (c) => {
  const settlement = await findSettlement(c.var.ctx.db, c.req.param('ehak'))
  if (settlement === undefined) throw new NotFound()
  keepUntilChange(c)
  return c.json({ type: 'Feature', properties: { ...facts(settlement), source }, geometry: settlement.outline })
})
