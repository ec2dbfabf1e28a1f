import { describe, expect, it } from 'vitest'
import { inTransaction, system } from '#platform/context.ts'
import { openEmbedded } from '#platform/database.ts'
import { record } from '#platform/events.ts'
import { startDelivery } from '#platform/jobs/deliveries.ts'
import { countQueued } from '#platform/jobs/failed-work.ts'
import { openQueue, queues } from '#platform/jobs/queue.ts'
import { makeLog } from '#platform/log.ts'
import type { Module } from '#platform/module.ts'
import { Hono } from 'hono'
import { openTestApp } from '#test/app.ts'
import { tendDatabase } from './tend-database.ts'

let isBroken = true
let performed = 0
const zoo: Module = {
  name: 'zoo',
  routes: new Hono(),
  jobs: [
    {
      name: 'feed',
      title: { et: 'Loomade söötmine' },
      after: ['platform.demo-seeded'],
      run: async () => {
        if (isBroken) throw new Error('hay is out')
        performed += 1
      },
    },
  ],
}

describe('the administrators’ page of background work', async () => {
  const app = await openTestApp()
  const administrator = await app.signIn({ name: 'Arvo Aedik', roles: ['administrator'] })
  const official = await app.signIn({ name: 'Olev Ojamaa', roles: ['official'] })

  it('shows what was given up with its reason, and a click has it done', async () => {
    const parts = { config: app.config, clock: app.clock, log: makeLog('silent') }
    // One try, rather than waiting for twelve.
    const boss = await openQueue(app.site.database.pool, makeLog('silent'))
    await boss.updateQueue(queues.jobs.name, { retryLimit: 0 })
    await boss.stop({ graceful: false, close: false })
    const deliveries = await startDelivery(app.site, [zoo], parts)
    await inTransaction({ db: app.db, actor: system, now: app.clock.now() }, (ctx) =>
      record(ctx, 'platform.demo-seeded', 'site:x', { site: 'x' }),
    )
    await expect.poll(givenUp, { timeout: 15_000 }).toBe(1)

    const shown = await administrator.get('/too/toimimine')
    expect(shown.status).toBe(200)
    expect(shown.text).toContain('Error: hay is out')
    const action = shown.page.querySelector('form[action$="/kordus"]')!.getAttribute('action')!
    expect((await official.post(action, {})).status).toBe(403)

    isBroken = false
    const retried = await administrator.post(action, {})
    expect(retried.status).toBe(303)
    deliveries.wake()
    await expect.poll(() => performed, { timeout: 10_000 }).toBe(1)
    expect((await administrator.get('/too/toimimine')).text).toContain('Ükski töö pole ebaõnnestunud.')
    const again = await administrator.post(action, {})
    expect(again.status).toBe(422)
    expect(again.text).toContain('Seda tööd enam järjekorras ei ole')
    await deliveries.stop()
  })

  it('is for administrators alone', async () => {
    expect((await official.get('/too/toimimine')).status).toBe(403)
    expect((await app.visitor.get('/too/toimimine')).status).toBe(303)
  })

  it('is where the embedded database is said to be tidied at night, and it is', async () => {
    expect((await administrator.get('/too/toimimine')).text).toContain('Andmebaasi korrastamine')
    expect(await tendDatabase(app.site)).toBe(false)
    const database = await openEmbedded(null)
    await database.pool.query('create table zoo as select generate_series(1, 500) as animal')
    const known = () => database.pool.query(`select reltuples::int as known from pg_class where relname = 'zoo'`)
    expect((await known()).rows).toEqual([{ known: -1 }])
    expect(await tendDatabase({ database })).toBe(true)
    expect((await known()).rows).toEqual([{ known: 500 }])
    await database.close()
  })

  async function givenUp(): Promise<number> {
    const counts = await countQueued(app.db)
    return counts.find(({ queue }) => queue === queues.jobs.dead)?.count ?? 0
  }
})
