import type { SuspensionGround } from '../mandates/rules.ts'
import type { BodyEntry } from '../people-file.ts'
import { adults, everyone, times, type Casting } from './cast.ts'
import type { InventedPerson } from './invent-persons.ts'

const entry = (slug: string, et: string, en: string, ru: string, parent: string): BodyEntry => ({
  slug,
  kind: 'faction',
  name: { et, en, ru },
  aliases: [],
  parent,
  memberRoles: [],
  posts: [
    {
      slug: `${slug}-esimees`,
      title: { et: 'Fraktsiooni esimees', en: 'Leader of the faction', ru: 'Председатель фракции' },
      aliases: [],
      roles: [],
      represents: false,
      seats: 1,
    },
  ],
})

/** Factions of an invented council; their names are no real lists. */
export function inventFactions(bodies: readonly BodyEntry[]): BodyEntry[] {
  const council = bodies.find((body) => body.kind === 'council')
  if (council === undefined) return []
  return [
    entry('fraktsioon-kodupaik', 'Fraktsioon Kodupaik', 'Faction Kodupaik', 'Фракция Kodupaik', council.slug),
    entry('fraktsioon-rannajoon', 'Fraktsioon Rannajoon', 'Faction Rannajoon', 'Фракция Rannajoon', council.slug),
    entry('fraktsioon-uued-kulad', 'Fraktsioon Uued Külad', 'Faction Uued Külad', 'Фракция Uued Külad', council.slug),
  ]
}

const share = [7, 5, 3] as const

export type ListedPerson = { person: InventedPerson; listName: string; place: number; seatId: string | null }
export type Rest = { seatId: string; person: InventedPerson; from: string; ground: SuspensionGround }

/**
 * Who is in which faction: some members in none, one who has changed over. One mandate rests, and the first substitute
 * of the list sits for it.
 */
export function castFactions(
  { cast, inventor, bodies }: Casting,
  factions: readonly BodyEntry[],
): { substitutes: ListedPerson[]; rests: Rest[] } {
  const council = bodies.find((body) => body.kind === 'council')
  const [first, second] = factions
  if (council === undefined || first === undefined || second === undefined) return { substitutes: [], rests: [] }
  const mandates = cast.seatedIn((body) => body === council).filter(({ post }) => post === null)
  let next = 0
  for (const [at, faction] of factions.entries()) {
    const members = mandates.slice(next, next + (share[at] ?? 0))
    next += members.length
    for (const { person, from } of members)
      cast.seat(person, faction, { from: from > '2025-11-05' ? from : '2025-11-05' })
    const leader = members[0]
    if (leader !== undefined) cast.seat(leader.person, faction, { post: faction.posts[0]!.slug, from: '2025-11-05' })
  }
  const changer = mandates[next]
  if (changer !== undefined) {
    cast.seat(changer.person, first, { from: '2025-11-05', until: '2026-04-30', because: 'Lahkus fraktsioonist' })
    cast.seat(changer.person, second, { from: '2026-05-01' })
  }
  const listed = times(4, () => inventor.person(adults))
  const resting = mandates.at(-2)
  if (resting === undefined) return { substitutes: [], rests: [] }
  const from = '2026-09-01'
  const seat = cast.seat(listed[0]!, council, { from, replaces: resting.id })
  const substitutes = listed.map((person, at) => ({
    person,
    listName: 'Valimisliit Kodupaik',
    place: at + 1,
    seatId: at === 0 ? seat.id : null,
  }))
  return { substitutes, rests: [{ seatId: resting.id, person: resting.person, from, ground: 'own-request' }] }
}

/** Persons who are in the play only as substitutes: nobody of public life yet. */
export const waitingOnly = (substitutes: readonly ListedPerson[], seats: Parameters<typeof everyone>[0]) => {
  const seated = new Set(everyone(seats).map(({ id }) => id))
  return substitutes.filter(({ person }) => !seated.has(person.id)).map(({ person }) => person)
}
