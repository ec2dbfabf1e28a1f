import { Hono } from 'hono'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeClock } from '#platform/clock.ts'
import { readConfig } from '#platform/config.ts'
import { inTransaction, keepCalendar, system, type Context } from '#platform/context.ts'
import { openEmbedded, type OpenDatabase } from '#platform/database.ts'
import { startDelivery, type Deliveries } from '#platform/jobs/deliveries.ts'
import { record, verifyChain } from '#platform/events.ts'
import { makeLog } from '#platform/log.ts'
import { migrate } from '#platform/migrate.ts'
import type { Module } from '#platform/module.ts'
import type { Site } from '#platform/site.ts'
import { migrations } from '../src/modules.ts'
import { freshDatabase } from './database.ts'

let done: string[] = []
let failures = 0
const takeEffect = async (ctx: Context, event: { id: number }) => {
  await sql`insert into reacted (event_id) values (${event.id})`.execute(ctx.db)
  if (failures > 0) {
    failures -= 1
    throw new Error('for now')
  }
  done.push(String(event.id))
}
const module: Module = {
  name: 'zoo',
  routes: new Hono(),
  reactions: { 'platform.demo-seeded': { 'take-effect': takeEffect } },
}

async function start(database: OpenDatabase, clock = makeClock(null)): Promise<{ deliveries: Deliveries; site: Site }> {
  const site = { name: 'test', database, settings: { timeZone: 'Europe/Tallinn' } } as Site
  return {
    site,
    deliveries: await startDelivery(site, [module], {
      config: readConfig({ AVAVALD_SECRET: 'a secret of the tests, long enough' }),
      clock,
      log: makeLog('silent'),
    }),
  }
}
const seed = (database: OpenDatabase, site: string) =>
  inTransaction({ db: database.db, actor: system, now: new Date() }, (ctx) =>
    record(ctx, 'platform.demo-seeded', 'site:x', { site }),
  )
const effects = async (database: OpenDatabase) =>
  (await sql<{ event_id: number }>`select event_id from reacted order by 1`.execute(database.db)).rows.map(
    (row) => row.event_id,
  )

async function embedded(): Promise<OpenDatabase> {
  const database = await openEmbedded(null)
  await migrate(database.pool, migrations)
  keepCalendar(database.db, 'Europe/Tallinn')
  return database
}

describe.each([
  ['PostgreSQL', () => freshDatabase() as Promise<OpenDatabase>, false],
  ['the embedded database', embedded, true],
])('what was recorded reaches its consequences on %s', (_name, open, closes) => {
  let database: OpenDatabase
  let running: { deliveries: Deliveries; site: Site }[]

  beforeEach(async () => {
    done = []
    failures = 0
    running = []
    database = await open()
    await sql`create table reacted (event_id bigint not null)`.execute(database.db)
  })
  afterEach(async () => {
    for (const one of running) await one.deliveries.stop()
    if (closes) await database.close()
  })

  it('once each, also what was recorded before the start', async () => {
    const early = await seed(database, 'early')
    running.push(await start(database))
    const ids = [early]
    for (let at = 0; at < 20; at += 1) ids.push(await seed(database, String(at)))
    await running[0]!.deliveries.settle()
    expect(await effects(database)).toEqual(ids)
    expect(await verifyChain(database.db)).toMatchObject({ ok: true })
  })

  it('after a failure is tried again, and what the failed try wrote is undone', async () => {
    failures = 1
    running.push(await start(database))
    const id = await seed(database, 'x')
    await running[0]!.deliveries.settle(25_000)
    expect(await effects(database)).toEqual([id])
    expect(done).toEqual([String(id)])
  })

  it('once, though the queue hands the same delivery out twice', async () => {
    running.push(await start(database))
    const id = await seed(database, 'x')
    await running[0]!.deliveries.settle()
    await sql`update platform_delivery set delivered_until = ${id - 1}`.execute(database.db)
    await running[0]!.deliveries.settle()
    expect(await effects(database)).toEqual([id])
  })

  it('the beginning of a day is recorded once, and again when the clock has moved on', async () => {
    const clock = makeClock(new Date('2026-11-23T10:00:00Z'))
    running.push(await start(database, clock))
    await running[0]!.deliveries.settle()
    clock.move(new Date('2026-11-24T10:00:00Z'))
    await running[0]!.deliveries.settle()
    await running[0]!.deliveries.settle()
    const { rows } = await sql<{ day: string }>`
      select facts ->> 'day' as day from platform_events where type = 'platform.day-began' order by id`.execute(
      database.db,
    )
    expect(rows.map(({ day }) => day)).toEqual(['2026-11-23', '2026-11-24'])
  })
})
