import type { z } from 'zod'
import { authorize, inTransaction, NotFound, todayOf, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { areKnownRoles } from './known-roles.ts'
import { postFields, postValues } from './post-input.ts'
import { findPost } from './queries/bodies.ts'
import { lockBody, updatePost } from './queries/change-bodies.ts'
import { listSittings } from './queries/memberships.ts'
import { canGrantRoles, canManageBodies, changedRoles, mostSeated } from './rules.ts'

export const editPostInput = postFields
export type EditPostInput = z.output<typeof editPostInput>
export type EditPostOutcome =
  | { ok: true; bodyId: string }
  | { ok: false; refusal: 'roleNotYours' | 'unknownRole' | 'seatsTaken' | 'closed' }

export async function editPost(context: Context, id: string, input: EditPostInput): Promise<EditPostOutcome> {
  authorize(canManageBodies(context.actor))
  return inTransaction<EditPostOutcome>(context, async (ctx) => {
    const today = todayOf(ctx)
    const bodyId = (await findPost(ctx.db, id, today))?.bodyId
    const body = bodyId === undefined ? undefined : await lockBody(ctx.db, bodyId)
    const post = await findPost(ctx.db, id, today)
    if (body === undefined || post === undefined) throw new NotFound()
    if (post.closedOn !== null) return { ok: false, refusal: 'closed' }
    if (!canGrantRoles(ctx.actor, changedRoles(post.roles, input.roles))) return { ok: false, refusal: 'roleNotYours' }
    if (!(await areKnownRoles(ctx.db, input.roles))) return { ok: false, refusal: 'unknownRole' }
    const sittings = await listSittings(ctx.db, { postId: id })
    if (mostSeated(sittings, today) > input.seats) return { ok: false, refusal: 'seatsTaken' }
    await updatePost(ctx.db, id, postValues(input, post.title))
    const facts = { bodySlug: body.slug, bodyName: body.name.et, postSlug: post.slug, postTitle: input['title.et'] }
    await record(ctx, 'people.post-edited', `body:${body.id}`, facts)
    return { ok: true, bodyId: body.id }
  })
}
