import { hasRole, type Actor } from '#platform/context.ts'
import type { LocalDate } from '#platform/format.ts'

declare module '#platform/context.ts' {
  interface Roles {
    /** Keeps bodies, posts and memberships: the chancery. */
    registrar: true
    councillor: true
    governmentMember: true
    villageElder: true
    youthCouncilMember: true
  }
}

export const bodyKinds = [
  'council',
  'faction',
  'government',
  'committee',
  'department',
  'youth-council',
  'student-council',
  'village-community',
  'borough-board',
  'working-group',
  'library',
  'association',
] as const
export type BodyKind = (typeof bodyKinds)[number]

/** Days from the first to the last; both belong to it. */
export type Stretch = { fromDate: LocalDate; untilDate: LocalDate | null }
export type Membership = Stretch & {
  /** While one runs, the mandate rests (KOKS § 19(1)). */
  suspensions?: readonly Stretch[] | undefined
}

export function covers({ fromDate, untilDate }: Stretch, day: LocalDate): boolean {
  return fromDate <= day && (untilDate === null || day <= untilDate)
}

/** Both the first and the last day belong to a membership; a suspended one is there and gives nothing. */
export function isInForce(membership: Membership, today: LocalDate): boolean {
  return covers(membership, today) && suspensionOn(membership, today) === undefined
}

/** The suspension under which a mandate rests on the day. */
export function suspensionOn<One extends Stretch>(
  { suspensions = [] }: { suspensions?: readonly One[] | undefined },
  day: LocalDate,
): One | undefined {
  return suspensions.find((one) => covers(one, day))
}

/** The calendar day so many days later. */
export function daysAfter(day: LocalDate, count: number): LocalDate {
  return new Date(Date.parse(`${day}T00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
}

/** A person is shown to everybody from the day their first public membership begins, and stays in history after it. */
export function isPublicPerson(
  person: { slug: string | null; memberships: readonly Membership[] },
  today: LocalDate,
): boolean {
  return person.slug !== null && person.memberships.some(({ fromDate }) => fromDate <= today)
}

/** May the holder of this membership speak for its body today? */
export function mayRepresent(membership: Membership & { represents: boolean }, today: LocalDate): boolean {
  return membership.represents && isInForce(membership, today)
}

export type Sitting = Membership & { personId: string }

/** The most persons who sit at the same time on any day from `from` on. */
export function mostSeated(sittings: readonly Sitting[], from: LocalDate): number {
  const beginnings = sittings.flatMap(({ fromDate, suspensions = [] }) => [
    fromDate,
    ...suspensions.flatMap(({ untilDate }) => (untilDate === null ? [] : [daysAfter(untilDate, 1)])),
  ])
  const days = [from, ...beginnings.filter((day) => day > from)]
  const seatedOn = (day: LocalDate) =>
    new Set(sittings.filter((one) => isInForce(one, day)).map((one) => one.personId)).size
  return Math.max(...days.map(seatedOn))
}

export function fitsSeats(sittings: readonly Sitting[], newcomer: Sitting, seats: number | null): boolean {
  return seats === null || mostSeated([...sittings, newcomer], newcomer.fromDate) <= seats
}

export const citizenships = ['EE', 'EU', 'other', 'undetermined'] as const
export type Citizenship = (typeof citizenships)[number]

export const ageGroups = [
  { key: '0-6', from: 0 },
  { key: '7-17', from: 7 },
  { key: '18-29', from: 18 },
  { key: '30-49', from: 30 },
  { key: '50-64', from: 50 },
  { key: '65+', from: 65 },
] as const
export type AgeGroup = (typeof ageGroups)[number]['key']

export function ageGroupOf(age: number): AgeGroup {
  return ageGroups.findLast(({ from }) => from <= age)?.key ?? '0-6'
}

export const fewestShown = 5

/**
 * Small numbers point at people. Counts below five are hidden (null), and where one alone would be hidden, the
 * smallest of the others too, so that the total does not give it away.
 */
export function hideSmall(counts: readonly number[]): (number | null)[] {
  const hidden = counts.map((count) => count < fewestShown)
  if (hidden.filter(Boolean).length === 1 && counts.length > 1) {
    const shown = counts.map((count, index) => ({ count, index })).filter(({ index }) => !hidden[index])
    const smallest = shown.reduce((least, one) => (one.count < least.count ? one : least))
    hidden[smallest.index] = true
  }
  return counts.map((count, index) => (hidden[index] ? null : count))
}

/** `EE47810010019` → `4••••••••19`: enough to know one's own, too little for a glance over the shoulder. */
export function maskCode(subject: string): string {
  const code = subject.slice(2)
  return `${code.slice(0, 1)}${'•'.repeat(Math.max(0, code.length - 3))}${code.slice(-2)}`
}

export function canManageBodies(actor: Actor): boolean {
  return hasRole(actor, 'administrator') || hasRole(actor, 'registrar')
}

/** Roles that open everything are given, and taken, by administrators alone. */
export function canGrantRole(actor: Actor, role: string): boolean {
  return role === 'administrator' || role === 'registrar' ? hasRole(actor, 'administrator') : canManageBodies(actor)
}

/** Whoever seats a person somewhere gives them the roles of that place. */
export function canGrantRoles(actor: Actor, roles: readonly string[]): boolean {
  return roles.every((role) => canGrantRole(actor, role))
}

/** Roles that stand in one list and not in the other. */
export function changedRoles(before: readonly string[], after: readonly string[]): string[] {
  return [...before.filter((role) => !after.includes(role)), ...after.filter((role) => !before.includes(role))]
}

/** Private facts of a person: the person and, for a stated purpose that is recorded, the registrar. */
export function canReadPrivateFacts(actor: Actor, personId: string): boolean {
  return actor.personId === personId || canManageBodies(actor)
}

export function initialsOf(givenName: string, familyName: string): string {
  return `${[...givenName][0] ?? ''}${[...familyName][0] ?? ''}`.toUpperCase()
}

const folded: Record<string, string> = { õ: 'o', ä: 'a', ö: 'o', ü: 'u', š: 's', ž: 'z' }

/** `Õnne Mägi` → `onne-magi`; anything without a Latin letter becomes empty and the caller adds a number. */
export function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[õäöüšž]/g, (letter) => folded[letter]!)
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
}

/** Folded as `people_search_name` folds: "joelahtme" finds Jõelähtme. */
export function foldForSearch(text: string): string {
  return text
    .toLowerCase()
    .replace(/[õäöüšž]/g, (letter) => folded[letter]!)
    .replace(/\s+/g, ' ')
    .trim()
}

/** The first free one of `slug`, `slug-2`, `slug-3` … */
export function freeSlug(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted
  let number = 2
  while (taken.includes(`${wanted}-${number}`)) number += 1
  return `${wanted}-${number}`
}
