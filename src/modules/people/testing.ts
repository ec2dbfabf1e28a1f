import { inTransaction, type Context } from '#platform/context.ts'
import type { Db } from '#platform/database.ts'
import { makePersonalCode } from '#platform/identity/personal-code.ts'
import type { SiteKeys } from '#platform/keys.ts'
import { addMember, type AddMemberInput, type AddMemberOutcome } from './add-member.ts'

let serial = 0

/** A valid code of nobody, new at every call. */
export function aPersonalCode(): string {
  serial += 1
  const year = 1950 + (serial % 40)
  return makePersonalCode(`${year}-03-0${1 + (serial % 9)}`, 'female', serial % 1000)
}

/** What the form of a new member says. */
export function aMember(changes: Partial<AddMemberInput> = {}): AddMemberInput {
  return {
    idempotencyKey: crypto.randomUUID(),
    personSlug: '',
    code: aPersonalCode(),
    givenName: 'Leida',
    familyName: 'Kuusemets',
    postId: null,
    onBehalfOf: null,
    fromDate: '2026-01-10',
    untilDate: null,
    ...changes,
  }
}

export async function bodyIdOf(db: Db, slug: string): Promise<string> {
  const row = await db.selectFrom('people_bodies').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()
  return row.id
}

export async function postIdOf(db: Db, slug: string): Promise<string> {
  const row = await db.selectFrom('people_posts').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()
  return row.id
}

/** Seats an invented person and answers their id and slug. */
export async function seatSomeone(
  context: Context,
  keys: SiteKeys,
  bodySlug: string,
  changes: Partial<AddMemberInput> = {},
): Promise<{ membershipId: string; personId: string; slug: string }> {
  const bodyId = await bodyIdOf(context.db, bodySlug)
  const outcome: AddMemberOutcome = await inTransaction(context, (ctx) =>
    addMember(ctx, keys, bodyId, aMember(changes)),
  )
  if (!outcome.ok) throw new Error(outcome.refusal)
  const row = await context.db
    .selectFrom('people_memberships as m')
    .innerJoin('people_persons as p', 'p.id', 'm.person_id')
    .select(['m.id as membershipId', 'p.id as personId', 'p.slug'])
    .where('m.id', '=', outcome.membershipId)
    .executeTakeFirstOrThrow()
  return { ...row, slug: row.slug! }
}
