import { expect, it } from 'vitest'
import { inTransaction, system } from '#platform/context.ts'
import { openTestApp } from '#test/app.ts'
import { modules } from '../../modules.ts'

it('shows what the demo’s sittings have decided, with what is done, open and overdue', async () => {
  const app = await openTestApp()
  const { site, db, clock } = app
  for (const module of modules)
    if (module.demo !== undefined)
      await inTransaction({ db, actor: system, now: clock.now() }, (ctx) =>
        module.demo!(ctx, { files: site.files, keys: site.keys }),
      )
  const list = await app.visitor.get('/otsused')
  const main = list.page.querySelector('main')!.text.replaceAll(/\s+/g, ' ')
  expect(list.status).toBe(200)
  expect(main).toContain('Jõelähtme valla 2026. aasta lisaeelarve')
  expect(main).toContain('Vastu võetud 12 : 3')
  expect(main).toContain('Vastu võetud ühehäälselt, 15 poolt')
  // A closed item gives its title, number and ground.
  expect(main).toContain('Vastu võetud kinnisel arutelul')
  const closed = await app.visitor.get('/otsused/vallavolikogu-2026-otsus-41')
  expect(closed.text).toContain('ärisaladus')
  expect(closed.text).not.toContain('Omandada kinnistu')
  const act = await app.visitor.get('/otsused/vallavolikogu-2026-maarus-7')
  expect(act.text).toContain('§ 1. Võtta vastu Jõelähtme valla 2026. aasta lisaeelarve')
  expect(act.page.querySelector('main')!.text).toContain('Kehtib')
  const states = await db.selectFrom('acts_followups').select(['state', 'due_on']).execute()
  expect(states.filter(({ state }) => state === 'done').length).toBeGreaterThan(0)
  expect(states.some(({ state, due_on: due }) => state === 'open' && due < '2026-11-23')).toBe(true)
  expect(states.some(({ state, due_on: due }) => state === 'open' && due > '2026-11-23')).toBe(true)
  for (const path of [
    '/otsused/feed.atom',
    '/otsused/tahtajad.ics',
    '/andmed/acts',
    '/andmed/acts.csv',
    '/andmed/acts.json',
  ]) {
    const answer = await app.visitor.get(path)
    expect(answer.status, path).toBe(200)
    expect(answer.text, path).not.toContain('Omandada kinnistu')
  }
  for (const language of ['/en', '/ru'])
    expect((await app.visitor.get(`${language}/otsused/vallavolikogu-2026-maarus-7`)).status).toBe(200)
  const plan = await app.visitor.get('/tegevuskava/1.1')
  expect(plan.text).toContain('/otsused')
})
