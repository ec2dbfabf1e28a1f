import { sql } from 'kysely'
import { inTransaction, keepCalendar, system } from '#platform/context.ts'
import { openPostgres, type Db } from '#platform/database.ts'
import { makeRandom, type Random } from '#platform/synthetic.ts'
import { foldMeeting } from '../src/modules/meetings/log/fold.ts'
import { readEvent } from '../src/modules/meetings/log/events.ts'
import { readSetup } from '../src/modules/meetings/queries/log.ts'
import { keepVersion } from '../src/modules/meetings/minutes/keep-version.ts'
import { findMeeting } from '../src/modules/meetings/queries/meetings.ts'
import { inventMeetings } from '../src/modules/meetings/synthetic/invent-meetings.ts'
import { startPostgres } from '../test/postgres.ts'
import '../src/installation.ts'
import { median, report, round, serve, type Measured } from './measuring.ts'

const meetings = 600
const years = 10
const asked = 200
const mostOfFold = 20
const foldedEvents = 2000

type Known = { numbers: number[]; slugs: string[]; votes: { at: Date; id: string }[]; longest: number }
type Page = { what: string; most: number; address: (random: Random, known: Known) => string }

const pages: readonly Page[] = [
  {
    what: 'list of meetings',
    most: 80,
    address: (random) => `/istungid?enne=${new Date(Date.now() - random.below(3500) * 86_400_000).toISOString()}`,
  },
  { what: 'one meeting', most: 80, address: (random, { numbers }) => `/istungid/${random.pick(numbers)}` },
  {
    what: 'how it went, by its log',
    most: 80,
    address: (random, { numbers }) => `/istungid/${random.pick(numbers)}/otse`,
  },
  {
    what: 'attendance of the council in a year',
    most: 80,
    address: (random) => `/istungid/osalemine?kogu=vallavolikogu&aeg=${new Date().getFullYear() - random.below(9)}`,
  },
  {
    what: 'one person’s record',
    most: 80,
    address: (random, { slugs }) => `/istungid/osalemine/${random.pick(slugs)}`,
  },
  {
    what: 'list of votes',
    most: 80,
    address: (random, { votes }) => {
      const { at, id } = random.pick(votes)
      return `/istungid/haaletused?enne=${at.toISOString()}_${id}`
    },
  },
  {
    what: 'replay at a moment',
    most: 80,
    address: (random, { numbers }) => `/istungid/${random.pick(numbers)}/kordus?hetk=${1 + random.below(200)}`,
  },
  {
    what: 'OParl list of meetings',
    most: 60,
    address: (random) => `/api/oparl/1.1/meetings?page=${1 + random.below(6)}`,
  },
  { what: 'OParl list of papers', most: 60, address: (random) => `/api/oparl/1.1/papers?page=${1 + random.below(60)}` },
  { what: 'OParl list of people', most: 60, address: () => '/api/oparl/1.1/people' },
]

/** Ten years of meetings: pages and lists as visitors ask for them, none of them kept ready; a fold and the minutes. */
export async function meetingsOfYears(): Promise<void> {
  const postgres = await startPostgres(['-c', 'shared_buffers=256MB', '-c', 'fsync=off', '-c', 'max_wal_size=4GB'])
  await postgres.server.createDatabase('bench_meetings')
  const url = postgres.url('bench_meetings')
  const ours = await serve({ DATABASE_URL: url, AVAVALD_WORKER: 'apart' })
  const { db, close } = openPostgres(url, 2)
  keepCalendar(db, 'Europe/Tallinn')
  const random = makeRandom(11)
  const load = await inTransaction({ db, actor: system, now: new Date() }, (ctx) =>
    inventMeetings(ctx, { random, years }, meetings),
  )
  for (const table of ['meetings', 'items', 'events', 'votes', 'choices', 'attendance'])
    await sql`vacuum analyze ${sql.table(`meetings_${table}`)}`.execute(db)
  const known = await learn(db)
  const origin = `http://localhost:${ours.port}`
  const ask = async (path: string): Promise<number> => {
    const from = performance.now()
    // Whoever has a cookie of ours gets no page that was kept ready.
    const answer = await fetch(origin + path, { headers: { cookie: 'avavald-none=1' } })
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    return performance.now() - from
  }
  const rows: Measured[] = []
  for (const { what, most, address } of pages) {
    for (let at = 0; at < 10; at += 1) await ask(address(random, known))
    const times: number[] = []
    for (let at = 0; at < asked; at += 1) times.push(await ask(address(random, known)))
    const p95 = times.toSorted((a, b) => a - b)[Math.floor(asked * 0.95)]!
    rows.push({
      what: `${what}, p95`,
      measured: round(p95, 1),
      unit: 'ms',
      reference: `median ${round(median(times), 1)} ms; ${load.counts.meetings} meetings, ${load.counts.events} events`,
      bound: `at most ${most} ms`,
      holds: p95 <= most,
    })
  }
  rows.push(await measureFold(db, known.longest), await measureMinutes(db, ask, known.longest))
  await ours.stop()
  await close()
  await postgres.stop()
  report('meetings', rows)
}

