import * as z from 'zod'
import { authorize, inRefusableTransaction, NotFound, Refused, todayOf, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import type { SiteKeys } from '#platform/keys.ts'
import { once } from '#platform/once.ts'
import { findMeantPerson, meantPersonFields, type MeantPersonRefusal } from './find-meant-person.ts'
import { day, optionalDay, optionalId } from './inputs.ts'
import { makeSlug } from './make-slug.ts'
import { lastDayIn, lockInTurn, whyNotInFaction, type FactionRefusal } from './mandates/why-not-in-faction.ts'
import { findPost } from './queries/bodies.ts'
import { insertMembership, listSittings } from './queries/memberships.ts'
import { updatePersonSlug } from './queries/persons.ts'
import { canGrantRoles, canManageBodies, fitsSeats } from './rules.ts'
import { refusing } from '#platform/refusing.ts'

export const addMemberInput = z
  .object({
    idempotencyKey: z.uuid('invalid'),
    ...meantPersonFields,
    postId: optionalId,
    onBehalfOf: optionalId,
    fromDate: day,
    untilDate: optionalDay,
    /** Sits there and speaks: a delegate of the young in a committee. */
    withoutVote: z.literal('on', 'invalid').optional(),
  })
  .refine(({ fromDate, untilDate }) => untilDate === null || untilDate >= fromDate, {
    error: 'beforeBeginning',
    path: ['untilDate'],
  })
export type AddMemberInput = z.output<typeof addMemberInput>

type AddMemberRefusal =
  | MeantPersonRefusal
  | FactionRefusal
  | 'dissolved'
  | 'unknownPost'
  | 'unknownBody'
  | 'roleNotYours'
  | 'alreadyMember'
  | 'noSeat'
  | 'noSeatInPost'
export type AddMemberOutcome = { ok: true; membershipId: string } | { ok: false; refusal: AddMemberRefusal }

const constraints = {
  people_memberships_overlap: 'alreadyMember',
  people_memberships_behalf_fkey: 'unknownBody',
} as const

/** Seats a person in a body or on a post; the roles of the place are theirs from the first day. */
export async function addMember(
  context: Context,
  keys: SiteKeys,
  bodyId: string,
  input: AddMemberInput,
): Promise<AddMemberOutcome> {
  authorize(canManageBodies(context.actor))
  return inRefusableTransaction(context, (ctx) =>
    once<AddMemberOutcome>(ctx, input.idempotencyKey, 'addMember', async () => {
      // The body's row is the queue for its seats: whoever comes second counts the first one too.
      const body = await lockInTurn(ctx.db, bodyId)
      if (body === undefined) throw new NotFound()
      if (body.dissolvedOn !== null) return { ok: false, refusal: 'dissolved' }
      const post = input.postId === null ? null : await findPost(ctx.db, input.postId, todayOf(ctx))
      if (post === undefined || (post !== null && (post.bodyId !== bodyId || post.closedOn !== null))) {
        return { ok: false, refusal: 'unknownPost' }
      }
      if (!canGrantRoles(ctx.actor, [...body.memberRoles, ...(post?.roles ?? [])])) {
        return { ok: false, refusal: 'roleNotYours' }
      }
      const { id: personId, slug, givenName, familyName } = await findMeantPerson(ctx, keys, input)
      const { fromDate, postId, onBehalfOf } = input
      const wanted = { personId, fromDate, untilDate: input.untilDate }
      const outside = await whyNotInFaction(ctx.db, body, wanted)
      if (outside !== null) throw new Refused({ ok: false, refusal: outside })
      const untilDate = await lastDayIn(ctx.db, body, wanted)
      const newcomer = { personId, fromDate, untilDate }
      const inBody = await listSittings(ctx.db, { bodyId })
      if (!fitsSeats(inBody, newcomer, body.seats)) throw new Refused({ ok: false, refusal: 'noSeat' })
      if (post !== null && !fitsSeats(await listSittings(ctx.db, { postId: post.id }), newcomer, post.seats)) {
        throw new Refused({ ok: false, refusal: 'noSeatInPost' })
      }
      const membershipId = await refusing(constraints, () =>
        insertMembership(
          ctx.db,
          { personId, bodyId, postId, onBehalfOf, fromDate, untilDate, votingRight: input.withoutVote === undefined },
          ctx.now,
        ),
      )
      if (slug === null) {
        await updatePersonSlug(ctx.db, personId, await makeSlug(ctx.db, 'people_persons', `${givenName} ${familyName}`))
      }
      const postTitle = post?.title.et ?? null
      const facts = { bodySlug: body.slug, bodyName: body.name.et, postTitle, membershipId, fromDate }
      await record(ctx, 'people.membership-began', `body:${bodyId}`, facts)
      return { ok: true, membershipId }
    }),
  )
}
