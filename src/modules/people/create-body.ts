import * as z from 'zod'
import { authorize, inRefusableTransaction, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { once } from '#platform/once.ts'
import { bodyConstraints, bodyFields, bodyValues } from './body-input.ts'
import { areKnownRoles } from './known-roles.ts'
import { makeSlug } from './make-slug.ts'
import { insertBody } from './queries/change-bodies.ts'
import { canGrantRoles, canManageBodies } from './rules.ts'
import { refusing } from '#platform/refusing.ts'

export const createBodyInput = bodyFields.extend({ idempotencyKey: z.uuid('invalid') })
export type CreateBodyInput = z.output<typeof createBodyInput>

export type CreateBodyOutcome =
  | { ok: true; id: string }
  | { ok: false; refusal: (typeof bodyConstraints)[keyof typeof bodyConstraints] | 'roleNotYours' | 'unknownRole' }

export async function createBody(context: Context, input: CreateBodyInput): Promise<CreateBodyOutcome> {
  authorize(canManageBodies(context.actor))
  return inRefusableTransaction(context, (ctx) =>
    once<CreateBodyOutcome>(ctx, input.idempotencyKey, 'createBody', async () => {
      if (!canGrantRoles(ctx.actor, input.memberRoles)) return { ok: false, refusal: 'roleNotYours' }
      if (!(await areKnownRoles(ctx.db, input.memberRoles))) return { ok: false, refusal: 'unknownRole' }
      const values = bodyValues(input)
      const slug = await makeSlug(ctx.db, 'people_bodies', values.name.et)
      const id = await refusing(bodyConstraints, () => insertBody(ctx.db, { ...values, slug }, ctx.now))
      const facts = { bodySlug: slug, bodyName: values.name.et, kind: values.kind }
      await record(ctx, 'people.body-created', `body:${id}`, facts)
      return { ok: true, id }
    }),
  )
}
