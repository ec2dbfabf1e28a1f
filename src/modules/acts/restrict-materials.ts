import { materials } from '#modules/meetings/index.ts'
import type { Context } from '#platform/context.ts'
import type { Act } from './queries/acts.ts'

type Restriction = Parameters<typeof materials.restrict>[2]

/** What is withheld of an act is withheld where it was decided: draft, memo, annexes, amendments and minutes say the same. */
export async function restrictMaterials(
  ctx: Context,
  { meeting, itemId }: { meeting: number | undefined; itemId: string | null },
  restriction: Restriction,
): Promise<void> {
  if (meeting !== undefined && itemId !== null) await materials.restrict(ctx, { meeting, itemId }, restriction)
}

/** Where an act was decided; what was entered at the desk was decided nowhere here. */
export const decidedAt = ({ origin, itemId }: Pick<Act, 'origin' | 'itemId'>) => ({ meeting: origin?.meeting, itemId })
