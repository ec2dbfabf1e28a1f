import * as z from 'zod'
import { inTransaction, personOf, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { updateContacts } from './queries/persons.ts'

const empty = z.literal('').transform(() => null)

export const changeContactsInput = z.object({
  email: z.union([empty, z.email('emailWrong').max(200, 'emailWrong')], 'emailWrong').default(null),
  phone: z
    .union([empty, z.string().regex(/^\+?[\d ()-]{5,25}$/, 'phoneWrong')], 'phoneWrong')
    .default(null)
    .transform((phone) => phone?.replaceAll(/[ ()-]+/g, ' ').trim() ?? null),
})

export async function changeContacts(
  context: Context,
  { email, phone }: z.output<typeof changeContactsInput>,
): Promise<{ ok: true }> {
  const personId = personOf(context.actor)
  return inTransaction(context, async (ctx) => {
    await updateContacts(ctx.db, personId, { email, phone })
    const facts = { email: email !== null, phone: phone !== null }
    await record(ctx, 'people.contacts-changed', `person:${personId}`, facts)
    return { ok: true }
  })
}
