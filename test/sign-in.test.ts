import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { browse, form, startServer } from './server.ts'
import type { Running } from '../src/running.ts'

const host = 'vald.test'
let running: Running
let code: string
let name: string
const browser = () => browse(running.port, host)

beforeAll(async () => {
  running = await startServer({ joelahtme: { host } })
  const people = (await (await browser().send('/dev/people.json')).json()) as {
    personalCode: string
    name: string
    roles: string[]
  }[]
  const official = people.find((person) => person.roles.length > 0)!
  code = official.personalCode
  name = official.name
})

describe('signing in through the state’s authentication service', () => {
  it('takes a person in by its ordinary pages, without script, and back to where they were', async () => {
    const me = browser()
    const page = await me.follow('/en/login?to=/minu')
    const html = await page.text()
    expect(html).toContain('Authentication service')
    const action = /action="([^"]+)"/.exec(html)![1]!
    const end = await me.follow(action, form({ person: code, method: 'mID' }, host))
    expect(end.status).toBe(200)
    expect(end.path).toBe('/en/minu')
  })

  it('does it in one redirect chain for programs that test the demo', async () => {
    const me = browser()
    const end = await me.follow(`/login?login_hint=${code}&auto=1&to=/minu`)
    expect([end.path, end.status]).toEqual(['/minu', 200])
    expect(await end.text()).toContain(name)
    expect([...me.cookies.keys()].filter((name) => name.startsWith('avavald'))).toEqual(['avavald-session'])
  })

  it('takes in ten visitors who choose the same person at the same moment', async () => {
    const visitors = Array.from({ length: 10 }, browser)
    const ends = await Promise.all(
      visitors.map((visitor) => visitor.follow(`/login?login_hint=${code}&auto=1&to=/minu`)),
    )
    expect(ends.map((end) => end.path)).toEqual(visitors.map(() => '/minu'))
    // The same person each time, with the posts that go with them.
    for (const visitor of visitors) expect((await visitor.send('/too')).status).toBe(200)
  })

  it('refuses a port that is none, and goes on serving', async () => {
    expect(
      (await browse(running.port, host).send('/dev/tara/x', { headers: { host: `${host}:99999` } })).status,
    ).toBeGreaterThanOrEqual(400)
    expect((await browser().send('/healthz')).status).toBe(200)
  })

  it('says in words that the person cancelled', async () => {
    const me = browser()
    const html = await (await me.follow('/login')).text()
    const end = await me.follow(/action="([^"]+)"/.exec(html)![1]!, form({ cancel: '1' }, host))
    expect(end.status).toBe(400)
    expect(await end.text()).toContain('Katkestasid sisselogimise')
  })

  it('refuses an answer that began in another browser, and one that is used twice', async () => {
    const [mine, thief] = [browser(), browser()]
    let response = await mine.send(`/login?login_hint=${code}&auto=1`)
    while (!response.headers.get('location')!.includes('/login/tagasi')) {
      const next = new URL(response.headers.get('location')!, 'http://vald.test')
      response = await mine.send(next.pathname + next.search)
    }
    const callback = new URL(response.headers.get('location')!)
    const address = callback.pathname + callback.search
    expect((await thief.send(address)).status).toBe(400)
    const changed = address.replace(/state=[^&]+/, 'state=aaaaaaaaaaaaaaaa')
    expect((await mine.send(changed)).status).toBe(400)
    expect((await mine.send(address)).status).toBe(303)
    expect((await mine.send(address)).status).toBe(400)
  })

  it('gives a new session at each sign-in and ends the one before in that browser', async () => {
    const me = browser()
    await me.follow(`/login?login_hint=${code}&auto=1`)
    const first = me.cookies.get('avavald-session')!
    await me.follow(`/login?login_hint=${code}&auto=1`)
    expect(me.cookies.get('avavald-session')).not.toBe(first)
    const old = browser()
    old.cookies.set('avavald-session', first)
    expect((await old.follow('/minu')).path).not.toBe('/minu')
  })

  it('keeps no token that somebody who reads the database could use', async () => {
    const me = browser()
    await me.follow(`/login?login_hint=${code}&auto=1`)
    const token = me.cookies.get('avavald-session')!
    const { rows } = await sql<{ row: string }>`select row_to_json(s)::text as row from platform_sessions s`.execute(
      running.sites[0]!.database.db,
    )
    expect(rows.map(({ row }) => row).join()).not.toContain(token)
    const people = await sql<{ row: string }>`select row_to_json(p)::text as row from people_persons p`.execute(
      running.sites[0]!.database.db,
    )
    expect(people.rows.map(({ row }) => row).join()).not.toContain(code)
  })

  it('ends a session that was idle for two hours, and any after twelve', async () => {
    const me = browser()
    await me.follow(`/login?login_hint=${code}&auto=1`)
    const begun = running.clock.now().getTime()
    const hours = (count: number) => running.clock.move(new Date(begun + count * 3_600_000))
    for (const at of [1.5, 3, 4.5, 6, 7.5, 9, 10.5, 11.9]) {
      hours(at)
      expect((await me.send('/minu')).status, `after ${at} hours`).toBe(200)
    }
    hours(12.1)
    expect((await me.send('/minu')).status).toBe(303)
    hours(0)
    const other = browser()
    await other.follow(`/login?login_hint=${code}&auto=1`)
    hours(2.1)
    expect((await other.send('/minu')).status).toBe(303)
    hours(0)
  })

  it('signs out by a button of its own page only', async () => {
    const me = browser()
    await me.follow(`/login?login_hint=${code}&auto=1`)
    const forged = form({}, host)
    forged.headers = { ...(forged.headers as Record<string, string>), 'sec-fetch-site': 'cross-site' }
    expect((await me.send('/logout', forged)).status).toBe(403)
    expect((await me.send('/minu')).status).toBe(200)
    expect((await me.send('/logout', form({}, host))).status).toBe(303)
    expect((await me.send('/minu')).status).toBe(303)
  })

  it.each([
    '/en//evil.example/x',
    '/en/ru//evil.example',
    '/en/\\evil.example',
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    '/login',
    '/minu\r\nx: y',
  ])('never leads on to %j after signing in', async (to) => {
    const me = browser()
    const end = await me.follow(`/login?login_hint=${code}&auto=1&to=${encodeURIComponent(to)}`)
    expect(end.path).toBe('/')
  })
})
