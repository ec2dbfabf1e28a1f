import * as z from 'zod'
import { recordAccess } from '#platform/access-log.ts'
import { authorize, inTransaction, NotFound, todayOf, type Context } from '#platform/context.ts'
import type { SiteKeys } from '#platform/keys.ts'
import { findOwnFacts, type OwnFacts } from './queries/persons.ts'
import { canReadPrivateFacts } from './rules.ts'

export const readPrivateFactsInput = z.object({
  purpose: z.string('purposeMissing').trim().min(10, 'purposeMissing').max(300, 'tooLong'),
})

export type PrivateFacts = Pick<OwnFacts, 'birthDate' | 'email' | 'phone'> & { code: string | null }

/** Shows what is kept of a person to an official who says why; the person sees who, what and why. */
export async function readPrivateFacts(
  context: Context,
  keys: SiteKeys,
  personId: string,
  { purpose }: z.output<typeof readPrivateFactsInput>,
): Promise<PrivateFacts> {
  authorize(canReadPrivateFacts(context.actor, personId))
  return inTransaction(context, async (ctx) => {
    const facts = await findOwnFacts(ctx.db, personId, todayOf(ctx))
    if (facts === undefined) throw new NotFound()
    await recordAccess(ctx, personId, 'people.private-facts', purpose)
    const { birthDate, email, phone, codeSealed } = facts
    return { birthDate, email, phone, code: keys.reveal(codeSealed)?.slice(2) ?? null }
  })
}
