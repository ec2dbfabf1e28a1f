import { Hono } from 'hono'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeClock } from '#platform/clock.ts'
import { readConfig } from '#platform/config.ts'
import { inTransaction, system } from '#platform/context.ts'
import type { OpenDatabase } from '#platform/database.ts'
import { record } from '#platform/events.ts'
import { lastDue, nextDue } from '#platform/jobs/calendar.ts'
import { startDelivery, type Deliveries } from '#platform/jobs/deliveries.ts'
import { makeLog } from '#platform/log.ts'
import type { Module } from '#platform/module.ts'
import type { Site } from '#platform/site.ts'
import { modules } from '../src/modules.ts'
import { freshDatabase } from './database.ts'

const zone = 'Europe/Tallinn'
const config = readConfig({ AVAVALD_SECRET: 'a secret of the tests, long enough' })
let ran: string[] = []
let left = 0
let failures = 0

const zoo: Module = {
  name: 'zoo',
  routes: new Hono(),
  jobs: [
    {
      name: 'morning',
      title: { et: 'Hommikune ring' },
      cron: '0 7 * * *',
      run: async ({ ctx }) => void ran.push(`morning ${ctx.now.toISOString().slice(0, 10)}`),
    },
    {
      name: 'after-seeding',
      title: { et: 'Pärast külvi' },
      after: ['platform.demo-seeded'],
      run: async ({ event, ctx }) => {
        ran.push(`seeded ${event!.id}`)
        // Outside a transaction: what it writes stays, also when it fails after that.
        await sql`insert into written (at) values (now())`.execute(ctx.db)
        failures -= 1
        if (failures >= 0) throw new Error('for now')
      },
    },
    {
      name: 'letters',
      title: { et: 'Kirjade saatmine' },
      drain: async () => {
        if (left === 0) return false
        left -= 1
        ran.push('letter')
        return left > 0
      },
    },
  ],
}

describe('jobs', () => {
  let database: OpenDatabase
  let running: Deliveries[] = []
  const start = async (clock = makeClock(null)) => {
    const site = { name: 'test', database, settings: { timeZone: zone } } as Site
    const deliveries = await startDelivery(site, [zoo], { config, clock, log: makeLog('silent') })
    running.push(deliveries)
    return deliveries
  }
  const seed = () =>
    inTransaction({ db: database.db, actor: system, now: new Date() }, (ctx) =>
      record(ctx, 'platform.demo-seeded', 'site:x', { site: 'x' }),
    )

  beforeEach(async () => {
    ran = []
    left = 0
    failures = 0
    running = []
    database = await freshDatabase()
    await sql`create table written (at timestamptz not null)`.execute(database.db)
  })
  afterEach(async () => {
    for (const one of running) await one.stop()
  })

  it('run by the calendar once, also with two processes, and once for all the times that were missed', async () => {
    const clock = makeClock(new Date('2026-10-14T12:00:00+03:00'))
    const processes = [await start(clock), await start(clock)]
    for (const one of processes) await one.settle()
    expect(ran).toEqual([])

    clock.move(new Date('2026-10-15T07:00:01+03:00'))
    for (const one of processes) one.wake()
    for (const one of processes) await one.settle()
    expect(ran).toEqual(['morning 2026-10-15'])

    clock.move(new Date('2026-12-01T09:00:00+02:00'))
    for (const one of processes) await one.settle()
    expect(ran).toEqual(['morning 2026-10-15', 'morning 2026-12-01'])
  })

  it('follow the demo’s clock back as well', async () => {
    const clock = makeClock(new Date('2026-10-14T12:00:00+03:00'))
    const deliveries = await start(clock)
    await deliveries.settle()
    clock.move(new Date('2027-01-10T12:00:00+02:00'))
    await deliveries.settle()
    clock.move(new Date('2026-11-02T12:00:00+02:00'))
    await deliveries.settle()
    clock.move(new Date('2026-11-03T12:00:00+02:00'))
    await deliveries.settle()
    expect(ran).toEqual(['morning 2027-01-10', 'morning 2026-11-03'])
  })

  it('run at the local hour on both sides of a change of the clocks', () => {
    const before = new Date('2026-10-24T12:00:00Z')
    expect(nextDue('0 7 * * *', zone, before).toISOString()).toBe('2026-10-25T05:00:00.000Z')
    expect(lastDue('0 7 * * *', zone, before).toISOString()).toBe('2026-10-24T04:00:00.000Z')
    expect(lastDue('0 7 * * *', zone, new Date('2026-10-25T05:00:00Z')).toISOString()).toBe('2026-10-25T05:00:00.000Z')
    // 03:30 does not exist on 28 March 2027; the night's job still has a time.
    const spring = nextDue('30 3 * * *', zone, new Date('2027-03-28T00:00:00Z'))
    expect(spring.getTime()).toBeLessThan(Date.parse('2027-03-28T12:00:00Z'))
  })

  it('are not set for the hour that a change of the clocks leaves out or repeats', () => {
    const crons = modules.flatMap((module) => (module.jobs ?? []).flatMap((job) => ('cron' in job ? [job.cron] : [])))
    expect(crons.length).toBeGreaterThan(5)
    expect(crons.filter((cron) => cron.split(' ')[1] === '3')).toEqual([])
  })

  it('run after an event, again when they fail, outside a transaction', async () => {
    failures = 1
    const deliveries = await start()
    const id = await seed()
    await deliveries.settle()
    expect(ran).toEqual([`seeded ${id}`, `seeded ${id}`])
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from written`.execute(database.db)
    expect(rows[0]!.count).toBe(2)
  })

  it('empty a module’s own queue until nothing is left', async () => {
    const deliveries = await start()
    left = 5
    await seed()
    await deliveries.settle()
    expect(ran.filter((one) => one === 'letter')).toHaveLength(5)
  })
})
