import type { Context } from '#platform/context.ts'
import { inBatches, syntheticMark, type Random, type SyntheticLoad, type SyntheticSize } from '#platform/synthetic.ts'
import { addWorkingDays } from '#platform/working-days.ts'
import { registry } from '#modules/people/index.ts'
import { listSettlements, settlementAt, type Settlement } from '#modules/places/index.ts'
import type { Point } from './map-point.ts'
import {
  insertSyntheticReports,
  insertSyntheticUpdates,
  listCategoriesForLoad,
  type CategoryForLoad,
} from './queries/synthetic.ts'
import type { ReportState } from './rules.ts'

const day = 86_400_000
const hour = 3_600_000
const mostReports = 1_000_000
const perResidentAndYear = 4 / 3
const mostSpots = 4000
// Some tens of metres, so that no two of a spot are alike.
const near = 0.0005
const reportsAtOnce = 5000

const sentences = [
  'Valgusti ei põle juba teist õhtut.',
  'Teel on sügav auk, auto jäi kinni.',
  'Prügikast on täis ja tuul viib paberid laiali.',
  'Bussiootepaviljoni klaas on katki.',
  'Puu on tormiga teele vajunud.',
  'Mänguväljaku kiik logiseb.',
]

/** Years of public reports all over the municipality; their course stands in the rows, not in the log. */
export async function loadSyntheticReports(ctx: Context, size: SyntheticSize): Promise<SyntheticLoad> {
  const count = Math.min(mostReports, Math.round(size.residents * size.years * perResidentAndYear))
  return inventReports(ctx, size, count)
}

/** As many reports as are asked for, by the same invention. */
export async function inventReports(
  ctx: Context,
  { random, years }: Pick<SyntheticSize, 'random' | 'years'>,
  count: number,
): Promise<SyntheticLoad> {
  const categories = await listCategoriesForLoad(ctx.db)
  const settlements = await listSettlements(ctx.db)
  // Databases order names differently, codes alike.
  const spots = inventSpots(
    settlements.toSorted((a, b) => Number(a.ehak) - Number(b.ehak)),
    random,
  )
  if (categories.length === 0 || spots.length === 0) return { counts: {} }
  const persons = await registry.listSyntheticAccounts(ctx.db)
  let answers = 0
  for (let from = 0; from < count; from += reportsAtOnce) {
    const until = Math.min(count, from + reportsAtOnce)
    const reports = Array.from({ length: until - from }, (_, at) => {
      // The oldest first: numbers grow with time.
      const age = ((count - from - at) / count) * years * 365 * day + random.below(day / hour) * hour
      const received = new Date(ctx.now.getTime() - age)
      const person = persons.length === 0 ? null : random.pick(persons)
      return {
        ...invent(random, ctx.now, received, random.pick(categories)),
        ...beside(random, random.pick(spots)),
        person,
      }
    })
    await inBatches(reports, (rows) => insertSyntheticReports(ctx.db, rows))
    const updates = reports.flatMap(({ id, answered, closed, state, post }) =>
      answered === null
        ? []
        : [{ report: id, at: closed ?? answered, post, words: `Vaatasime üle ${syntheticMark.et}.`, state }],
    )
    answers += updates.length
    await inBatches(updates, (rows) => insertSyntheticUpdates(ctx.db, rows))
  }
  return { counts: { reports: count, answers } }
}

const closing: readonly ReportState[] = ['fixed-by-parish', 'fixed-by-parish', 'fixed-by-user', 'no-further-action']
const working: readonly ReportState[] = ['investigating', 'in-progress', 'planned']

/** Most are answered within days and closed within weeks; of the last weeks some are still open, and few for long. */
function invent(random: Random, now: Date, received: Date, { code, post, answerDays, fixDays }: CategoryForLoad) {
  const after = (from: Date, days: number) => new Date(from.getTime() + (1 + random.below(days * 24)) * hour)
  const answered = after(received, answerDays * 2)
  const closed = random.below(200) === 0 ? null : after(answered, fixDays * 2)
  const isAnswered = answered < now
  const isClosed = closed !== null && closed < now
  const state: ReportState = isClosed ? random.pick(closing) : isAnswered ? random.pick(working) : 'confirmed'
  const on = received.toISOString().slice(0, 10)
  return {
    id: random.uuid(),
    category: code,
    post,
    words: `${random.pick(sentences)} ${syntheticMark.et}`,
    received,
    answered: isAnswered ? answered : null,
    closed: isClosed ? closed : null,
    state,
    answer_due: addWorkingDays(on, answerDays).due,
    fix_due: addWorkingDays(on, fixDays).due,
  }
}

type Place = Point & { settlement: string }

/** Spots inside the settlements, in a small one as many as in a large one: people live closer there. */
function inventSpots(settlements: readonly Settlement[], random: Random): Place[] {
  const spots: Place[] = []
  for (let tries = 0; settlements.length > 0 && spots.length < mostSpots && tries < mostSpots * 20; tries += 1) {
    const { outline } = random.pick(settlements)
    const ring = (outline.type === 'Polygon' ? outline.coordinates[0] : outline.coordinates[0]?.[0]) ?? []
    const [longitudes, latitudes] = [ring.map(([x = 0]) => x), ring.map(([, y = 0]) => y)]
    const within = (all: readonly number[]) => {
      const low = Math.min(...all)
      return low + ((Math.max(...all) - low) * random.below(1_000_000)) / 1_000_000
    }
    const point = { latitude: within(latitudes), longitude: within(longitudes) }
    const found = settlementAt(settlements, point, 0)
    if (found !== undefined) spots.push({ ...point, settlement: found.ehak })
  }
  return spots
}

function beside(random: Random, { latitude, longitude, settlement }: Place): Place {
  const aside = () => ((random.below(2001) - 1000) / 1000) * near
  return { latitude: latitude + aside(), longitude: longitude + aside(), settlement }
}
