import { Refused, type Context } from '#platform/context.ts'
import type { LocalDate } from '#platform/format.ts'
import { record } from '#platform/events.ts'
import { refusing } from '#platform/refusing.ts'
import { makeSlug } from '../make-slug.ts'
import type { lockBody } from '../queries/change-bodies.ts'
import { insertMembership, listSittings } from '../queries/memberships.ts'
import { findPersonById, updatePersonSlug } from '../queries/persons.ts'
import { fitsSeats } from '../rules.ts'
import { listSeatedFrom, listSubstitutes, updateSubstituteSeat, type Mandate } from './queries.ts'
import { mayStepIn } from './rules.ts'

export type TakeSeatRefusal = 'unknownSubstitute' | 'substituteNotFree' | 'noSeat'

type Taking = { substituteId: string; fromDate: LocalDate; untilDate: LocalDate | null }
type LockedBody = NonNullable<Awaited<ReturnType<typeof lockBody>>>

/** Seats a substitute member in the place of a mandate; inside the transaction that holds the body's row. */
export async function takeSeat(
  ctx: Context,
  body: LockedBody,
  mandate: Pick<Mandate, 'id'>,
  { substituteId, fromDate, untilDate }: Taking,
): Promise<void> {
  const refused = (refusal: TakeSeatRefusal) => new Refused({ ok: false, refusal })
  const one = (await listSubstitutes(ctx.db, body.id)).find(({ id }) => id === substituteId)
  if (one === undefined) throw refused('unknownSubstitute')
  if (!mayStepIn(one, fromDate, await listSeatedFrom(ctx.db, body.id, fromDate))) throw refused('substituteNotFree')
  const { personId } = one
  const sittings = await listSittings(ctx.db, { bodyId: body.id })
  if (!fitsSeats(sittings, { personId, fromDate, untilDate }, body.seats)) throw refused('noSeat')
  const seat = { personId, bodyId: body.id, postId: null, onBehalfOf: null, fromDate, untilDate, replaces: mandate.id }
  const membershipId = await refusing({ people_memberships_overlap: 'substituteNotFree' }, () =>
    insertMembership(ctx.db, seat, ctx.now),
  )
  await updateSubstituteSeat(ctx.db, substituteId, membershipId)
  const person = (await findPersonById(ctx.db, personId))!
  if (person.slug === null) {
    const slug = await makeSlug(ctx.db, 'people_persons', `${person.givenName} ${person.familyName}`)
    await updatePersonSlug(ctx.db, personId, slug)
  }
  const facts = { bodySlug: body.slug, bodyName: body.name.et, postTitle: null, membershipId, fromDate }
  await record(ctx, 'people.membership-began', `body:${body.id}`, facts)
}
