import * as z from 'zod'
import { Refused, todayOf, type Context } from '#platform/context.ts'
import { isPersonalCode } from '#platform/identity/personal-code.ts'
import type { SiteKeys } from '#platform/keys.ts'
import { enterPerson } from './enter-person.ts'
import { optionalText } from './inputs.ts'
import { findPersonByCode, findPublicPerson, type KnownPerson } from './queries/persons.ts'

/** Fields by which a form means one person. */
export const meantPersonFields = {
  /** Either someone of public life, by their address … */
  personSlug: optionalText(100),
  /** … or anybody, by exact personal code; with a name when they have never been here. */
  code: optionalText(20).refine((code) => code === '' || isPersonalCode(code), 'codeWrong'),
  givenName: optionalText(200),
  familyName: optionalText(200),
}
type MeantPerson = z.output<z.ZodObject<typeof meantPersonFields>>
export type MeantPersonRefusal = 'personMissing' | 'unknownPerson' | 'nameNeeded'

const refused = (refusal: MeantPersonRefusal) => new Refused({ ok: false, refusal })

/** The person that a form means; somebody who has never been here is entered. */
export async function findMeantPerson(ctx: Context, keys: SiteKeys, meant: MeantPerson): Promise<KnownPerson> {
  const { personSlug, code, givenName, familyName } = meant
  if (code === '') {
    if (personSlug === '') throw refused('personMissing')
    const person = await findPublicPerson(ctx.db, personSlug, todayOf(ctx))
    if (person === undefined) throw refused('unknownPerson')
    return person
  }
  const subject = `EE${code}`
  const known = await findPersonByCode(ctx.db, keys.index(subject))
  if (known !== undefined) return known
  if (givenName === '' || familyName === '') throw refused('nameNeeded')
  const id = await enterPerson(ctx, keys, { subject, givenName, familyName, birthDate: null })
  return { id, slug: null, givenName, familyName }
}
