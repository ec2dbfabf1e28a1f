import * as z from 'zod'
import { authorize, inTransaction, NotFound, personOf, type Context } from '#platform/context.ts'
import type { Db } from '#platform/database.ts'
import { record } from '#platform/events.ts'
import { commitmentSubject } from './events.ts'
import { ownPostTitle } from './own-post.ts'
import { publishProof, withProof } from './proof-files.ts'
import { lockVouched, type VouchedRow } from './queries/evidence.ts'
import { canDecideOn, whyNotConfirmable } from './rules.ts'

export const declineEvidenceInput = z.object({
  reason: z.string().trim().min(5, 'reasonMissing').max(500, 'reasonTooLong'),
})

export type DecideOutcome =
  | { ok: true; number: string }
  | { ok: false; refusal: 'alreadyDecided' | 'proofBeingChecked' | 'proofRefused' }

const nobody = { postIds: [], bodyIds: [] }

async function open(ctx: Context, id: string): Promise<VouchedRow & { number: string }> {
  const evidence = await lockVouched(ctx.db, id)
  if (evidence === undefined) throw new NotFound()
  authorize(canDecideOn(ctx.actor, evidence))
  return { ...evidence, number: await numberOf(ctx.db, evidence.commitmentId) }
}

/** The number of a commitment in the newest version that has it. */
export async function numberOf(db: Db, commitmentId: string): Promise<string> {
  const row = await db
    .selectFrom('plan_wordings as w')
    .innerJoin('plan_versions as v', 'v.id', 'w.version_id')
    .select('w.number')
    .where('w.commitment_id', '=', commitmentId)
    .orderBy((order) => order.case().when('v.state', '=', 'adopted').then(0).else(1).end())
    .orderBy('v.number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.number ?? ''
}

/** The second pair of eyes: from now on the evidence counts. The database refuses the voucher's own confirmation too. */
export async function confirmEvidence(context: Context, id: string): Promise<DecideOutcome> {
  return inTransaction(context, async (ctx) => {
    const evidence = await open(ctx, id)
    if (evidence.confirmedAt !== null || evidence.declinedAt !== null) return { ok: false, refusal: 'alreadyDecided' }
    const [proven] = await withProof(ctx, [evidence])
    const hindrance = whyNotConfirmable(evidence, proven!.files)
    if (hindrance !== null) return { ok: false, refusal: hindrance }
    const confirmed_post = await ownPostTitle(ctx.db, ctx.actor, nobody)
    await ctx.db
      .updateTable('plan_vouched_evidence')
      .set({ confirmed_by: personOf(ctx.actor), confirmed_at: ctx.now, confirmed_post })
      .where('id', '=', id)
      .execute()
    await publishProof(ctx, id)
    const facts = { commitment: evidence.number, on: evidence.occurredOn }
    await record(ctx, 'plan.evidence-confirmed', commitmentSubject(evidence.commitmentId), facts)
    return { ok: true, number: evidence.number }
  })
}

export async function declineEvidence(
  context: Context,
  id: string,
  { reason }: z.output<typeof declineEvidenceInput>,
): Promise<DecideOutcome> {
  return inTransaction(context, async (ctx) => {
    const evidence = await open(ctx, id)
    if (evidence.confirmedAt !== null || evidence.declinedAt !== null) return { ok: false, refusal: 'alreadyDecided' }
    await ctx.db
      .updateTable('plan_vouched_evidence')
      .set({ declined_by: personOf(ctx.actor), declined_at: ctx.now, decline_reason: reason })
      .where('id', '=', id)
      .execute()
    await record(ctx, 'plan.evidence-declined', commitmentSubject(evidence.commitmentId), {
      commitment: evidence.number,
    })
    return { ok: true, number: evidence.number }
  })
}
