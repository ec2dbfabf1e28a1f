import * as z from 'zod'
import { authorize, inRefusableTransaction, NotFound, Refused, todayOf, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { isPersonalCode } from '#platform/identity/personal-code.ts'
import type { SiteKeys } from '#platform/keys.ts'
import { once } from '#platform/once.ts'
import { enterPerson } from './enter-person.ts'
import { day, optionalDay, optionalId, optionalText } from './inputs.ts'
import { makeSlug } from './make-slug.ts'
import { findPost } from './queries/bodies.ts'
import { lockBody } from './queries/change-bodies.ts'
import { insertMembership, listSittings } from './queries/memberships.ts'
import { findPersonByCode, findPublicPerson, updatePersonSlug, type KnownPerson } from './queries/persons.ts'
import { canGrantRoles, canManageBodies, fitsSeats } from './rules.ts'
import { refusing } from '#platform/refusing.ts'

export const addMemberInput = z
  .object({
    idempotencyKey: z.uuid('invalid'),
    /** Either someone of public life, by their address … */
    personSlug: optionalText(100),
    /** … or anybody, by exact personal code; with a name when they have never been here. */
    code: optionalText(20).refine((code) => code === '' || isPersonalCode(code), 'codeWrong'),
    givenName: optionalText(200),
    familyName: optionalText(200),
    postId: optionalId,
    onBehalfOf: optionalId,
    fromDate: day,
    untilDate: optionalDay,
  })
  .refine(({ fromDate, untilDate }) => untilDate === null || untilDate >= fromDate, {
    error: 'beforeBeginning',
    path: ['untilDate'],
  })
export type AddMemberInput = z.output<typeof addMemberInput>

type AddMemberRefusal =
  | 'personMissing'
  | 'unknownPerson'
  | 'nameNeeded'
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
      const body = await lockBody(ctx.db, bodyId)
      if (body === undefined) throw new NotFound()
      if (body.dissolvedOn !== null) return { ok: false, refusal: 'dissolved' }
      const post = input.postId === null ? null : await findPost(ctx.db, input.postId, todayOf(ctx))
      if (post === undefined || (post !== null && (post.bodyId !== bodyId || post.closedOn !== null))) {
        return { ok: false, refusal: 'unknownPost' }
      }
      if (!canGrantRoles(ctx.actor, [...body.memberRoles, ...(post?.roles ?? [])])) {
        return { ok: false, refusal: 'roleNotYours' }
      }
      const { id: personId, slug, givenName, familyName } = await meantPerson(ctx, keys, input)
      const { fromDate, untilDate, postId, onBehalfOf } = input
      const newcomer = { personId, fromDate, untilDate }
      const inBody = await listSittings(ctx.db, { bodyId })
      if (!fitsSeats(inBody, newcomer, body.seats)) throw new Refused({ ok: false, refusal: 'noSeat' })
      if (post !== null && !fitsSeats(await listSittings(ctx.db, { postId: post.id }), newcomer, post.seats)) {
        throw new Refused({ ok: false, refusal: 'noSeatInPost' })
      }
      const membershipId = await refusing(constraints, () =>
        insertMembership(ctx.db, { personId, bodyId, postId, onBehalfOf, fromDate, untilDate }, ctx.now),
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

async function meantPerson(ctx: Context, keys: SiteKeys, input: AddMemberInput): Promise<KnownPerson> {
  const { personSlug, code, givenName, familyName } = input
  if (code === '') {
    if (personSlug === '') throw new Refused({ ok: false, refusal: 'personMissing' })
    const person = await findPublicPerson(ctx.db, personSlug, todayOf(ctx))
    if (person === undefined) throw new Refused({ ok: false, refusal: 'unknownPerson' })
    return person
  }
  const subject = `EE${code}`
  const known = await findPersonByCode(ctx.db, keys.index(subject))
  if (known !== undefined) return known
  if (givenName === '' || familyName === '') throw new Refused({ ok: false, refusal: 'nameNeeded' })
  const id = await enterPerson(ctx, keys, { subject, givenName, familyName, birthDate: null })
  return { id, slug: null, givenName, familyName }
}
