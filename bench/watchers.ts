import { connect, type Socket } from 'node:net'
import { inTransaction, keepCalendar, system } from '#platform/context.ts'
import { openPostgres, type Db } from '#platform/database.ts'
import { openSession } from '../src/platform/identity/sessions.ts'
import { lastSeqOf } from '../src/modules/meetings/queries/log.ts'
import { writeOpenVote, writeSitting } from '../src/modules/meetings/testing.ts'
import { startPostgres } from '../test/postgres.ts'
import '../src/installation.ts'
import { report, round, serve, type Measured, type Served } from './measuring.ts'
import { signIn } from './sign-in.ts'

const members = 33
const crowd = 2000
const largeCrowd = 5000
const rounds = 5
const second = 1000
/** Until V8 has put away what nobody uses any more: a process that has just opened so many is full of it. */
const settling = 20_000
const mostAcknowledged = 150
const mostShown = 1000
const mostKilobytes = 20

type Sitting = { db: Db; id: string; number: number; itemId: string; cookies: string[]; secretary: string }

/** A council of 33 votes while two thousand watch, then five thousand; this process is the members and the watchers. */
export async function watchers(): Promise<void> {
  const postgres = await startPostgres(['-c', 'shared_buffers=128MB'])
  await postgres.server.createDatabase('bench_watchers')
  const url = postgres.url('bench_watchers')
  const ours = await serve({ DATABASE_URL: url, AVAVALD_WORKER: 'apart', AVAVALD_TRUST_PROXY: 'yes' })
  const { db, close } = openPostgres(url, 2)
  keepCalendar(db, 'Europe/Tallinn')
  const sitting = await hold(ours, db)
  const warm = await watch(ours, sitting.number, 300)
  await vote(ours, sitting, warm, 0)
  warm.forEach(({ socket }) => socket.destroy())
  await pause(settling)
  const before = ours.residentMegabytes()
  const watching = await watch(ours, sitting.number, crowd)
  await pause(settling)
  const idle = ours.residentMegabytes()
  const acknowledged: number[] = []
  const acknowledgedAtOnce: number[] = []
  const shown: number[] = []
  for (let turn = 0; turn < rounds; turn += 1) {
    const told = await vote(ours, sitting, watching, second)
    acknowledged.push(...told.acknowledged)
    const atOnce = await vote(ours, sitting, watching, 0)
    acknowledgedAtOnce.push(...atOnce.acknowledged)
    shown.push(...told.shown, ...atOnce.shown)
  }
  await pause(2000)
  const after = ours.residentMegabytes()
  const more = await watch(ours, sitting.number, largeCrowd - crowd)
  const all = [...watching, ...more]
  const large = await vote(ours, sitting, all, second)
  all.forEach(({ socket }) => socket.destroy())
  await ours.stop()
  await close()
  await postgres.stop()
  const kilobytes = ((idle - before) * 1024) / crowd
  const rows: Measured[] = [
    row(
      `vote of ${members} acknowledged, ${crowd} watch, p95`,
      p95(acknowledged),
      mostAcknowledged,
      `within one second, ${rounds} times; all in the same instant p95 ${round(p95(acknowledgedAtOnce), 0)} ms`,
    ),
    row(
      `result on the screens of ${crowd}, p95`,
      p95(shown),
      mostShown,
      `slowest ${round(Math.max(...shown), 0)} ms; from the sending of the declaration`,
    ),
    {
      what: 'memory for each watcher',
      measured: round(kilobytes, 1),
      unit: 'KB',
      reference: `${round(before, 0)} MB before, ${round(idle, 0)} with ${crowd}, ${round(after, 0)} after ${2 * rounds} votes`,
      bound: `at most ${mostKilobytes} KB`,
      holds: kilobytes <= mostKilobytes,
    },
    {
      what: `of ${largeCrowd} watchers, those who saw the result`,
      measured: large.shown.length,
      unit: '',
      reference: `p95 ${round(p95(large.shown), 0)} ms, votes acknowledged p95 ${round(p95(large.acknowledged), 0)} ms`,
      bound: `all ${largeCrowd}`,
      holds: large.shown.length === largeCrowd,
    },
  ]
  report('watchers', rows)
}

