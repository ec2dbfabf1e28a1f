import * as z from 'zod'
import type { Context } from '#platform/context.ts'
import { refusing } from '#platform/refusing.ts'
import { recordAct } from './events.ts'
import { day } from './inputs.ts'
import { findAct, lockAct } from './queries/acts.ts'
import { insertRelation, matchRelations, updateAct } from './queries/change-acts.ts'
import { relationKinds } from './rules.ts'
import { workOn } from './work-on.ts'

export const relateInput = z.object({
  kind: z.enum(relationKinds, 'invalid'),
  /** The address of the other act, or its last part. */
  other: z
    .string('otherMissing')
    .trim()
    .transform(
      (given) =>
        given
          .replace(/[?#].*$/, '')
          .replace(/\/+$/, '')
          .split('/')
          .at(-1) ?? '',
    )
    .pipe(z.string().regex(/^[a-z0-9-]{5,160}$/, 'otherMissing')),
  relateOn: day,
})
export type RelateOutcome =
  | { ok: true }
  | { ok: false; refusal: 'otherUnknown' | 'sameAct' | 'relatedAlready' | 'otherYounger' | 'annulledAlready' }

/** This act amends or repeals another one from a day on; both pages say so. */
export async function relateActs(
  context: Context,
  slug: string,
  { kind, other, relateOn: on }: z.output<typeof relateInput>,
): Promise<RelateOutcome> {
  return workOn(context, slug, async (ctx, act): Promise<RelateOutcome> => {
    if (other === slug) return { ok: false, refusal: 'sameAct' }
    if (act.annulledOn !== null) return { ok: false, refusal: 'annulledAlready' }
    const target = await lockAct(ctx.db, other)
    if (target === undefined) return { ok: false, refusal: 'otherUnknown' }
    if (target.adoptedOn > act.adoptedOn) return { ok: false, refusal: 'otherYounger' }
    await refusing({ acts_relations_pkey: 'relatedAlready' }, () =>
      insertRelation(ctx.db, { actId: act.id, targetId: target.id, kind, onDate: on, at: ctx.now }),
    )
    await matchRelations(ctx.db, { targetId: target.id }, ctx.now)
    await updateAct(ctx.db, act.id, {}, ctx.now)
    await recordAct(ctx, 'acts.related', act, { other: target.slug, how: kind })
    await recordAct(ctx, 'acts.related', (await findAct(ctx.db, { id: target.id }))!, { other: act.slug, how: kind })
    return { ok: true }
  })
}
