import { describe, expect, it } from 'vitest'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { readConfig } from '#platform/config.ts'
import { run } from '../../src/running.ts'
import { startPostgres } from '../postgres.ts'
import { browse, form, sitesDirectory } from '../server.ts'

describe('the database goes and comes back', () => {
  it('shows a clear page meanwhile, loses nothing, and goes on by itself', { timeout: 180_000 }, async () => {
    const host = 'localhost'
    const postgres = await startPostgres()
    await postgres.server.createDatabase('gone_joelahtme')
    const config = readConfig({
      PORT: '0',
      AVAVALD_DATA: mkdtempSync(join(tmpdir(), 'avavald-gone-')),
      AVAVALD_SITES: sitesDirectory({ joelahtme: { host } }),
      DATABASE_URL: postgres.url('gone_joelahtme'),
      LOG_LEVEL: 'silent',
    })
    const running = await run(config, resolve('dist/client'))
    const visitor = browse(running.port, host)
    const people = (await (await visitor.send('/dev/people.json')).json()) as { personalCode: string }[]
    const me = browse(running.port, host)
    await me.follow(`/login?login_hint=${people[0]!.personalCode}&auto=1`)

    await postgres.server.stop()
    expect((await visitor.send('/healthz')).status).toBe(200)
    expect((await visitor.send('/readyz')).status).toBe(503)
    const away = await visitor.send('/en/tegevuskava/1.4')
    expect(away.status).toBe(503)
    expect(await away.text()).toContain('The service is briefly closed')
    const words = 'Küsimus, mis saadeti halval hetkel'
    const question = form({ idempotencyKey: crypto.randomUUID(), words }, `${host}:${running.port}`)
    expect((await me.send('/tegevuskava/1.8/kusimused', question)).status).toBe(503)

    await postgres.server.start()
    for (let tries = 0; (await visitor.send('/readyz')).status !== 200; tries += 1) {
      expect(tries).toBeLessThan(100)
      await new Promise((fulfil) => setTimeout(fulfil, 100))
    }
    // The same form, sent again as the browser offers, takes effect once.
    expect((await me.send('/tegevuskava/1.8/kusimused', question)).status).toBe(303)
    expect((await me.send('/tegevuskava/1.8/kusimused', question)).status).toBe(303)
    const page = await (await visitor.send('/tegevuskava/1.8')).text()
    expect(page.split(words).length - 1).toBe(1)
    // What was under way when the line broke is taken up again when its silence is noticed.
    for (const delivery of running.deliveries) await delivery.settle(90_000)
    await running.stop()
    await postgres.stop()
  })
})
