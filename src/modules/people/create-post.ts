import * as z from 'zod'
import { authorize, inTransaction, NotFound, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { once } from '#platform/once.ts'
import { areKnownRoles } from './known-roles.ts'
import { makeSlug } from './make-slug.ts'
import { postFields, postValues } from './post-input.ts'
import { insertPost, lockBody } from './queries/change-bodies.ts'
import { canGrantRoles, canManageBodies } from './rules.ts'

export const createPostInput = postFields.extend({ idempotencyKey: z.uuid('invalid') })
export type CreatePostInput = z.output<typeof createPostInput>
export type CreatePostOutcome =
  | { ok: true; id: string }
  | { ok: false; refusal: 'roleNotYours' | 'unknownRole' | 'dissolved' }

export async function createPost(context: Context, bodyId: string, input: CreatePostInput): Promise<CreatePostOutcome> {
  authorize(canManageBodies(context.actor))
  return inTransaction(context, (ctx) =>
    once<CreatePostOutcome>(ctx, input.idempotencyKey, 'createPost', async () => {
      const body = await lockBody(ctx.db, bodyId)
      if (body === undefined) throw new NotFound()
      if (body.dissolvedOn !== null) return { ok: false, refusal: 'dissolved' }
      if (!canGrantRoles(ctx.actor, input.roles)) return { ok: false, refusal: 'roleNotYours' }
      if (!(await areKnownRoles(ctx.db, input.roles))) return { ok: false, refusal: 'unknownRole' }
      const values = postValues(input)
      const slug = await makeSlug(ctx.db, 'people_posts', values.title.et)
      const id = await insertPost(ctx.db, bodyId, { ...values, slug })
      const facts = { bodySlug: body.slug, bodyName: body.name.et, postSlug: slug, postTitle: values.title.et }
      await record(ctx, 'people.post-created', `body:${bodyId}`, facts)
      return { ok: true, id }
    }),
  )
}
