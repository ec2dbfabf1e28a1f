import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { inTransaction, system } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { browse, startServer } from './server.ts'
import type { Running } from '../src/running.ts'

let running: Running
const one = () => browse(running.port, 'yks.test')
const other = () => browse(running.port, 'kaks.test')
const codeOf = async (browser: ReturnType<typeof browse>) =>
  ((await (await browser.send('/dev/people.json')).json()) as { personalCode: string }[])[0]!.personalCode

const entries = async (browser: ReturnType<typeof browse>) =>
  ((await (await browser.send('/logi/feed.atom')).text()).match(/<entry>/g) ?? []).length

beforeAll(async () => {
  running = await startServer({
    yks: { host: 'yks.test', name: 'Esimene vald' },
    kaks: { host: 'kaks.test', name: 'Teine vald' },
  })
})

describe('two municipalities in one process', () => {
  it('show each its own pages', async () => {
    expect(await (await one().send('/')).text()).toContain('Esimene vald')
    const html = await (await other().send('/')).text()
    expect(html).toContain('Teine vald')
    expect(html).not.toContain('Esimene vald')
  })

  it('answer a host that belongs to neither with nothing of either', async () => {
    const response = await browse(running.port, 'kolmas.test').send('/')
    expect(response.status).toBe(421)
    expect(await response.text()).not.toContain('vald.test')
  })

  it('do not accept a session of the other', async () => {
    const me = one()
    await me.follow(`/login?login_hint=${await codeOf(me)}&auto=1`)
    expect((await me.send('/minu')).status).toBe(200)
    const stranger = other()
    for (const [name, value] of me.cookies) stranger.cookies.set(name, value)
    expect((await stranger.send('/minu')).status).toBe(303)
  })

  it('keep pages, API and log apart, also from memory', async () => {
    const [second, first] = running.sites
    expect([first!.name, second!.name]).toEqual(['yks', 'kaks'])
    const before = await entries(one())
    const marker = `only-here-${Date.now()}`
    expect(await entries(other())).toBe(before)
    await inTransaction({ db: first!.database.db, actor: system, now: new Date() }, (ctx) =>
      record(ctx, 'platform.demo-seeded', 'site:yks', { site: marker }),
    )
    const count = async (db: typeof first) =>
      (
        await sql<{
          n: number
        }>`select count(*)::int as n from platform_events where facts::text like ${`%${marker}%`}`.execute(
          db!.database.db,
        )
      ).rows[0]!.n
    expect([await count(first), await count(second)]).toEqual([1, 0])
    expect(await entries(one())).toBe(before + 1)
    expect(await entries(other())).toBe(before)
    const plans = await Promise.all([one().send('/api/v1/plan'), other().send('/api/v1/plan')])
    expect(plans.map((plan) => plan.status)).toEqual([200, 200])
  })

  it('deliver each event in its own database', async () => {
    for (const delivery of running.deliveries) await delivery.settle()
    for (const site of running.sites) {
      const { rows } = await sql<{ behind: number }>`
        select (select id from platform_event_head) - delivered_until as behind from platform_delivery`.execute(
        site.database.db,
      )
      expect(rows[0]!.behind).toBe(0)
    }
  })

  it('find no person of the other by the same personal code', async () => {
    const [first, second] = running.sites
    const code = 'EE60001019906'
    expect(first!.keys.index(code).equals(second!.keys.index(code))).toBe(false)
  })
})
