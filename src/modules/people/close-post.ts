import * as z from 'zod'
import { authorize, inTransaction, NotFound, todayOf, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { day } from './inputs.ts'
import { findPost } from './queries/bodies.ts'
import { lockBody, updatePostClosed } from './queries/change-bodies.ts'
import { endMemberships } from './queries/memberships.ts'
import { canManageBodies } from './rules.ts'

export const closePostInput = z.object({ on: day })
export type ClosePostOutcome = { ok: true; bodyId: string } | { ok: false; refusal: 'closed' }

export async function closePost(
  context: Context,
  id: string,
  { on }: z.output<typeof closePostInput>,
): Promise<ClosePostOutcome> {
  authorize(canManageBodies(context.actor))
  return inTransaction<ClosePostOutcome>(context, async (ctx) => {
    const bodyId = (await findPost(ctx.db, id, todayOf(ctx)))?.bodyId
    const body = bodyId === undefined ? undefined : await lockBody(ctx.db, bodyId)
    const post = await findPost(ctx.db, id, todayOf(ctx))
    if (body === undefined || post === undefined) throw new NotFound()
    if (post.closedOn !== null) return { ok: false, refusal: 'closed' }
    const ended = await endMemberships(ctx.db, { postId: id }, { on, because: 'Ametikoht suleti' })
    await updatePostClosed(ctx.db, id, on)
    const facts = {
      bodySlug: body.slug,
      bodyName: body.name.et,
      postSlug: post.slug,
      postTitle: post.title.et,
      on,
      ended,
    }
    await record(ctx, 'people.post-closed', `body:${body.id}`, facts)
    return { ok: true, bodyId: body.id }
  })
}
