import * as z from 'zod'
import { authorize, inTransaction, NotFound, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { day } from './inputs.ts'
import { lockBody, updateBodyDissolved } from './queries/change-bodies.ts'
import { endMemberships } from './queries/memberships.ts'
import { canManageBodies } from './rules.ts'

export const dissolveBodyInput = z.object({ on: day })
export type DissolveBodyOutcome = { ok: true } | { ok: false; refusal: 'dissolved' | 'beforeBeginning' }

/** The body stays in history; whoever sat in it sits there until that day and no longer. */
export async function dissolveBody(
  context: Context,
  id: string,
  { on }: z.output<typeof dissolveBodyInput>,
): Promise<DissolveBodyOutcome> {
  authorize(canManageBodies(context.actor))
  return inTransaction<DissolveBodyOutcome>(context, async (ctx) => {
    const body = await lockBody(ctx.db, id)
    if (body === undefined) throw new NotFound()
    if (body.dissolvedOn !== null) return { ok: false, refusal: 'dissolved' }
    if (body.foundedOn !== null && on < body.foundedOn) return { ok: false, refusal: 'beforeBeginning' }
    const ended = await endMemberships(ctx.db, { bodyId: id }, { on, because: 'Kogu lõpetas tegevuse' })
    await updateBodyDissolved(ctx.db, id, on)
    const facts = { bodySlug: body.slug, bodyName: body.name.et, on, ended }
    await record(ctx, 'people.body-dissolved', `body:${id}`, facts)
    return { ok: true }
  })
}
