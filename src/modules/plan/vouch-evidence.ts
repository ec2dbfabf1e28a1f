import * as z from 'zod'
import { authorize, inTransaction, NotFound, personOf, todayOf, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { reviseText } from '#platform/language.ts'
import { once } from '#platform/once.ts'
import { commitmentSubject } from './events.ts'
import { ownersOf, ownPostTitle } from './own-post.ts'
import { attachProof } from './proof-files.ts'
import { findCommitment } from './queries/commitments.ts'
import { findVersionInForce } from './queries/versions.ts'
import { canUpdate } from './rules.ts'

export const vouchEvidenceInput = z.object({
  idempotencyKey: z.uuid(),
  'title.et': z.string().trim().min(5, 'titleTooShort').max(200, 'titleTooLong'),
  'title.en': z.string().trim().max(200, 'titleTooLong').default(''),
  'title.ru': z.string().trim().max(200, 'titleTooLong').default(''),
  occurredOn: z.iso.date('dayMissing'),
  url: z
    .string()
    .trim()
    .max(1000, 'urlWrong')
    .refine((url) => url === '' || (/^https?:\/\//.test(url) && URL.canParse(url)), 'urlWrong')
    .default(''),
  /** What a photo shows, for those who cannot see it. */
  proofDescription: z.string().trim().max(500, 'descriptionTooLong').default(''),
})
export type VouchEvidenceInput = z.output<typeof vouchEvidenceInput>
export type VouchEvidenceOutcome = { ok: true; id: string } | { ok: false; refusal: 'dayInFuture' }

/** An owner vouches for something done off the platform. It counts when a second person has confirmed it. */
export async function vouchEvidence(
  context: Context,
  number: string,
  input: VouchEvidenceInput,
  proofFile: string | null = null,
): Promise<VouchEvidenceOutcome> {
  return inTransaction(context, async (ctx) => {
    const { commitment } = await commitmentInForce(ctx, number)
    const owners = ownersOf(commitment)
    authorize(canUpdate(ctx.actor, owners))
    return once<VouchEvidenceOutcome>(ctx, input.idempotencyKey, 'plan.vouch-evidence', async () => {
      if (input.occurredOn > todayOf(ctx)) return { ok: false, refusal: 'dayInFuture' }
      const title = reviseText(undefined, { et: input['title.et'], en: input['title.en'], ru: input['title.ru'] })
      const { id } = await ctx.db
        .insertInto('plan_vouched_evidence')
        .values({
          commitment_id: commitment.id,
          title: JSON.stringify(title),
          occurred_on: input.occurredOn,
          url: input.url === '' ? null : input.url,
          vouched_by: personOf(ctx.actor),
          vouched_post: await ownPostTitle(ctx.db, ctx.actor, owners),
          vouched_at: ctx.now,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      if (proofFile !== null) await attachProof(ctx, id, proofFile)
      await record(ctx, 'plan.evidence-vouched', commitmentSubject(commitment.id), {
        commitment: number,
        on: input.occurredOn,
      })
      return { ok: true, id }
    })
  })
}

/** The commitment under a number of the plan in force. Throws `NotFound`. */
export async function commitmentInForce(ctx: Context, number: string) {
  const version = await findVersionInForce(ctx.db, todayOf(ctx))
  const commitment = version && (await findCommitment(ctx.db, version.id, number))
  if (version === undefined || commitment === undefined) throw new NotFound()
  return { version, commitment }
}
