import { todayOf, type Context } from '#platform/context.ts'
import type { LocalDate } from '#platform/format.ts'
import {
  inBatches,
  pastEvent,
  syntheticMark,
  type PastEvent,
  type Random,
  type SyntheticLoad,
  type SyntheticSize,
} from '#platform/synthetic.ts'
import names from './demo/names.json' with { type: 'json' }
import { describeResidents } from './queries/residents.ts'
import {
  insertSyntheticBodies,
  insertSyntheticMemberships,
  insertSyntheticPersons,
  insertSyntheticPosts,
  insertSyntheticResidents,
  listSettlementShares,
  type SyntheticBodyRow,
  type SyntheticMembershipRow,
  type SyntheticPersonRow,
  type SyntheticPostRow,
} from './queries/synthetic.ts'

const residentsPerAccount = 50
const residentsPerBody = 1000
const bodiesBetween = { least: 8, most: 120 }
const pool = 10
const seated = 6
const termYears = 2
const residentsAtOnce = 50_000

/** Societies with posts and members term after term, accounts of residents, and a register of the wanted size. */
export async function loadSyntheticPeople(ctx: Context, size: SyntheticSize): Promise<SyntheticLoad> {
  const { random } = size
  const today = todayOf(ctx)
  const wanted = Math.ceil(size.residents / residentsPerBody)
  const bodies = Math.min(bodiesBetween.most, Math.max(bodiesBetween.least, wanted))
  const accounts = Math.ceil(size.residents / residentsPerAccount)

  const persons = inventPersons(random, today, { accounts, members: bodies * pool })
  const members = persons.filter(({ slug }) => slug !== null)
  const societies = Array.from({ length: bodies }, (_, at) =>
    inventSociety(random, { number: at + 1, today, years: size.years, members: members.slice(at * pool) }),
  )
  const memberships = societies.flatMap((society) => society.memberships)
  const { db, now } = ctx
  await inBatches(persons, (rows) => insertSyntheticPersons(db, rows, now))
  await inBatches(
    societies.map(({ body }) => body),
    (rows) => insertSyntheticBodies(db, rows, now),
  )
  await inBatches(
    societies.flatMap(({ posts }) => posts),
    (rows) => insertSyntheticPosts(db, rows),
  )
  await inBatches(memberships, (rows) => insertSyntheticMemberships(db, rows, now))
  const residents = await fillRegister(ctx, size)
  return {
    counts: { persons: persons.length, bodies, memberships: memberships.length, ...residents },
    past: societies.flatMap(({ past }) => past).filter(({ at }) => at < now),
  }
}

function inventPersons(
  random: Random,
  today: LocalDate,
  { accounts, members }: { accounts: number; members: number },
): SyntheticPersonRow[] {
  const lastYear = Number(today.slice(0, 4)) - 18
  return Array.from({ length: accounts + members }, (_, at) => ({
    id: random.uuid(),
    slug: at < members ? `sunteetiline-isik-${at + 1}` : null,
    given: random.pick(random.below(2) === 0 ? names.estonian.women : names.estonian.men),
    family: `Sünteetiline ${at + 1}`,
    born: dayIn(lastYear - random.below(60), 1 + random.below(12), 1 + random.below(28)),
  }))
}

type Society = {
  body: SyntheticBodyRow
  posts: SyntheticPostRow[]
  memberships: SyntheticMembershipRow[]
  past: PastEvent[]
}

function inventSociety(
  random: Random,
  given: { number: number; today: LocalDate; years: number; members: readonly SyntheticPersonRow[] },
): Society {
  const { number, today, years } = given
  const firstYear = Number(today.slice(0, 4)) - years
  const slug = `sunteetiline-selts-${number}`
  const name = {
    et: `Selts ${number} ${syntheticMark.et}`,
    en: `Society ${number} ${syntheticMark.en}`,
    ru: `Общество ${number} ${syntheticMark.ru}`,
  }
  const description = {
    et: 'Leiutatud koormuse mõõtmiseks; sellist seltsi ei ole.',
    en: 'Invented to measure load; there is no such society.',
    ru: 'Придумано для измерения нагрузки; такого общества нет.',
  }
  const body = { id: random.uuid(), slug, name, description, founded: dayIn(firstYear, 2, 1) }
  const titles = [
    { et: 'Esimees', en: 'Chair', ru: 'Председатель' },
    { et: 'Aseesimees', en: 'Deputy chair', ru: 'Заместитель председателя' },
  ]
  const posts = titles.map((title, at) => ({
    id: random.uuid(),
    body: body.id,
    slug: `${slug}-${at === 0 ? 'esimees' : 'aseesimees'}`,
    title,
    position: at + 1,
  }))
  const subject = `body:${body.id}`
  const facts = { bodySlug: slug, bodyName: name.et }
  const past = [pastEvent(noonOf(body.founded), 'people.body-created', subject, { ...facts, kind: 'association' })]
  const memberships: SyntheticMembershipRow[] = []
  for (let year = firstYear; dayIn(year, 3, 1) <= today; year += termYears) {
    const first = random.below(pool)
    const from = dayIn(year, 3, 1)
    const end = dayIn(year + termYears, 2, 28)
    const until = end < today ? end : null
    const sit = (person: SyntheticPersonRow, post: SyntheticPostRow | null) => {
      const id = random.uuid()
      const because = until === null ? null : 'Volituste aeg lõppes'
      memberships.push({ id, person: person.id, body: body.id, post: post?.id ?? null, from, until, because })
      const about = { ...facts, postTitle: post?.title.et ?? null, membershipId: id }
      past.push(pastEvent(noonOf(from), 'people.membership-began', subject, { ...about, fromDate: from }))
      if (until === null) return
      past.push(pastEvent(noonOf(until), 'people.membership-ended', subject, { ...about, untilDate: until }))
    }
    for (let at = 0; at < seated; at += 1) sit(given.members[(first + at) % pool]!, null)
    for (const [at, post] of posts.entries()) sit(given.members[(first + at) % pool]!, post)
  }
  return { body, posts, memberships, past }
}

/** Residents are added until the register has as many as wanted, spread as those who are there. */
async function fillRegister(ctx: Context, { residents, seed }: SyntheticSize): Promise<Record<string, number>> {
  const before = (await describeResidents(ctx.db)).residents
  const missing = Math.max(0, residents - before)
  const places = spread(await listSettlementShares(ctx.db))
  if (places.length === 0) return { residents: before, 'residents added': 0 }
  for (let from = 1; from <= missing; from += residentsAtOnce) {
    const until = Math.min(missing, from + residentsAtOnce - 1)
    await insertSyntheticResidents(ctx.db, { from, until, seed, places, today: todayOf(ctx), now: ctx.now })
  }
  return { residents: before + missing, 'residents added': missing }
}

const slots = 200

/** A settlement stands as often as its part of the residents; everywhere lives somebody. */
function spread(shares: readonly { ehak: string; residents: number }[]): string[] {
  const all = shares.reduce((sum, { residents }) => sum + residents, 0)
  return shares.flatMap(({ ehak, residents }) => {
    const times = all === 0 ? 1 : Math.max(1, Math.round((slots * residents) / all))
    return Array.from({ length: times }, () => ehak)
  })
}

function dayIn(year: number, month: number, day: number): LocalDate {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function noonOf(day: LocalDate): Date {
  return new Date(`${day}T10:00:00Z`)
}
