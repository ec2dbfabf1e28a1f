import * as z from 'zod'
import { inTransaction, personOf, todayOf, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { setActingFor } from '#platform/identity/sessions.ts'
import { optionalId } from './inputs.ts'
import { findOwnFacts } from './queries/persons.ts'
import { mayRepresent } from './rules.ts'

export const actForBodyInput = z.object({ bodyId: optionalId, to: z.literal('/too').optional() })
export type ActForBodyOutcome = { ok: true } | { ok: false; refusal: 'mayNotRepresent' }

/** From now on in this session the person acts for a body, or (null) for themselves again. */
export async function actForBody(
  context: Context,
  sessionId: string,
  { bodyId }: Pick<z.output<typeof actForBodyInput>, 'bodyId'>,
): Promise<ActForBodyOutcome> {
  const personId = personOf(context.actor)
  return inTransaction<ActForBodyOutcome>(context, async (ctx) => {
    const today = todayOf(ctx)
    const held = (await findOwnFacts(ctx.db, personId, today))?.memberships ?? []
    const may = bodyId === null || held.some((one) => one.bodyId === bodyId && mayRepresent(one, today))
    if (!may) return { ok: false, refusal: 'mayNotRepresent' }
    await setActingFor(ctx.db, sessionId, bodyId)
    await record(ctx, 'identity.acting-for-chosen', `person:${personId}`, {})
    return { ok: true }
  })
}
