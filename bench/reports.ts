import { sql } from 'kysely'
import { inTransaction, keepCalendar, system } from '#platform/context.ts'
import { openPostgres } from '#platform/database.ts'
import { makeRandom, type Random } from '#platform/synthetic.ts'
import { inventReports } from '../src/modules/reports/synthetic.ts'
import { startPostgres, type TestServer } from '../test/postgres.ts'
import '../src/installation.ts'
import { report, round, serve, type Measured } from './measuring.ts'
import { signIn } from './sign-in.ts'

const sizes = [10_000, 100_000, 1_000_000]
const asked = 240
// The municipality's box, and the zooms of the map.
const [west, south, east, north] = [24.9, 59.37, 25.5, 59.58]
const [farthest, nearest] = [6, 18]

const questions = ['map', 'nearby', 'open311', 'inbox'] as const
type Question = (typeof questions)[number]
const what: Record<Question, string> = {
  map: 'map data of a view, all zooms',
  nearby: 'similar reports nearby',
  open311: 'Open311 list with filters',
  inbox: "officials' inbox page",
}
const mostMs: Record<Question, number> = { map: 50, nearby: 30, open311: 50, inbox: 80 }
const mostTimes = 2

/** Pages and answers about reports, as users ask for them, with ten thousand, a hundred thousand and a million. */
export async function reports(): Promise<void> {
  const postgres = await startPostgres(['-c', 'shared_buffers=512MB', '-c', 'fsync=off', '-c', 'max_wal_size=4GB'])
  const found = new Map<number, Record<Question, number>>()
  for (const size of sizes) found.set(size, await measure(postgres, size))
  await postgres.stop()
  const small = found.get(sizes[0]!)!
  const rows = sizes.slice(1).flatMap((size) =>
    questions.map((question): Measured => {
      const [p95, times] = [found.get(size)![question], found.get(size)![question] / small[question]]
      const isLargest = size === sizes.at(-1)
      return {
        what: `${what[question]}, ${size.toLocaleString('en')} reports, p95`,
        measured: round(p95, 1),
        unit: 'ms',
        reference: `${round(times)} times that of ${sizes[0]!.toLocaleString('en')}`,
        bound: `at most ${mostMs[question]} ms${isLargest ? ` and ${mostTimes} times` : ''}`,
        holds: p95 <= mostMs[question] && (!isLargest || times <= mostTimes),
      }
    }),
  )
  report('reports', rows)
}

async function measure(postgres: TestServer, size: number): Promise<Record<Question, number>> {
  const name = `bench_reports_${size}`
  await postgres.server.createDatabase(name)
  const url = postgres.url(name)
  const ours = await serve({ DATABASE_URL: url, AVAVALD_WORKER: 'apart' })
  const database = openPostgres(url, 2)
  keepCalendar(database.db, 'Europe/Tallinn')
  await inTransaction({ db: database.db, actor: system, now: new Date() }, (ctx) =>
    inventReports(ctx, { random: makeRandom(7), years: 10 }, size),
  )
  for (const table of ['reports_reports', 'reports_updates']) {
    await sql`vacuum analyze ${sql.table(table)}`.execute(database.db)
  }
  await database.close()
  const origin = `http://localhost:${ours.port}`
  const cookie = await signIn(origin, 'Teedespetsialist')
  const random = makeRandom(size)
  const ask = async (path: string): Promise<number> => {
    const from = performance.now()
    // Officials alone need a session; the other answers are anybody's.
    const answer = await fetch(origin + path, path.startsWith('/too') ? { headers: { cookie } } : {})
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    return performance.now() - from
  }
  const times = {} as Record<Question, number>
  for (const question of questions) {
    // The first ones build what is kept, as after a start.
    for (let at = 0; at < 12; at += 1) await ask(address(question, random, at))
    const all: number[] = []
    for (let at = 0; at < asked; at += 1) all.push(await ask(address(question, random, at)))
    times[question] = all.toSorted((a, b) => a - b)[Math.floor(asked * 0.95)]!
  }
  await ours.stop()
  return times
}

function address(question: Question, random: Random, at: number): string {
  const within = (low: number, high: number) => low + ((high - low) * random.below(1_000_000)) / 1_000_000
  const [longitude, latitude] = [within(west, east), within(south, north)]
  if (question === 'nearby') return `/teated/laheduses.json?point=${latitude.toFixed(5)},${longitude.toFixed(5)}`
  if (question === 'inbox') return `/too/teated?vaade=${random.pick(['open', 'late', 'closed', 'unassigned', 'mine'])}`
  if (question === 'open311') {
    const until = new Date(Date.now() - random.below(3000) * 86_400_000)
    const from = new Date(until.getTime() - 30 * 86_400_000)
    const days = `start_date=${from.toISOString().slice(0, 10)}&end_date=${until.toISOString().slice(0, 10)}`
    return `/api/open311/v2/requests.json?${days}&status=${random.pick(['open', 'closed'])}&page_size=100`
  }
  const zoom = farthest + (at % (nearest - farthest + 1))
  const [wide, high] = [(360 / 2 ** zoom) * 2, (360 / 2 ** zoom) * 0.8]
  const box = [longitude - wide / 2, latitude - high / 2, longitude + wide / 2, latitude + high / 2]
  return `/teated/kaart.json?bbox=${box.map((side) => side.toFixed(5)).join(',')}&zoom=${zoom}`
}
