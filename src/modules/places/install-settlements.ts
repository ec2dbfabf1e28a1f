import * as z from 'zod'
import type { Context } from '#platform/context.ts'
import type { SiteFiles } from '#platform/site-files.ts'
import { upsertSettlements } from './queries.ts'
import { bareName, kindOfType, neighboursOf } from './rules.ts'

const ring = z.array(z.array(z.number()).min(2)).min(4)
const settlementsFile = z.object({
  features: z.array(
    z.object({
      properties: z.object({
        name: z.string().min(1),
        ehak: z.string().regex(/^\d{4}$/),
        type: z.string().refine((type) => kindOfType(type) !== undefined, 'unknown kind of settlement'),
        areaM2: z.number().int().positive(),
      }),
      geometry: z.discriminatedUnion('type', [
        z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) }),
        z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1)).min(1) }),
      ]),
    }),
  ),
})

/** Puts the state's facts of every settlement in place; what officials wrote about it stays. */
export async function installSettlements(ctx: Context, files: SiteFiles): Promise<void> {
  if (!files.has('settlements.geojson')) return
  const { features } = files.read('settlements.geojson', settlementsFile)
  const settlements = features.map(({ properties, geometry }) => {
    const kind = kindOfType(properties.type)!
    const { ehak, areaM2 } = properties
    return { ehak, name: bareName(properties.name, kind), kind, areaM2, outline: geometry }
  })
  const neighbours = neighboursOf(settlements)
  await upsertSettlements(
    ctx.db,
    settlements.map((one) => ({ ...one, neighbours: neighbours.get(one.ehak)! })),
  )
}
