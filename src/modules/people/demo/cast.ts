import type { LocalDate } from '#platform/format.ts'
import type { BodyEntry } from '../people-file.ts'
import type { InventedPerson, Inventor } from './invent-persons.ts'
import type { Random } from '#platform/synthetic.ts'

export type Seat = {
  id: string
  person: InventedPerson
  body: string
  post: string | null
  behalf: string | null
  from: LocalDate
  until: LocalDate | null
  because: string | null
  /** The seat that a substitute member took over. */
  replaces: string | null
}

/** The play's book: who sits where. Persons are added as bodies need them and sit in several where life has it so. */
export type Cast = {
  seats: Seat[]
  /** Where a person must live: an elder in their own village. */
  homes: Map<string, string>
  seat(
    person: InventedPerson,
    body: BodyEntry,
    at: {
      post?: string | null
      behalf?: string | null
      from: LocalDate
      until?: LocalDate
      because?: string
      replaces?: string
    },
  ): Seat
  /** Those who hold a post or membership of a kind of body, in the order in which they came. */
  seatedIn(fits: (body: BodyEntry) => boolean): Seat[]
}

export type Casting = { cast: Cast; inventor: Inventor; random: Random; bodies: readonly BodyEntry[] }

export function makeCast(bodies: readonly BodyEntry[]): Cast {
  const seats: Seat[] = []
  const homes = new Map<string, string>()
  return {
    seats,
    homes,
    seat: (person, body, { post = null, behalf = null, from, until, because, replaces }) => {
      const seat: Seat = {
        id: crypto.randomUUID(),
        person,
        body: body.slug,
        post,
        behalf,
        from,
        until: until ?? null,
        because: because ?? null,
        replaces: replaces ?? null,
      }
      seats.push(seat)
      if (body.settlement !== undefined && !homes.has(person.id)) homes.set(person.id, body.settlement)
      return seat
    },
    seatedIn: (fits) => {
      const slugs = new Set(bodies.filter(fits).map((body) => body.slug))
      return seats.filter((seat) => slugs.has(seat.body) && seat.until === null)
    },
  }
}

export const adults = { from: 26, to: 68 }
export const youth = { from: 14, to: 24 }
export const pupils = { from: 13, to: 18 }

export function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: Math.max(0, count) }, (_, index) => make(index))
}

export function everyone(seats: readonly Seat[]): InventedPerson[] {
  return [...new Map(seats.map(({ person }) => [person.id, person])).values()]
}

/** A day between two years, never in July. */
export function someDay(random: Random, fromYear: number, toYear: number): LocalDate {
  const year = fromYear + random.below(toYear - fromYear + 1)
  const month = random.pick([1, 2, 3, 4, 5, 6, 8, 9, 10])
  return `${year}-${String(month).padStart(2, '0')}-${String(1 + random.below(28)).padStart(2, '0')}`
}
