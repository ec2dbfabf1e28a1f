import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { inTransaction, todayOf } from '#platform/context.ts'
import { localDate } from '#platform/format.ts'
import { makeRandom } from '#platform/synthetic.ts'
import { openTestApp, type Client, type TestApp } from '#test/app.ts'
import { isFixed, isOpen, latenessOf } from '../rules.ts'
import { findReport, type Report } from '../queries/reports.ts'
import { inventReports } from '../synthetic.ts'
import { sendAReport } from '../testing.ts'
import { readOverview } from './overview.ts'
import type { Figures } from './queries.ts'

let app: TestApp
let roads: Client
beforeAll(async () => {
  app = await openTestApp()
  roads = await app.signIn({ name: 'Teet Teeder', postSlugs: ['teedespetsialist'] })
  const ctx = app.context()
  await inTransaction(ctx, (inside) => inventReports(inside, { random: makeRandom(11), years: 2 }, 600))
})

const day = 86_400_000
const zone = 'Europe/Tallinn'
const dayOf = (at: Date) => localDate(at, zone)

/** The share's place between the ordered values, as percentile_cont has it. */
function percentile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  const at = share * (sorted.length - 1)
  const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!]
  return low + (high - low) * (at - Math.floor(at))
}

/** The same figures, counted one report after another. */
function count(reports: readonly Report[], today: string): Partial<Figures> {
  const tally = { received: reports.length, answered: 0, fixed: 0, overdue: 0, promised: 0, kept: 0 }
  const [toAnswer, toFixed]: [number[], number[]] = [[], []]
  for (const one of reports) {
    const { state, confirmedAt, firstAnswerAt, closedAt, answerDue, fixDue } = one
    if (firstAnswerAt !== null) {
      tally.answered += 1
      toAnswer.push((firstAnswerAt.getTime() - confirmedAt!.getTime()) / day)
    }
    if (isFixed(state)) {
      tally.fixed += 1
      toFixed.push((closedAt!.getTime() - confirmedAt!.getTime()) / day)
    }
    if (latenessOf(one, today) !== 'in-time') tally.overdue += 1
    if (firstAnswerAt !== null || (isOpen(state) && answerDue! < today)) tally.promised += 1
    if (isFixed(state) || (isOpen(state) && fixDue! < today)) tally.promised += 1
    if (firstAnswerAt !== null && dayOf(firstAnswerAt) <= answerDue!) tally.kept += 1
    if (isFixed(state) && dayOf(closedAt!) <= fixDue!) tally.kept += 1
  }
  return {
    ...tally,
    medianToAnswer: percentile(toAnswer, 0.5),
    slowToAnswer: percentile(toAnswer, 0.9),
    medianToFixed: percentile(toFixed, 0.5),
    slowToFixed: percentile(toFixed, 0.9),
  }
}

async function reportsOfYear(): Promise<Report[]> {
  const rows = await sql<{ id: string }>`select id from reports_reports
    where created_at > ${new Date(app.context().now.getTime() - 366 * day)}`.execute(app.db)
  const all = await Promise.all(rows.rows.map(({ id }) => findReport(app.db, { id })))
  const today = todayOf(app.context())
  const from = new Date(Date.parse(`${today}T00:00Z`) - 364 * day).toISOString().slice(0, 10)
  return all.filter((one): one is Report => one !== undefined && dayOf(one.createdAt) >= from)
}

const close = (found: Figures, expected: Partial<Figures>) => {
  for (const [name, value] of Object.entries(expected)) {
    const given = found[name as keyof Figures]
    if (typeof value === 'number') expect(given, name).toBeCloseTo(value, 6)
    else expect(given, name).toBe(value)
  }
}

describe('the figures of reports', () => {
  it('are those that one gets by counting, together, by subject and by settlement', async () => {
    const ctx = app.context()
    const [reports, today] = [await reportsOfYear(), todayOf(ctx)]
    expect(reports.length).toBeGreaterThan(200)
    const overview = await readOverview(ctx, 'aasta', 'public')
    close(overview.all, count(reports, today))
    expect(overview.categories.length).toBeGreaterThan(5)
    for (const one of overview.categories) {
      close(
        one,
        count(
          reports.filter(({ categoryCode }) => categoryCode === one.code),
          today,
        ),
      )
    }
    for (const one of overview.settlements) {
      close(
        one,
        count(
          reports.filter(({ settlement }) => settlement?.ehak === one.code),
          today,
        ),
      )
    }
    expect(overview.posts).toEqual([])
  })

  it('count what was opened again, and leave private ones to those who see them', async () => {
    const before = await readOverview(app.context(), 'kuu', 'public')
    const sender = await app.signIn({ name: 'Mari Maasikas' })
    const { report, own } = await sendAReport(app, sender)
    const answer = { words: 'Korras.', state: 'fixed-by-parish', idempotencyKey: crypto.randomUUID() }
    await roads.post(`/too/teated/${report.number}/vastused`, answer)
    const again = { words: 'Ei ole korras.', change: 'still-broken', idempotencyKey: crypto.randomUUID() }
    await sender.post(`${own}/lisandused`, again)
    await sendAReport(app, sender, { category: 'abi-vajav-inimene' })
    const after = await readOverview(app.context(), 'kuu', 'public')
    expect(after.all.received).toBe(before.all.received + 1)
    expect(after.all.reopened).toBe(before.all.reopened + 1)
    const coordinator = await app.signIn({ name: 'Kaja Koordinaator', roles: ['official', 'reportsCoordinator'] })
    const own2 = await readOverview(app.context(await coordinator.actor()), 'kuu', 'own')
    expect(own2.all.received).toBe(after.all.received + 1)
  })

  it('stand on a public page, as open data, and for officials with the posts', async () => {
    const { status, text } = await app.visitor.get('/teated/ulevaade?aeg=kvartal')
    expect(status).toBe(200)
    expect(text).toContain('Teemade kaupa')
    expect(text).not.toContain('Vastutajate kaupa')
    expect((await app.visitor.get('/andmed/teadete-ulevaade.csv')).text.split('\n').length).toBeGreaterThan(10)
    expect((await roads.get('/too/teated/ulevaade')).text).toContain('Vastutajate kaupa')
    const csv = await roads.get('/too/teated/ulevaade.csv')
    expect(csv.headers.get('content-type')).toContain('text/csv')
    expect(csv.text).toContain('Vastutaja,')
    for (const path of ['/too/teated/ulevaade', '/too/teated/ulevaade.csv']) {
      expect((await (await app.signIn({ name: 'Mari Maasikas' })).get(path)).status).toBe(403)
    }
  })
})
