import { todayOf, type Context } from '#platform/context.ts'
import type { LocalDate } from '#platform/format.ts'
import type { SiteKeys } from '#platform/keys.ts'
import type { SiteFiles } from '#platform/site-files.ts'
import { putBodies } from '../install-bodies.ts'
import { insertSubstitute, insertSuspension, updateSubstituteSeat } from '../mandates/queries.ts'
import { peopleFile } from '../people-file.ts'
import { insertDemoMemberships, insertDemoPersons, listBodyIds, listPostIds } from '../queries/installed.ts'
import { insertResidents, type ResidentRow } from '../queries/residents.ts'
import { freeSlug, slugOf, type Citizenship } from '../rules.ts'
import { findMembership } from '../queries/memberships.ts'
import { castAssociations, castSchools, castVillages, castWorkingGroups } from './cast-communities.ts'
import { castFactions, inventFactions, waitingOnly, type ListedPerson, type Rest } from './cast-factions.ts'
import { castCommittees, castCouncil, castGovernment, castYouthCouncil } from './cast-government.ts'
import { everyone, makeCast, type Cast } from './cast.ts'
import { makeInventor, type InventedPerson, type Inventor } from './invent-persons.ts'
import { makeRandom, type Random } from '#platform/synthetic.ts'

const seed = 20_261_123
const agesByWeight: readonly [weight: number, from: number, to: number][] = [
  [9, 0, 6],
  [16, 7, 17],
  [10, 18, 29],
  [33, 30, 49],
  [18, 50, 64],
  [14, 65, 92],
]

/** Invented persons on the municipality's posts and invented residents in its villages; the same ones every time. */
export async function seedDemo(ctx: Context, { files, keys }: { files: SiteFiles; keys: SiteKeys }): Promise<void> {
  if (!files.has('people.json')) return
  const { bodies, demoResidents } = files.read('people.json', peopleFile)
  const today = todayOf(ctx)
  const random = makeRandom(seed)
  const inventor = makeInventor(random, today)
  const cast = makeCast(bodies)
  const casting = { cast, inventor, random, bodies }
  castCouncil(casting)
  castGovernment(casting)
  castYouthCouncil(casting)
  castCommittees(casting)
  castVillages(casting)
  castSchools(casting)
  castAssociations(casting)
  castWorkingGroups(casting)
  const factions = inventFactions(bodies)
  const { substitutes, rests } = castFactions(casting, factions)
  await putBodies(ctx, factions)
  const plain = [17, 34, 52, 71].map((age) => inventor.person({ from: age, to: age }))

  const waiting = waitingOnly(substitutes, cast.seats)
  await insertCast(ctx, keys, cast, [...plain, ...waiting])
  await insertDemoMandates(ctx, substitutes, rests)
  const persons = [...everyone(cast.seats), ...plain, ...waiting]
  const residents = inventResidents(demoResidents, { cast, persons, inventor, random, keys })
  await insertResidents(ctx.db, residents, { synthetic: true, now: ctx.now })
}

async function insertCast(ctx: Context, keys: SiteKeys, cast: Cast, plain: readonly InventedPerson[]): Promise<void> {
  const bodyIds = await listBodyIds(ctx.db)
  const postIds = await listPostIds(ctx.db)
  const slugs: string[] = []
  const row = (person: InventedPerson, isPublic: boolean) => {
    const slug = isPublic ? freeSlug(slugOf(`${person.givenName} ${person.familyName}`), slugs) : null
    if (slug !== null) slugs.push(slug)
    const subject = `EE${person.code}`
    const email = isPublic ? `${slug}@naidis.example` : null
    const { id, givenName, familyName, birthDate } = person
    return {
      id,
      slug,
      givenName,
      familyName,
      birthDate,
      email,
      codeIndex: keys.index(subject),
      codeSealed: keys.seal(subject),
    }
  }
  const rows = [...everyone(cast.seats).map((one) => row(one, true)), ...plain.map((one) => row(one, false))]
  await insertDemoPersons(ctx.db, rows, ctx.now)
  const memberships = cast.seats.map((seat) => ({
    personId: seat.person.id,
    bodyId: bodyIds.get(seat.body)!,
    postId: seat.post === null ? null : postIds.get(seat.post)!,
    onBehalfOf: seat.behalf === null ? null : bodyIds.get(seat.behalf)!,
    fromDate: seat.from,
    untilDate: seat.until,
    endedBecause: seat.because,
    id: seat.id,
    replaces: seat.replaces,
  }))
  await insertDemoMemberships(ctx.db, memberships, ctx.now)
}

async function insertDemoMandates(
  ctx: Context,
  substitutes: readonly ListedPerson[],
  rests: readonly Rest[],
): Promise<void> {
  for (const { seatId, person, from, ground } of rests) {
    const { bodyId } = (await findMembership(ctx.db, seatId))!
    const suspension = { fromDate: from, untilDate: null, ground }
    await insertSuspension(ctx.db, { id: seatId, personId: person.id, bodyId }, suspension, ctx.now)
    for (const { person: listed, listName, place, seatId: seat } of substitutes) {
      const one = { bodyId, composition: 10, listName, place, personId: listed.id }
      const id = await insertSubstitute(ctx.db, one, ctx.now)
      if (seat !== null) await updateSubstituteSeat(ctx.db, id, seat)
    }
  }
}

type Inventing = {
  cast: Cast
  persons: readonly InventedPerson[]
  inventor: Inventor
  random: Random
  keys: SiteKeys
}

function inventResidents(
  wanted: Readonly<Record<string, number>>,
  { cast, persons, inventor, random, keys }: Inventing,
): ResidentRow[] {
  const ages = agesByWeight.flatMap(([weight, from, to]) => Array.from({ length: weight }, () => ({ from, to })))
  const resident = (settlementEhak: string, one: { code: string; birthDate: LocalDate }): ResidentRow => {
    const draw = random.below(100)
    const citizenship: Citizenship = draw < 88 ? 'EE' : draw < 91 ? 'EU' : draw < 95 ? 'other' : 'undetermined'
    const codeIndex = keys.index(`EE${one.code}`)
    return { codeIndex, birthDate: one.birthDate, settlementEhak, citizenship }
  }
  const left = new Map(Object.entries(wanted))
  const [largest] = [...left].toSorted(([, a], [, b]) => b - a)
  if (largest === undefined) return []
  const rows = persons.map((person): ResidentRow => {
    const ehak = cast.homes.get(person.id) ?? largest[0]
    left.set(ehak, (left.get(ehak) ?? 0) - 1)
    // Who holds an elected seat is a citizen in the demo; the others may be anybody.
    return { ...resident(ehak, person), citizenship: 'EE' }
  })
  for (const [ehak, count] of left) {
    for (let index = 0; index < count; index += 1) {
      const { from, to } = random.pick(ages)
      rows.push(resident(ehak, inventor.code(from + random.below(to - from + 1))))
    }
  }
  return rows
}
