import { anonymous, type Context } from '#platform/context.ts'
import { offeredEvidence, type EvidenceFigure } from '#platform/evidence.ts'
import type { Binding } from './duty.ts'

/** The numbers that modules tell beside the evidence to which a promise is bound; the same for every reader. */
export async function readEvidenceFigures(
  ctx: Context,
  { bindings }: { bindings: readonly Pick<Binding, 'keys'>[] },
): Promise<EvidenceFigure[]> {
  const bound = new Set(bindings.flatMap(({ keys }) => keys))
  const open = { ...ctx, actor: anonymous }
  const told: EvidenceFigure[] = []
  for (const { key, figures } of offeredEvidence()) {
    if (bound.has(key) && figures !== undefined) told.push(...(await figures(open)))
  }
  return told
}
