import type { z } from 'zod'
import { authorize, inRefusableTransaction, NotFound, todayOf, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { bodyConstraints, bodyFields, bodyValues } from './body-input.ts'
import { areKnownRoles } from './known-roles.ts'
import { isAbove, lockBody, updateBody } from './queries/change-bodies.ts'
import { listSittings } from './queries/memberships.ts'
import { canGrantRoles, canManageBodies, changedRoles, mostSeated } from './rules.ts'
import { refusing } from '#platform/refusing.ts'

export const editBodyInput = bodyFields
export type EditBodyInput = z.output<typeof editBodyInput>

export type EditBodyOutcome =
  | { ok: true }
  | {
      ok: false
      refusal:
        | (typeof bodyConstraints)[keyof typeof bodyConstraints]
        | 'roleNotYours'
        | 'unknownRole'
        | 'seatsTaken'
        | 'dissolved'
    }

export async function editBody(context: Context, id: string, input: EditBodyInput): Promise<EditBodyOutcome> {
  authorize(canManageBodies(context.actor))
  return inRefusableTransaction<EditBodyOutcome>(context, async (ctx) => {
    const body = await lockBody(ctx.db, id)
    if (body === undefined) throw new NotFound()
    if (body.dissolvedOn !== null) return { ok: false, refusal: 'dissolved' }
    const changed = changedRoles(body.memberRoles, input.memberRoles)
    if (!canGrantRoles(ctx.actor, changed)) return { ok: false, refusal: 'roleNotYours' }
    if (!(await areKnownRoles(ctx.db, input.memberRoles))) return { ok: false, refusal: 'unknownRole' }
    if (input.parentId !== null && (await isAbove(ctx.db, id, input.parentId)))
      return { ok: false, refusal: 'parentLoop' }
    if (input.seats !== null) {
      const sittings = await listSittings(ctx.db, { bodyId: id })
      if (mostSeated(sittings, todayOf(ctx)) > input.seats) return { ok: false, refusal: 'seatsTaken' }
    }
    await refusing(bodyConstraints, () => updateBody(ctx.db, id, bodyValues(input, body)))
    await record(ctx, 'people.body-edited', `body:${id}`, { bodySlug: body.slug, bodyName: input['name.et'] })
    return { ok: true }
  })
}
