import { mkdtempSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openPostgres, type OpenDatabase } from '#platform/database.ts'
import { testDatabaseUrl } from '../database.ts'
import { startProcess, type ServerProcess } from '../process.ts'
import { startProxy, type Proxy } from '../proxy.ts'
import { browse, form, sitesDirectory } from '../server.ts'

const host = 'localhost'
const page = '/tegevuskava/1.8'
const writesPerMinute = 150

describe('two web processes and a worker on one database, behind a proxy', () => {
  let webs: ServerProcess[]
  let worker: ServerProcess
  let proxy: Proxy
  let database: OpenDatabase
  let variables: Record<string, string>
  let codes: string[]

  beforeAll(async () => {
    const name = `several_${process.pid}_${Date.now().toString(36)}`
    const client = new pg.Client({ connectionString: inject('postgresUrl') })
    await client.connect()
    await client.query(`create database ${name}`)
    await client.end()
    variables = {
      AVAVALD_DATA: mkdtempSync(join(tmpdir(), 'avavald-data-')),
      AVAVALD_SITES: sitesDirectory({ mets: { host } }),
      AVAVALD_WORKER: 'apart',
      AVAVALD_TRUST_PROXY: 'yes',
      AVAVALD_WRITES_PER_MINUTE: String(writesPerMinute),
      DATABASE_URL: testDatabaseUrl(name),
    }
    webs = [await startProcess(variables)]
    webs.push(await startProcess(variables))
    worker = await startProcess(variables, 'worker')
    proxy = await startProxy(webs.map(({ port }) => port))
    database = openPostgres(variables.DATABASE_URL!, 3)
    const people = (await (await fetch(`http://${host}:${webs[0]!.port}/dev/people.json`)).json()) as {
      personalCode: string
    }[]
    codes = people.map(({ personalCode }) => personalCode)
  }, 120_000)
  afterAll(async () => {
    proxy.stop()
    for (const one of [...webs, worker]) await one.stop()
    await database.close()
  })

  /** Signed in at one process (the demo's double lives in each), used at all of them. */
  async function enter(code: string) {
    const person = browse(webs[0]!.port, host)
    await person.follow(`/login?login_hint=${code}&auto=1`)
    const elsewhere = (port: number) => {
      const browser = browse(port, host)
      for (const [name, value] of person.cookies) browser.cookies.set(name, value)
      return browser
    }
    return { at: webs.map(({ port }) => elsewhere(port)), throughProxy: elsewhere(proxy.port) }
  }
  const ask = (words: string) => form({ idempotencyKey: crypto.randomUUID(), words }, `${host}:${proxy.port}`)

  it('a session opened at one is known at the other and through the proxy', async () => {
    const { at, throughProxy } = await enter(codes[0]!)
    for (const browser of [...at, throughProxy, throughProxy]) {
      expect((await browser.send('/minu')).status).toBe(200)
    }
    await throughProxy.send('/logout', form({}, `${host}:${proxy.port}`))
    for (const browser of at) expect((await browser.send('/minu')).status).toBe(303)
  })

  it('what was changed at one is on the next page of the other, however quick', async () => {
    // Each person may ask a few questions a day.
    const people = await Promise.all(codes.slice(6, 14).map(enter))
    for (let turn = 0; turn < 40; turn += 1) {
      const { at } = people[turn % people.length]!
      const [here, there] = turn % 2 === 0 ? [0, 1] : [1, 0]
      const words = `Küsimus ${crypto.randomUUID()}`
      // Both have the page ready in memory before the change.
      for (const { port } of webs) await (await fetch(`http://${host}:${port}${page}`)).text()
      const answer = await at[here]!.send(`${page}/kusimused`, ask(words))
      expect(answer.status).toBe(303)
      const shown = await fetch(`http://${host}:${webs[there]!.port}${page}`)
      expect(await shown.text()).toContain(words)
    }
  })

  it('and so it is while the other has lost its line to the database', async () => {
    const { at } = await enter(codes[2]!)
    for (let turn = 0; turn < 3; turn += 1) {
      for (const { port } of webs) await (await fetch(`http://${host}:${port}${page}`)).text()
      const cut = await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and query like '%pg_notify%' and pid <> pg_backend_pid()`.execute(
        database.db,
      )
      expect(cut.rows.length).toBeGreaterThan(0)
      const words = `Küsimus ${crypto.randomUUID()}`
      expect((await at[0]!.send(`${page}/kusimused`, ask(words))).status).toBe(303)
      expect(await (await fetch(`http://${host}:${webs[1]!.port}${page}`)).text()).toContain(words)
    }
  })

  it('open pages hear of changes made elsewhere, also after their line broke', async () => {
    const { at } = await enter(codes[3]!)
    const first = await listen(webs[1]!.port, '')
    const words = `Küsimus ${crypto.randomUUID()}`
    await at[0]!.send(`${page}/kusimused`, ask(words))
    await expect.poll(() => first.changes.some(({ path }) => path?.startsWith(page)), { timeout: 5000 }).toBe(true)
    first.close()
    await at[0]!.send(`${page}/kusimused`, ask(`Küsimus ${crypto.randomUUID()}`))
    const second = await listen(webs[1]!.port, first.changes.at(-1)!.id)
    await expect.poll(() => second.changes.length, { timeout: 5000 }).toBeGreaterThan(0)
    expect(Number(second.changes[0]!.id)).toBe(Number(first.changes.at(-1)!.id) + 1)
    second.close()
  })

  it('the limit of writing holds over both together', async () => {
    const { at } = await enter(codes[4]!)
    const answers: number[] = []
    // A window of the limit is a minute of the clock: the run must not lie across its end.
    const left = 60_000 - (Date.now() % 60_000)
    if (left < 20_000) await new Promise((resolve) => setTimeout(resolve, left + 200))
    for (let turn = 0; turn < writesPerMinute + 20; turn += 1) {
      const answer = await at[turn % 2]!.send('/minu/andmed', form({ email: 'vigane' }, `${host}:${proxy.port}`))
      answers.push(answer.status)
    }
    expect(answers.filter((status) => status === 429)).toHaveLength(20)
  }, 60_000)

  it('a killed worker’s work is done by the next one', async () => {
    await worker.kill()
    const { at } = await enter(codes[5]!)
    await at[0]!.send(`${page}/kusimused`, ask(`Küsimus ${crypto.randomUUID()}`))
    const behind = async () => {
      const { rows } = await sql<{ open: number }>`select
        (select id from platform_event_head) - (select delivered_until from platform_delivery) as open`.execute(
        database.db,
      )
      return rows[0]!.open
    }
    expect(await behind()).toBeGreaterThan(0)
    worker = await startProcess(variables, 'worker')
    await expect.poll(behind, { timeout: 10_000 }).toBe(0)
    const metrics = await (await fetch(`http://127.0.0.1:${worker.port}/metrics`)).text()
    expect(metrics).toContain('avavald_jobs_performed_total')
  }, 60_000)
})

type Change = { id: string; path: string | null }

async function listen(port: number, since: string): Promise<{ changes: Change[]; close(): void }> {
  const changes: Change[] = []
  return new Promise((resolve, reject) => {
    const headers: Record<string, string> = since === '' ? {} : { 'last-event-id': since }
    const request = get({ host: '127.0.0.1', port, path: '/muudatused', headers: { host, ...headers } }, (answer) => {
      answer.setEncoding('utf8')
      answer.on('error', () => undefined)
      answer.on('data', (text: string) => {
        for (const [, id, data] of text.matchAll(/id: (\d+)\nevent: change\ndata: (.*)\n/g)) {
          changes.push({ id: id!, ...(JSON.parse(data!) as { path: string | null }) })
        }
      })
      resolve({ changes, close: () => request.destroy() })
    })
    request.on('error', reject)
  })
}
