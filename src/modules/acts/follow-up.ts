import * as z from 'zod'
import { authorize, inTransaction, NotFound, personOf, todayOf, type Context } from '#platform/context.ts'
import { once } from '#platform/once.ts'
import { registry } from '#modules/people/index.ts'
import { recordAct } from './events.ts'
import { day, words } from './inputs.ts'
import { findAct } from './queries/acts.ts'
import { endFollowUpRow, insertFollowUp, lockFollowUp } from './queries/follow-ups.ts'
import { maySayDone, keepsActs } from './rules.ts'
import { tellAssigned } from './remind-follow-ups.ts'
import { workOn } from './work-on.ts'

export const setFollowUpInput = z.object({
  idempotencyKey: z.uuid('invalid'),
  /** Id of a post or of a body. */
  who: z.uuid('whoMissing'),
  task: words(1000),
  dueOn: day,
})
export const endFollowUpInput = z.object({
  followUp: z.uuid('invalid'),
  how: z.enum(['done', 'dropped'], 'invalid'),
  words: words(1000),
  link: z
    .literal('')
    .or(z.url({ protocol: /^https?$/, error: 'linkWrong' }).max(500, 'tooLong'))
    .or(
      z
        .string()
        .regex(/^\/[^/\\]/, 'linkWrong')
        .max(500, 'tooLong'),
    )
    .default(''),
})
export type SetFollowUpOutcome = { ok: true } | { ok: false; refusal: 'whoUnknown' | 'dueBeforeAdoption' }
export type EndFollowUpOutcome = { ok: true } | { ok: false; refusal: 'endedAlready' }

/** A post or a body is to carry something out by a day; whoever holds it is told at once. */
export async function setFollowUp(
  context: Context,
  slug: string,
  { idempotencyKey, who, task, dueOn }: z.output<typeof setFollowUpInput>,
): Promise<SetFollowUpOutcome> {
  return workOn(context, slug, (ctx, act) =>
    once<SetFollowUpOutcome>(ctx, idempotencyKey, 'acts.set-follow-up', async () => {
      const party = (await registry.listParties(ctx.db)).find(({ id }) => id === who)
      if (party === undefined) return { ok: false, refusal: 'whoUnknown' }
      if (dueOn < act.adoptedOn) return { ok: false, refusal: 'dueBeforeAdoption' }
      const of = { postId: party.what === 'post' ? who : null, bodyId: party.what === 'body' ? who : null }
      const byPerson = personOf(ctx.actor)
      const id = await insertFollowUp(ctx.db, { actId: act.id, ...of, task, dueOn, byPerson }, ctx.now)
      await recordAct(ctx, 'acts.follow-up-set', act, { followUp: id, due: dueOn })
      await tellAssigned(ctx, act, { id, ...of, task, dueOn })
      return { ok: true }
    }),
  )
}

/** Done, with a word and perhaps a link, by whom it was given to; or dropped with a reason, by those who keep acts. */
export async function endFollowUp(
  context: Context,
  slug: string,
  { followUp: id, how, words: said, link }: z.output<typeof endFollowUpInput>,
): Promise<EndFollowUpOutcome> {
  return inTransaction(context, async (ctx): Promise<EndFollowUpOutcome> => {
    const [act, followUp] = [await findAct(ctx.db, { slug }), await lockFollowUp(ctx.db, id)]
    if (act === undefined || followUp === undefined || followUp.actId !== act.id) throw new NotFound()
    authorize(how === 'done' ? maySayDone(ctx.actor, followUp) : keepsActs(ctx.actor))
    if (followUp.state !== 'open') return { ok: false, refusal: 'endedAlready' }
    await endFollowUpRow(ctx.db, id, { state: how, words: said, link, on: todayOf(ctx), now: ctx.now })
    await recordAct(ctx, 'acts.follow-up-ended', act, { followUp: id, how })
    return { ok: true }
  })
}
