import * as z from 'zod'
import { authorize, inTransaction, personOf, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { reviseText } from '#platform/language.ts'
import { commitmentSubject } from './events.ts'
import { ownersOf, ownPostTitle } from './own-post.ts'
import { canUpdate } from './rules.ts'
import { commitmentInForce } from './vouch-evidence.ts'

export const writeNarrativeInput = z.object({
  period: z.string().regex(/^[0-9]{4}(-(Q[1-4]|0[1-9]|1[0-2]))?$/, 'periodMissing'),
  'text.et': z.string().trim().min(10, 'textTooShort').max(5000, 'textTooLong'),
  'text.en': z.string().trim().max(5000, 'textTooLong').default(''),
  'text.ru': z.string().trim().max(5000, 'textTooLong').default(''),
})

/** The official's own words about a period. They stand beside the computed status and never change it. */
export async function writeNarrative(
  context: Context,
  number: string,
  input: z.output<typeof writeNarrativeInput>,
): Promise<{ ok: true }> {
  return inTransaction(context, async (ctx) => {
    const { commitment } = await commitmentInForce(ctx, number)
    const owners = ownersOf(commitment)
    authorize(canUpdate(ctx.actor, owners))
    // Two first words about the same period wait for one another here.
    await ctx.db.selectFrom('plan_commitments').select('id').where('id', '=', commitment.id).forUpdate().execute()
    const same = await ctx.db
      .selectFrom('plan_narratives')
      .select('text')
      .where('commitment_id', '=', commitment.id)
      .where('period', '=', input.period)
      .where('replaced_at', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    const words = { et: input['text.et'], en: input['text.en'], ru: input['text.ru'] }
    if (
      same !== undefined &&
      same.text.et === words.et &&
      (same.text.en ?? '') === words.en &&
      (same.text.ru ?? '') === words.ru
    ) {
      return { ok: true }
    }
    const before = await ctx.db
      .updateTable('plan_narratives')
      .set({ replaced_at: ctx.now })
      .where('commitment_id', '=', commitment.id)
      .where('period', '=', input.period)
      .where('replaced_at', 'is', null)
      .returning('text')
      .executeTakeFirst()
    const text = reviseText(before?.text, words)
    await ctx.db
      .insertInto('plan_narratives')
      .values({
        commitment_id: commitment.id,
        period: input.period,
        text: JSON.stringify(text),
        author_id: personOf(ctx.actor),
        author_post: await ownPostTitle(ctx.db, ctx.actor, owners),
        written_at: ctx.now,
      })
      .execute()
    await record(ctx, 'plan.narrative-written', commitmentSubject(commitment.id), {
      commitment: number,
      period: input.period,
    })
    return { ok: true }
  })
}
