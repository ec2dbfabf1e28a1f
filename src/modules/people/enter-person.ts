import type { Context } from '#platform/context.ts'
import type { Identity } from '#platform/identity/directory.ts'
import { birthDateOf } from '#platform/identity/personal-code.ts'
import { record } from '#platform/events.ts'
import type { SiteKeys } from '#platform/keys.ts'

/**
 * Finds the person whom the authentication service proved, or enters them. Names follow the service, since people
 * change them; the code is kept as a keyed hash and sealed.
 */
export async function enterPerson(ctx: Context, keys: SiteKeys, identity: Identity): Promise<string> {
  const code = identity.subject.slice(2)
  const birthDate = identity.birthDate ?? (identity.subject.startsWith('EE') ? birthDateOf(code) : null)
  const before = await ctx.db
    .selectFrom('people_persons')
    .select(['given_name', 'family_name', 'slug'])
    .where('code_index', '=', keys.index(identity.subject))
    .executeTakeFirst()
  const { id } = await ctx.db
    .insertInto('people_persons')
    .values({
      given_name: identity.givenName,
      family_name: identity.familyName,
      code_index: keys.index(identity.subject),
      code_sealed: keys.seal(identity.subject),
      birth_date: birthDate,
      created_at: ctx.now,
    })
    .onConflict((conflict) =>
      conflict
        .constraint('people_persons_code_key')
        .doUpdateSet({ given_name: identity.givenName, family_name: identity.familyName }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  const isShown = before !== undefined && before.slug !== null
  if (isShown && (before.given_name !== identity.givenName || before.family_name !== identity.familyName)) {
    await record(ctx, 'people.person-renamed', `person:${id}`, {})
  }
  return id
}
