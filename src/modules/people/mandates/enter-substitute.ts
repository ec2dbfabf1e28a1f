import * as z from 'zod'
import { authorize, inRefusableTransaction, NotFound, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import type { SiteKeys } from '#platform/keys.ts'
import { once } from '#platform/once.ts'
import { refusing } from '#platform/refusing.ts'
import { findMeantPerson, meantPersonFields, type MeantPersonRefusal } from '../find-meant-person.ts'
import { lockBody } from '../queries/change-bodies.ts'
import { canManageBodies } from '../rules.ts'
import { insertSubstitute } from './queries.ts'

const smallNumber = z.coerce.number('numberWrong').int('numberWrong').min(1, 'numberWrong').max(999, 'numberWrong')

export const enterSubstituteInput = z.object({
  idempotencyKey: z.uuid('invalid'),
  ...meantPersonFields,
  composition: smallNumber,
  listName: z.string('listMissing').trim().min(1, 'listMissing').max(200, 'tooLong'),
  place: smallNumber,
})

type EnterRefusal = MeantPersonRefusal | 'notOfCouncil' | 'placeTaken' | 'listedAlready'
export type EnterSubstituteOutcome = { ok: true } | { ok: false; refusal: EnterRefusal }

const constraints = {
  people_substitutes_place_key: 'placeTaken',
  people_substitutes_person_key: 'listedAlready',
} as const

/** Puts a person in their place of a list of substitute members, as the electoral committee registered it. */
export async function enterSubstitute(
  context: Context,
  keys: SiteKeys,
  bodyId: string,
  input: z.output<typeof enterSubstituteInput>,
): Promise<EnterSubstituteOutcome> {
  authorize(canManageBodies(context.actor))
  return inRefusableTransaction(context, (ctx) =>
    once<EnterSubstituteOutcome>(ctx, input.idempotencyKey, 'enterSubstitute', async () => {
      const body = await lockBody(ctx.db, bodyId)
      if (body === undefined) throw new NotFound()
      if (body.kind !== 'council') return { ok: false, refusal: 'notOfCouncil' }
      const { id: personId } = await findMeantPerson(ctx, keys, input)
      const { composition, listName, place } = input
      await refusing(constraints, () =>
        insertSubstitute(ctx.db, { bodyId, composition, listName, place, personId }, ctx.now),
      )
      await record(ctx, 'people.substitute-entered', `body:${bodyId}`, { bodySlug: body.slug, bodyName: body.name.et })
      return { ok: true }
    }),
  )
}
