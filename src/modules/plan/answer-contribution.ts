import * as z from 'zod'
import { authorize, inTransaction, NotFound, personOf, todayOf, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { reviseText } from '#platform/language.ts'
import { commitmentSubject } from './events.ts'
import { ownersOf, ownPostTitle } from './own-post.ts'
import { findCommitment } from './queries/commitments.ts'
import { lockContribution, type Contribution } from './queries/participation.ts'
import { canUpdate, coordinates, type Ownership } from './rules.ts'

export const answerInput = z.object({
  'answer.et': z.string().trim().min(5, 'answerTooShort').max(5000, 'answerTooLong'),
  'answer.en': z.string().trim().max(5000, 'answerTooLong').default(''),
  'answer.ru': z.string().trim().max(5000, 'answerTooLong').default(''),
})

export const hideInput = z.object({ reason: z.string().trim().min(5, 'reasonMissing').max(500, 'reasonTooLong') })

type Found = Contribution & { number: string; owners: Ownership; version: number | null }

async function find(ctx: Context, id: string): Promise<Found> {
  const contribution = await lockContribution(ctx.db, id)
  if (contribution === undefined) throw new NotFound()
  const newest = await ctx.db
    .selectFrom('plan_wordings as w')
    .innerJoin('plan_versions as v', 'v.id', 'w.version_id')
    .select(['v.id', 'v.number', 'w.number as commitmentNumber'])
    .where('w.commitment_id', '=', contribution.commitmentId)
    .$if(contribution.versionId !== null, (query) => query.where('v.id', '=', contribution.versionId!))
    .$if(contribution.versionId === null, (query) =>
      query.where('v.state', '=', 'adopted').where('v.in_force_from', '<=', todayOf(ctx)),
    )
    .orderBy('v.number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (newest === undefined) throw new NotFound()
  const number = newest.commitmentNumber
  const commitment = await findCommitment(ctx.db, newest.id, number)
  const owners = commitment === undefined ? { postIds: [], bodyIds: [] } : ownersOf(commitment)
  return { ...contribution, number, owners, version: contribution.versionId === null ? null : newest.number }
}

/** The answer of an owner or the coordinator, in public, to a question or to a comment on a draft. */
export async function answerContribution(
  context: Context,
  id: string,
  input: z.output<typeof answerInput>,
): Promise<{ ok: true; number: string; version: number | null }> {
  return inTransaction(context, async (ctx) => {
    const found = await find(ctx, id)
    authorize(canUpdate(ctx.actor, found.owners))
    const words = { et: input['answer.et'], en: input['answer.en'], ru: input['answer.ru'] }
    await ctx.db
      .updateTable('plan_contributions')
      .set({
        answer: JSON.stringify(reviseText(found.answer ?? undefined, words)),
        answered_by: personOf(ctx.actor),
        answered_post: await ownPostTitle(ctx.db, ctx.actor, found.owners),
        answered_at: ctx.now,
      })
      .where('id', '=', id)
      .execute()
    const subject = commitmentSubject(found.commitmentId)
    if (found.version === null) await record(ctx, 'plan.question-answered', subject, { commitment: found.number })
    else await record(ctx, 'plan.comment-answered', subject, { commitment: found.number, version: found.version })
    return { ok: true, number: found.number, version: found.version }
  })
}

/** Hides words that must not stand in public, with the reason in their place; nothing is deleted. */
export async function hideContribution(
  context: Context,
  id: string,
  { reason }: z.output<typeof hideInput>,
): Promise<{ ok: true; number: string; version: number | null }> {
  return inTransaction(context, async (ctx) => {
    authorize(coordinates(ctx.actor))
    const found = await find(ctx, id)
    await ctx.db
      .updateTable('plan_contributions')
      .set({ hidden_at: ctx.now, hidden_by: personOf(ctx.actor), hidden_reason: reason })
      .where('id', '=', id)
      .execute()
    await record(ctx, 'plan.contribution-hidden', commitmentSubject(found.commitmentId), { commitment: found.number })
    return { ok: true, number: found.number, version: found.version }
  })
}
