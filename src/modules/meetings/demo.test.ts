import { expect, it } from 'vitest'
import { inTransaction, system } from '#platform/context.ts'
import { openTestApp } from '#test/app.ts'
import { modules } from '../../modules.ts'
import { foldMeeting } from './log/fold.ts'
import { listVersions } from './minutes/queries.ts'
import { findSetup, listEventsAfter } from './queries/log.ts'

it('seeds sittings that their own rules allow, with minutes that everybody can read', async () => {
  const app = await openTestApp()
  const { site, db, clock } = app
  const parts = { files: site.files, keys: site.keys }
  for (const module of modules)
    if (module.demo !== undefined)
      await inTransaction({ db, actor: system, now: clock.now() }, (ctx) => module.demo!(ctx, parts))
  const held = await db.selectFrom('meetings_meetings').select(['id', 'number']).where('state', '=', 'held').execute()
  expect(held.length).toBe(3)
  for (const { id, number } of held) {
    const state = foldMeeting((await findSetup(db, id))!, await listEventsAfter(db, id, 0))
    expect([state.phase, state.disregarded]).toEqual(['ended', []])
    const minutes = await app.visitor.get(`/istungid/${number}/protokoll`)
    const isPublished = (await listVersions(db, id)).length > 0
    expect(minutes.status).toBe(isPublished ? 200 : 404)
    if (!isPublished) continue
    expect(minutes.text).toContain('Allkirjastamata')
    expect(minutes.text).toContain('Vastu võetud')
    // A closed item tells its outcome and its ground, and nothing else.
    expect(minutes.text).not.toContain('Omandada kinnistu')
  }
})
