import type { ActRules } from './rules-of-day.ts'
import { hasRole, type Actor } from '#platform/context.ts'
import type { LocalDate } from '#platform/format.ts'

export const actKinds = ['regulation', 'decision', 'order'] as const
export type ActKind = (typeof actKinds)[number]
export const annulments = ['vote', 'court', 'supervision', 'withdrawn'] as const
export type Annulment = (typeof annulments)[number]
export const covers = ['text', 'whole'] as const
export type Covers = (typeof covers)[number]
export const relationKinds = ['amends', 'repeals'] as const
export type RelationKind = (typeof relationKinds)[number]

/** The municipality's own rules, from a day on. */

/** Registrars and the secretaries of meetings keep acts. */
export const keepsActs = (actor: Actor): boolean => hasRole(actor, 'registrar') || hasRole(actor, 'meetingSecretary')

/** The body's members may read what was decided behind closed doors (KOKS § 44(4)). */
export const readsAll = (actor: Actor, { bodyId }: { bodyId: string }): boolean =>
  keepsActs(actor) || actor.bodyIds.includes(bodyId)

/** Which kinds of act a body adopts (KOKS § 7): a council regulations and decisions, a government regulations and orders. */
export function kindsOf(bodyKind: string): readonly ActKind[] {
  if (bodyKind === 'council') return ['regulation', 'decision']
  return bodyKind === 'government' ? ['regulation', 'order'] : []
}

/** The series in which a day's acts are numbered: its year, or the first day of its term. */
export function periodOf(day: LocalDate, { numberedBy, terms }: Pick<ActRules, 'numberedBy' | 'terms'>): string {
  const year = day.slice(0, 4)
  return numberedBy === 'year' ? year : (terms.findLast((first) => first <= day) ?? year)
}

const kindInAddress: Record<ActKind, string> = { regulation: 'maarus', decision: 'otsus', order: 'korraldus' }

/** `vallavolikogu-2026-otsus-41`, with the term's first day where terms are counted; says nothing of what it is about. */
export function slugOf(act: { body: string; kind: ActKind; period: string; number: number }): string {
  return `${act.body}-${act.period}-${kindInAddress[act.kind]}-${act.number}`
}

const dayLength = 86_400_000
export function daysAfter(day: LocalDate, count: number): LocalDate {
  return new Date(Date.parse(`${day}T00:00Z`) + count * dayLength).toISOString().slice(0, 10)
}

export type WhenInForce = {
  kind: ActKind
  /** The day on which everybody could know it here. */
  notifiedOn: LocalDate
  gazetteOn: LocalDate | null
  statedOn: LocalDate | null
}

/**
 * A regulation: the third day after its publication in Riigi Teataja, or a later day that it states itself; unknown
 * until it is published there (KOKS § 7(6)). Everything else: with its notification, or a later day that it states
 * (KOKS § 7(7)). Days of the calendar: the law counts no working days here.
 */
export function inForceOn(act: WhenInForce, { regulationDays }: Pick<ActRules, 'regulationDays'>): LocalDate | null {
  const { kind, notifiedOn, gazetteOn, statedOn } = act
  if (kind === 'regulation' && gazetteOn === null) return null
  const usual = kind === 'regulation' ? daysAfter(gazetteOn!, regulationDays) : notifiedOn
  return statedOn !== null && statedOn > usual ? statedOn : usual
}

export type ActFacts = {
  signedAt: Date | null
  inForceOn: LocalDate | null
  amendedOn: LocalDate | null
  repealedOn: LocalDate | null
  annulledOn: LocalDate | null
}
export const actStates = ['stated', 'signed', 'in-force', 'amended', 'repealed', 'annulled'] as const
export type ActState = (typeof actStates)[number]

/** How an act stands on a day. Published it is from the first moment; `stated` is known and not yet signed. */
export function stateOn(act: ActFacts, today: LocalDate): ActState {
  const { annulledOn, repealedOn, amendedOn, signedAt } = act
  if (annulledOn !== null && annulledOn <= today) return 'annulled'
  if (repealedOn !== null && repealedOn <= today) return 'repealed'
  if (act.inForceOn !== null && act.inForceOn <= today)
    return amendedOn !== null && amendedOn <= today ? 'amended' : 'in-force'
  return signedAt === null ? 'stated' : 'signed'
}

export type Restriction = {
  id: string
  covers: Covers
  basis: string
  isPersonal: boolean
  from: LocalDate
  until: LocalDate
  liftedOn: LocalDate | null
  setAt: Date
}

/** A restriction whose last day is over holds no more, whether or not anybody has looked (AvTS § 42). */
export const holdsOn = ({ from, until, liftedOn }: Restriction, today: LocalDate): boolean =>
  from <= today && today <= until && (liftedOn === null || today < liftedOn)

export function restrictionOn(restrictions: readonly Restriction[], today: LocalDate): Restriction | null {
  const holding = restrictions.filter((one) => holdsOn(one, today))
  return holding.find((one) => one.covers === 'whole') ?? holding[0] ?? null
}

/** At most five years, and 75 where it is for personal data (AvTS § 40). */
export function longestUntil(from: LocalDate, isPersonal: boolean): LocalDate {
  const year = Number(from.slice(0, 4)) + (isPersonal ? 75 : 5)
  const day = `${year}${from.slice(4)}`
  // The last of February, where the year is no leap year.
  return new Date(`${day}T00:00Z`).toISOString().startsWith(day) ? day : `${year}-02-28`
}

export type FollowUpState = 'open' | 'overdue' | 'done' | 'dropped'
export const followUpStateOn = (
  { state, dueOn }: { state: 'open' | 'done' | 'dropped'; dueOn: LocalDate },
  today: LocalDate,
): FollowUpState => (state === 'open' && dueOn < today ? 'overdue' : state)

/** Who carries a follow-up out can say that it is done; who keeps acts too. */
export function maySayDone(
  actor: Actor,
  { postId, bodyId }: { postId: string | null; bodyId: string | null },
): boolean {
  if (keepsActs(actor)) return true
  return (postId !== null && actor.postIds.includes(postId)) || (bodyId !== null && actor.bodyIds.includes(bodyId))
}

/** Numbers that nothing bears between the last one given and the one that is to come. */
export function holeBefore(last: number, number: number): { from: number; until: number } | null {
  return number > last + 1 ? { from: last + 1, until: number - 1 } : null
}
