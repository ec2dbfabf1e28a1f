import { materials } from '#modules/meetings/index.ts'
import type { Context } from '#platform/context.ts'
import type { Act } from './queries/acts.ts'

type Restriction = Parameters<typeof materials.restrict>[2]

/** What is withheld of an act is withheld where it was decided: draft, memo, annexes, amendments and minutes say the same. */
export async function restrictMaterials(
  ctx: Context,
  { origin, itemId }: Pick<Act, 'origin' | 'itemId'>,
  restriction: Restriction,
): Promise<void> {
  if (origin !== null && itemId !== null)
    await materials.restrict(ctx, { meeting: origin.meeting, itemId }, restriction)
}
