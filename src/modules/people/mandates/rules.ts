import type { LocalDate } from '#platform/format.ts'
import { daysAfter, type Stretch } from '../rules.ts'

/** Why a mandate rests, by the list of KOKS § 19(2). */
export const suspensionGrounds = [
  'municipal-government',
  'state-government',
  'municipal-employment',
  'custody',
  'own-request',
  'absence',
  'military-service',
] as const
export type SuspensionGround = (typeof suspensionGrounds)[number]

/** Where each ground stands in the law. */
export const pointOfLaw: Record<SuspensionGround, string> = {
  'municipal-government': 'KOKS § 19 lg 2 p 1',
  'state-government': 'KOKS § 19 lg 2 p 1¹',
  'municipal-employment': 'KOKS § 19 lg 2 p 1²',
  custody: 'KOKS § 19 lg 2 p 2',
  'own-request': 'KOKS § 19 lg 2 p 3',
  absence: 'KOKS § 19 lg 2 p 4',
  'military-service': 'KOKS § 19 lg 2 p 5',
}

const publicOffices: ReadonlySet<SuspensionGround> = new Set([
  'municipal-government',
  'state-government',
  'municipal-employment',
])

/** What everybody may read of a ground: a public office is known anyway, the others are the member's own matter. */
export function groundForAll(ground: SuspensionGround): string | null {
  return publicOffices.has(ground) ? pointOfLaw[ground] : null
}

/** A suspension at the member's own request lasts three months at least (KOKS § 19(2)3). */
export function isTooShort(ground: SuspensionGround, { fromDate, untilDate }: Stretch): boolean {
  return ground === 'own-request' && untilDate !== null && untilDate < threeMonthsFrom(fromDate)
}

/** The last day of three months that begin on the day; a month without such a day ends with its own last one. */
export function threeMonthsFrom(day: LocalDate): LocalDate {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const lastDate = new Date(Date.UTC(year, month + 3, 0)).getUTCDate()
  return new Date(Date.UTC(year, month + 2, Math.min(date, lastDate + 1) - 1)).toISOString().slice(0, 10)
}

/** The earlier of two last days; null is no end. */
export const earlierEnd = (a: LocalDate | null, b: LocalDate | null): LocalDate | null =>
  a === null || (b !== null && b < a) ? b : a

/** One membership of a seat; a reason stands where the mandate itself was ended. */
export type HeldSeat = Stretch & { endedBecause: string | null }

/**
 * The last day of the mandate that holds on a day: one membership after another, as a changed vote leaves them. A mandate
 * that was ended is over, also where the same person's next one begins on the day after.
 */
export function lastDayOfSeat(seats: readonly HeldSeat[], day: LocalDate): LocalDate | null {
  let last = day
  for (const { fromDate, untilDate, endedBecause } of seats.toSorted((a, b) => (a.fromDate < b.fromDate ? -1 : 1))) {
    if (fromDate > daysAfter(last, 1)) break
    if (untilDate === null) return null
    if (untilDate < day) continue
    last = untilDate
    if (endedBecause !== null) break
  }
  return last
}

export type ListedSubstitute = {
  id: string
  listName: string
  place: number
  personId: string
  declinedOn: LocalDate | null
  /** The seat that the person took over from this list. */
  seat: (Stretch & { membershipId: string }) | null
}

/** Sits for somebody on the day, or will. */
const sits = ({ seat }: ListedSubstitute, day: LocalDate): boolean =>
  seat !== null && (seat.untilDate === null || seat.untilDate >= day)

/** Who may take a seat on the day: whoever has not declined and holds none (KOKS § 20(5) and (6)). */
export function mayStepIn(one: ListedSubstitute, day: LocalDate, seated: ReadonlySet<string>): boolean {
  return one.declinedOn === null && !sits(one, day) && !seated.has(one.personId)
}

/** The next in each list on the day; whoever cannot come for a while stays in the list and may be passed over. */
export function nextInLists(
  substitutes: readonly ListedSubstitute[],
  day: LocalDate,
  seated: ReadonlySet<string>,
): ListedSubstitute[] {
  const free = substitutes.filter((one) => mayStepIn(one, day, seated)).toSorted((a, b) => a.place - b.place)
  return free.filter(({ listName }, at) => free.findIndex((one) => one.listName === listName) === at)
}

export type SubstituteSeat = Stretch & {
  membershipId: string
  replaces: string
  /** Null: seated before there was a list. */
  listName: string | null
}

/**
 * Whose seat ends when a suspended member returns: of the substitutes of the same list, whoever was appointed last
 * (KOKS § 20¹(2)), whomever they came for; where no list is known, the one who sits for this member. The list is that
 * of whoever came for the member, also when they have left since.
 */
export function leavesOnReturn(
  seats: readonly SubstituteSeat[],
  membershipIds: readonly string[],
  lastDay: LocalDate,
): SubstituteSeat | undefined {
  const own = seats.filter(({ replaces }) => membershipIds.includes(replaces))
  const sitting = seats.filter((one) => one.fromDate <= lastDay && (one.untilDate === null || one.untilDate > lastDay))
  const listName = own.find((one) => one.listName !== null)?.listName ?? null
  if (listName === null) return sitting.find((one) => own.includes(one))
  const ofList = sitting.filter((one) => one.listName === listName)
  return ofList.toSorted((x, y) => (x.fromDate < y.fromDate ? 1 : x.fromDate > y.fromDate ? -1 : 0))[0]
}

/**
 * Who stays on as the substitute of a list where another of it left: whoever came for the member who is back, if they
 * sit there still. They take over the seat for which the other came.
 */
export function staysOnReturn(
  seats: readonly SubstituteSeat[],
  membershipIds: readonly string[],
  { leaving, lastDay }: { leaving: SubstituteSeat; lastDay: LocalDate },
): SubstituteSeat | undefined {
  const own = seats.filter(({ replaces }) => membershipIds.includes(replaces))
  if (own.some(({ membershipId }) => membershipId === leaving.membershipId)) return undefined
  return own.find((one) => one.fromDate <= lastDay && (one.untilDate === null || one.untilDate >= lastDay))
}

/** One of a person's memberships of a body has the vote: the mandate itself decides, not a post beside it. */
export function votesIn(memberships: readonly { postId: string | null; votingRight: boolean }[]): boolean {
  const mandates = memberships.filter(({ postId }) => postId === null)
  return (mandates.length > 0 ? mandates : memberships).some(({ votingRight }) => votingRight)
}