async function learn(db: Db): Promise<Known> {
  const invented = db.selectFrom('meetings_meetings').where('setup', 'is not', null)
  const numbers = await invented.select('number').orderBy('number').execute()
  const persons = await sql<{ slug: string }>`select distinct p.slug from meetings_attendance a
    join people_persons p on p.id = a.person_id where p.slug is not null order by p.slug`.execute(db)
  const votes = await sql<{ at: Date; id: string }>`select stated_at as at, vote_id as id from meetings_votes
    order by stated_at limit 2000`.execute(db)
  const longest = await sql<{ number: number }>`select m.number from meetings_meetings m
    order by (select count(*) from meetings_events e where e.meeting_id = m.id) desc limit 1`.execute(db)
  return {
    numbers: numbers.map(({ number }) => number),
    slugs: persons.rows.map(({ slug }) => slug),
    votes: votes.rows,
    longest: longest.rows[0]!.number,
  }
}

/** A log of two thousand entries, made of a long one again and again with other votes. */
async function measureFold(db: Db, number: number): Promise<Measured> {
  const meeting = await db
    .selectFrom('meetings_meetings')
    .select(['id', 'setup'])
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  const rows = await db
    .selectFrom('meetings_events')
    .select(['seq as id', 'at', 'acted_by as by', 'facts'])
    .where('meeting_id', '=', meeting.id)
    .orderBy('seq')
    .execute()
  const log = rows.map(readEvent)
  const vote = log.filter((event) => 'voteId' in event && event.kind !== 'item-concluded' && event.voteId !== null)
  const end = log.length - 1
  const more = Array.from({ length: Math.ceil((foldedEvents - log.length) / vote.length) }, (_, turn) =>
    vote.map((event) => ({ ...event, voteId: `${(event as { voteId: string }).voteId}-${turn}` })),
  ).flat() as typeof log
  const long = [...log.slice(0, end), ...more, log[end]!]
    .slice(-foldedEvents)
    .map((event, at) => ({ ...event, id: at + 1 }))
  const setup = readSetup(meeting.setup)
  const times: number[] = []
  for (let turn = 0; turn < 60; turn += 1) {
    const from = performance.now()
    foldMeeting(setup, long)
    times.push(performance.now() - from)
  }
  const p95 = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)]!
  return {
    what: `fold of ${long.length} events, p95`,
    measured: round(p95, 1),
    unit: 'ms',
    reference: `median ${round(median(times), 1)} ms`,
    bound: `at most ${mostOfFold} ms`,
    holds: p95 <= mostOfFold,
  }
}

async function measureMinutes(db: Db, ask: (path: string) => Promise<number>, number: number): Promise<Measured> {
  const { id } = await db
    .selectFrom('meetings_meetings')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  const publishedAt = new Date()
  const meeting = (await findMeeting(db, { id }))!
  await keepVersion(db, meeting, { version: 1, summaries: {}, because: '', publishedAt }, null)
  const page: number[] = []
  const pdf: number[] = []
  for (let turn = 0; turn < 7; turn += 1) {
    page.push(await ask(`/istungid/${number}/protokoll?m=${turn}`))
    pdf.push(await ask(`/istungid/${number}/protokoll.pdf?m=${turn}`))
  }
  const slowest = Math.max(...pdf) / 1000
  return {
    what: 'minutes of the longest meeting as PDF, slowest of 7',
    measured: round(slowest, 3),
    unit: 's',
    reference: `median ${round(median(pdf) / 1000, 3)} s; its page ${round(median(page), 0)} ms`,
    bound: 'at most 1 s',
    holds: slowest <= 1,
  }
}
