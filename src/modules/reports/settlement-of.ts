import type { Context } from '#platform/context.ts'
import { listSettlements, settlementAt } from '#modules/places/index.ts'
import { outlineToleranceMetres } from './map-point.ts'
import type { Point } from './rules.ts'

/** The settlement's code, null when it is told in words alone, undefined for a point outside the municipality. */
export async function settlementOf(
  ctx: Context,
  chosen: string,
  point: Point | null,
): Promise<string | null | undefined> {
  const settlements = await listSettlements(ctx.db)
  if (point !== null) return settlementAt(settlements, point, outlineToleranceMetres)?.ehak
  return settlements.some(({ ehak }) => ehak === chosen) ? chosen : null
}
