import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { describe, expect, inject, it } from 'vitest'
import { keepCalendar } from '#platform/context.ts'
import { openEmbedded, openPostgres, type OpenDatabase } from '#platform/database.ts'
import { verifyChain } from '#platform/events.ts'
import { testDatabaseUrl } from '../database.ts'
import { startProcess } from '../process.ts'
import { browse, form, sitesDirectory } from '../server.ts'

const rounds = 20
const host = 'localhost'

/** People sign in, tell that they have begun, and ask until the process dies under them. */
async function writeUntilDead(
  port: number,
  officials: readonly string[],
  acknowledged: string[],
  begun: () => void,
): Promise<void> {
  const sessions = await Promise.all(
    officials.map(async (code) => {
      const person = browse(port, host)
      await person.follow(`/login?login_hint=${code}&auto=1`)
      return person
    }),
  )
  begun()
  const ask = async (person: (typeof sessions)[number]) => {
    for (;;) {
      const words = `Küsimus ${crypto.randomUUID()}`
      const answer = await person.send(
        '/tegevuskava/1.8/kusimused',
        form({ idempotencyKey: crypto.randomUUID(), words }, `${host}:${port}`),
      )
      if (answer.status === 303) acknowledged.push(words)
      else if (answer.status === 422) return
    }
  }
  await Promise.allSettled(sessions.map(ask))
}

async function run(variables: Record<string, string>, open: () => Promise<OpenDatabase>): Promise<void> {
  const acknowledged: string[] = []
  const officials: string[] = []
  for (let round = 0; round < rounds; round += 1) {
    const server = await startProcess(variables)
    if (round === 0) {
      const people = (await (await fetch(`http://${host}:${server.port}/dev/people.json`)).json()) as {
        personalCode: string
      }[]
      officials.push(...people.map(({ personalCode }) => personalCode))
    }
    const three = Array.from({ length: 3 }, (_, at) => officials[(round * 3 + at) % officials.length]!)
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
    const writing = writeUntilDead(server.port, three, acknowledged, begin).catch(() => undefined)
    await Promise.race([begun, writing])
    await new Promise((fulfil) => setTimeout(fulfil, Math.random() * 500))
    await server.kill()
    await writing
  }

  const last = await startProcess(variables)
  await new Promise((fulfil) => setTimeout(fulfil, 2500))
  await last.stop()
  const database = await open()
  keepCalendar(database.db, 'Europe/Tallinn')
  const { rows } = await sql<{ words: string }>`select words from plan_contributions`.execute(database.db)
  const kept = new Set(rows.map(({ words }) => words))
  expect(acknowledged.length).toBeGreaterThan(rounds)
  expect(acknowledged.filter((words) => !kept.has(words))).toEqual([])
  expect(await verifyChain(database.db)).toMatchObject({ ok: true })

  const asked = await sql<{ events: number; behind: number }>`select
    (select count(*)::int from platform_events where type = 'plan.question-asked') as events,
    (select id from platform_event_head) - (select delivered_until from platform_delivery) as behind`.execute(
    database.db,
  )
  // Every change has its row and every row its change: the demo's own questions were seeded without one.
  const seeded = rows.filter(({ words }) => !words.startsWith('Küsimus ')).length
  expect(asked.rows[0]).toEqual({ events: rows.length - seeded, behind: 0 })
  const twice = await sql<{ n: number }>`
    select count(*)::int as n from (select day from (select facts ->> 'day' as day from platform_events
      where type = 'platform.day-began') d group by day having count(*) > 1) t`.execute(database.db)
  expect(twice.rows[0]!.n).toBe(0)
  const lost = await sql<{ n: number }>`
    select count(*)::int as n from platform_events e where e.type = 'platform.day-began'
    and not exists (select 1 from platform_reactions_done d where d.event_id = e.id)`.execute(database.db)
  expect(lost.rows[0]!.n).toBe(0)
  await database.close()
}

describe(`a process that is killed ${rounds} times while people write`, () => {
  it('loses nothing it had acknowledged on the embedded database', { timeout: 240_000 }, async () => {
    const AVAVALD_DATA = mkdtempSync(join(tmpdir(), 'avavald-killed-'))
    const AVAVALD_SITES = sitesDirectory({ joelahtme: { host } })
    await run({ AVAVALD_DATA, AVAVALD_SITES }, () => openEmbedded(join(AVAVALD_DATA, 'joelahtme', 'database')))
    expect(existsSync(join(AVAVALD_DATA, 'joelahtme', 'database.lock'))).toBe(false)
  })

  it('loses nothing it had acknowledged on PostgreSQL', { timeout: 240_000 }, async () => {
    const name = `killed_${process.pid}`
    const client = new pg.Client({ connectionString: inject('postgresUrl') })
    await client.connect()
    await client.query(`create database ${name}`)
    await client.end()
    const DATABASE_URL = testDatabaseUrl(name)
    const AVAVALD_DATA = mkdtempSync(join(tmpdir(), 'avavald-killed-'))
    const AVAVALD_SITES = sitesDirectory({ joelahtme: { host } })
    await run({ AVAVALD_DATA, AVAVALD_SITES, DATABASE_URL }, async () => openPostgres(DATABASE_URL, 2))
  })
})
