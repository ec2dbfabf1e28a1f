import { z } from 'zod'
import { speechTypes } from '../log/meeting-facts.ts'

/** Every value says where it stands; `unverified` marks what nobody has compared with the statute itself. */
const basis = { basis: z.string().min(1), unverified: z.literal(true).exactOptional() }
const count = z.number().int().min(1)
const share = z.strictObject({ numerator: count, denominator: count })
const isShare = (value: { numerator: number; denominator: number }) => value.numerator <= value.denominator

export const quorumPolicy = z.strictObject({
  ...basis,
  policy: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('more-than-half') }),
    z.strictObject({ kind: z.literal('share'), share: share.refine(isShare, 'shareAboveOne') }),
    z.strictObject({ kind: z.literal('count'), count }),
    z.strictObject({ kind: z.literal('none') }),
  ]),
  /** Of all seats, or of the mandates that are filled. */
  of: z.enum(['seats', 'mandates']),
  /** What a member barred from the open item is to the quorum. */
  recused: z.enum(['counts-as-present', 'counts-as-gone', 'lowers-the-base']),
  /** The government sits only with the mayor or the substitute, KOKS § 49(6). */
  chairMustBePresent: z.boolean(),
})
export type QuorumPolicy = z.infer<typeof quorumPolicy>

export const majorityRule = z.discriminatedUnion('kind', [
  z.strictObject({
    ...basis,
    kind: z.literal('more-for-than-against'),
    tie: z.enum(['not-adopted', 'chair-decides']),
  }),
  /** KOKS § 45(5); § 17(6) lowers the need by each barred member, never in elections of persons. */
  z.strictObject({ ...basis, kind: z.literal('membership'), barredLower: z.boolean() }),
  z.strictObject({
    ...basis,
    kind: z.literal('share-of-membership'),
    share: share.refine(isShare, 'shareAboveOne'),
    barredLower: z.boolean(),
  }),
  z.strictObject({ ...basis, kind: z.literal('times-against'), times: count }),
])
export type MajorityRule = z.infer<typeof majorityRule>

export const electionRule = z.discriminatedUnion('kind', [
  z.strictObject({
    ...basis,
    kind: z.literal('one-person'),
    /** Membership: more than half of the seats. Most: whoever has more than any other. */
    majority: z.enum(['membership', 'most']),
    secondRound: z.enum(['two-best', 'none']),
    tieForSecondRound: z.enum(['all-go-on', 'lot']),
  }),
  z.strictObject({
    ...basis,
    kind: z.literal('chair-and-deputy'),
    deputies: count,
    tieForDeputy: z.enum(['lot', 'extra-round']),
  }),
])
export type ElectionRule = z.infer<typeof electionRule>

const whole = z.number().int().min(0)

export const statuteRulesSchema = z
  .strictObject({
    validFrom: z.iso.date(),
    legalBasis: z.string().min(1),
    quorum: quorumPolicy,
    majorities: z.record(z.string(), majorityRule),
    elections: z.record(z.string(), electionRule),
    /** The rule of the agenda's own vote; null where the agenda is not voted on. */
    agendaMajority: z.string().nullable(),
    sittings: z.strictObject({ ...basis, public: z.boolean() }),
    invitation: z.strictObject({ ...basis, daysBefore: whole }),
    grace: z.strictObject({
      ...basis,
      quorumSeconds: whole,
      connectionSeconds: whole,
      /** How long a suspended sitting waits before the chair adjourns it. */
      waitForQuorumMinutes: whole,
    }),
    minutes: z.strictObject({
      ...basis,
      reviewDays: whole,
      publishWithinDays: whole,
      workingDays: z.boolean(),
      /** What stands for names of private persons in the version for everybody; a word unless it says otherwise. */
      privatePersons: z.enum(['word', 'initials']).exactOptional(),
    }),
    /** After so many months in a row without the member at any sitting the mandate is suspended (KOKS § 19(2)4). */
    absence: z
      .strictObject({ ...basis, months: count, warnAfter: count })
      .refine(({ months, warnAfter }) => warnAfter < months, 'warnedTooLate')
      .exactOptional(),
    speaking: z.strictObject({
      ...basis,
      /** Null: no limit. */
      speechSeconds: count.nullable(),
      replySeconds: count.nullable(),
      /** How long a faction's members may speak on one item altogether; without it factions share no time. */
      factions: z
        .strictObject({
          ...basis,
          budget: z.discriminatedUnion('kind', [
            z.strictObject({ kind: z.literal('per-member'), seconds: count }),
            z.strictObject({ kind: z.literal('fixed'), seconds: count }),
          ]),
          /** Kinds of speech that take nothing from the faction's time. */
          notCounted: z.array(z.enum(speechTypes)).exactOptional(),
        })
        .exactOptional(),
    }),
  })
  .refine((rules) => rules.agendaMajority === null || rules.agendaMajority in rules.majorities, 'agendaMajorityUnknown')
export type StatuteRules = z.infer<typeof statuteRulesSchema>

/** The rules in force on a day: the newest that had begun. Sittings keep the rules of their own day. */
export function rulesOn(versions: readonly StatuteRules[], day: string): StatuteRules | undefined {
  return versions
    .filter((rules) => rules.validFrom <= day)
    .toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))
    .at(0)
}
