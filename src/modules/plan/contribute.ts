import * as z from 'zod'
import { authorize, inTransaction, NotFound, personOf, todayOf, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { once } from '#platform/once.ts'
import { commitmentSubject } from './events.ts'
import { findCommitment, type CommitmentRow } from './queries/commitments.ts'
import { countSentSince } from './queries/participation.ts'
import { findVersion } from './queries/versions.ts'
import { canAsk, isOpenForComments, shownAs } from './rules.ts'
import { commitmentInForce } from './vouch-evidence.ts'

export const contributeInput = z.object({
  idempotencyKey: z.uuid(),
  words: z.string().trim().min(10, 'wordsTooShort').max(5000, 'wordsTooLong'),
  named: z.literal('on').optional(),
})
export type ContributeInput = z.output<typeof contributeInput>
export type ContributeOutcome = { ok: true; id: string } | { ok: false; refusal: 'tooManyToday' | 'discussionClosed' }

const mostPerDay = 20

/** A resident asks about a commitment of the plan in force. */
export async function askQuestion(
  context: Context,
  number: string,
  input: ContributeInput,
): Promise<ContributeOutcome> {
  return inTransaction(context, async (ctx) => {
    authorize(canAsk(ctx.actor))
    const { commitment } = await commitmentInForce(ctx, number)
    return once<ContributeOutcome>(ctx, input.idempotencyKey, 'plan.ask-question', async () => {
      const sent = await send(ctx, commitment, null, input)
      if (sent.ok) await record(ctx, 'plan.question-asked', commitmentSubject(commitment.id), { commitment: number })
      return sent
    })
  })
}

/** A resident comments on a commitment of a version that is under discussion. */
export async function commentOnDraft(
  context: Context,
  versionNumber: number,
  number: string,
  input: ContributeInput,
): Promise<ContributeOutcome> {
  return inTransaction(context, async (ctx) => {
    authorize(canAsk(ctx.actor))
    const version = await findVersion(ctx.db, versionNumber)
    const commitment = version && (await findCommitment(ctx.db, version.id, number))
    if (version === undefined || commitment === undefined) throw new NotFound()
    return once<ContributeOutcome>(ctx, input.idempotencyKey, 'plan.comment-on-draft', async () => {
      if (!isOpenForComments(version, todayOf(ctx))) return { ok: false, refusal: 'discussionClosed' }
      const sent = await send(ctx, commitment, version.id, input)
      const facts = { commitment: number, version: versionNumber }
      if (sent.ok) await record(ctx, 'plan.comment-sent', commitmentSubject(commitment.id), facts)
      return sent
    })
  })
}

async function send(
  ctx: Context,
  commitment: CommitmentRow,
  versionId: string | null,
  input: ContributeInput,
): Promise<ContributeOutcome> {
  const author = personOf(ctx.actor)
  // Counted one at a time per person, or many sent at once would all be below the limit.
  await ctx.db.selectFrom('people_persons').select('id').where('id', '=', author).forUpdate().execute()
  const dayAgo = new Date(ctx.now.getTime() - 86_400_000)
  if ((await countSentSince(ctx.db, author, dayAgo)) >= mostPerDay) return { ok: false, refusal: 'tooManyToday' }
  const { id } = await ctx.db
    .insertInto('plan_contributions')
    .values({
      commitment_id: commitment.id,
      version_id: versionId,
      words: input.words,
      author_id: author,
      shown_as: shownAs({ ...(await namesOf(ctx, author)), named: input.named === 'on' }),
      sent_at: ctx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { ok: true, id }
}

async function namesOf(ctx: Context, personId: string): Promise<{ personName: string; organisation: string | null }> {
  const person = await ctx.db
    .selectFrom('people_persons')
    .select(['given_name', 'family_name'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  const body =
    ctx.actor.actingFor === null
      ? undefined
      : await ctx.db.selectFrom('people_bodies').select('name').where('id', '=', ctx.actor.actingFor).executeTakeFirst()
  return { personName: `${person.given_name} ${person.family_name}`, organisation: body?.name.et ?? null }
}