const row = (what: string, measured: number, most: number, reference: string): Measured => ({
  what,
  measured: round(measured, 0),
  unit: 'ms',
  reference,
  bound: `at most ${most} ms`,
  holds: measured <= most,
})

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const p95 = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.POSITIVE_INFINITY

/** A meeting in session with 33 members who have come, an item open, and sessions for all of them. */
async function hold(ours: Served, db: Db): Promise<Sitting> {
  const origin = `http://localhost:${ours.port}`
  const secretary = await signIn(origin, 'Vallasekretär')
  const name = /([^ ;=]*session[^=]*)=/.exec(secretary)![1]!
  return inTransaction({ db, actor: system, now: new Date() }, async (ctx) => {
    const { id, number, persons, itemId } = await writeSitting(ctx, members)
    const cookies: string[] = []
    for (const person of persons)
      cookies.push(`${name}=${await openSession(ctx, person, { method: 'bench', device: 'bench' })}`)
    return { db, id, number, itemId, cookies, secretary }
  })
}

type Watcher = { socket: Socket; last: number; heard: ((version: number) => void) | null }

/** Raw lines, so that this process costs as little as it can beside the one that is measured. */
async function watch(ours: Served, number: number, count: number): Promise<Watcher[]> {
  const all: Watcher[] = []
  for (let from = 0; from < count; from += 100) {
    const some = Array.from({ length: Math.min(100, count - from) }, (_, at) => open(ours.port, number, from + at))
    all.push(...(await Promise.all(some)))
  }
  return all
}

function open(port: number, number: number, at: number): Promise<Watcher> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, 'localhost')
    const watcher: Watcher = { socket, last: 0, heard: null }
    const caller = `10.${Math.floor(at / 250) % 250}.${at % 250}.${Math.floor(Math.random() * 250)}`
    let tail = ''
    socket.once('connect', () =>
      socket.write(
        `GET /istungid/${number}/voog?alates=0 HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: ${caller}\r\n\r\n`,
      ),
    )
    socket.once('error', reject)
    socket.on('data', (chunk: Buffer) => {
      const text = tail + chunk.toString('latin1')
      tail = text.slice(-40)
      for (const [, id] of text.matchAll(/(?:^|\n)id: (\d+)\n/g)) watcher.last = Math.max(watcher.last, Number(id))
      if (watcher.last > 0) resolve(watcher)
      watcher.heard?.(watcher.last)
    })
  })
}

/** One vote from its opening to its result, the ballots spread over so long: how long each took, and each screen. */
async function vote(ours: Served, sitting: Sitting, all: readonly Watcher[], spread: number) {
  const origin = `http://localhost:${ours.port}`
  const { db, id, number, itemId, cookies, secretary } = sitting
  const voteId = await writeOpenVote({ db, actor: system, now: new Date() }, id, itemId)
  const send = async (path: string, cookie: string, form: Record<string, string>) => {
    const from = performance.now()
    const answer = await fetch(origin + path, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams(form),
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
    })
    const text = await answer.text()
    if (answer.status !== 303)
      throw new Error(`${path}: ${answer.status} ${text.replaceAll(/<[^>]*>/g, ' ').slice(0, 2000)}`)
    return performance.now() - from
  }
  const cast = (cookie: string) =>
    send(`/istungid/${number}/osalen`, cookie, { step: 'cast', vote: voteId, choice: 'for', onItem: itemId })
  const acknowledged = await Promise.all(
    cookies.map(async (cookie) => {
      await pause(Math.random() * spread)
      return cast(cookie)
    }),
  )
  const lead = (step: string) =>
    send(`/too/istungid/${number}/sundmused`, secretary, { step, onItem: itemId, onVote: voteId, vote: voteId })
  await lead('close-vote')
  await pause(1500)
  const from = performance.now()
  const shown: number[] = []
  const declared = (await lastSeqOf(db, id)) + 1
  const told = all.map(
    (watcher) =>
      new Promise<void>((resolve) => {
        watcher.heard = (version) => {
          if (version < declared) return
          watcher.heard = null
          shown.push(performance.now() - from)
          resolve()
        }
      }),
  )
  await lead('state-result')
  await Promise.race([Promise.all(told), pause(30_000)])
  return { acknowledged, shown }
}
