import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { notifications } from '#modules/notifications/module.ts'
import { inTransaction, system } from '#platform/context.ts'
import type { RecordedEvent } from '#platform/events.ts'
import { openTestApp, type Client, type TestApp } from '#test/app.ts'
import { confirmReport } from '../confirm-report.ts'
import { metresBetween } from '../map-point.ts'
import { sendAReport, words } from '../testing.ts'
import { forgetUnfollowed } from './forget-unfollowed.ts'
import { roundPoint, squareOf, squaresAround } from './rules.ts'

let app: TestApp
let resident: Client
let sender: Client
beforeAll(async () => {
  app = await openTestApp()
  resident = await app.signIn({ name: 'Jaana Jälgija' })
  sender = await app.signIn({ name: 'Rita Rebane' })
})
beforeEach(async () => {
  for (const table of ['notifications_follows', 'notifications_inbox', 'reports_alerts'] as const) {
    await app.db.deleteFrom(table).execute()
  }
})

const none = { settlement: '', group: '', metres: '', point: '' }

/** Chooses on the form, then follows as the next page asks; answers the path that is followed. */
async function follows(who: Client, chosen: Partial<typeof none>): Promise<string> {
  const answer = await who.post('/teated/jalgi', { ...none, ...chosen })
  expect(answer.status).toBe(303)
  const path = new URL(answer.location!, 'http://x').searchParams.get('leht')!
  expect((await who.post('/jalgimised', { path, how: 'at-once' })).status).toBe(303)
  return path
}

/** Has the newest event about a report told to followers, as the queue would. */
async function tellOf(id: string): Promise<void> {
  const { rows } = await sql<RecordedEvent>`select id::int as id, type, subject, occurred_at as "occurredAt",
    actor_role as "actorRole", facts from platform_events where subject = ${`report:${id}`} and is_public
    order by id`.execute(app.db)
  for (const event of rows) {
    await inTransaction(app.context(system), (ctx) => notifications.watches!.followers!.run(ctx, event))
  }
}
const inbox = async () => {
  const rows = await app.db
    .selectFrom('notifications_inbox')
    .select(['title', 'path'])
    .where('person_id', '=', resident.personId)
    .orderBy('id')
    .execute()
  return rows.map(({ title, path }) => [title.et, path])
}

describe('the net', () => {
  it('finds every point of a circle in one of the circle’s squares', () => {
    const degree = (min: number, max: number) => fc.double({ min, max, noNaN: true })
    fc.assert(
      fc.property(
        degree(57.6, 59.9),
        degree(21.8, 28),
        degree(0, 6.283),
        degree(0, 1),
        fc.integer({ min: 100, max: 5000 }),
        (latitude, longitude, angle, share, metres) => {
          const squeeze = Math.cos((latitude * Math.PI) / 180)
          const away = (share * metres * 0.999) / 111_320
          const point = {
            latitude: latitude + Math.sin(angle) * away,
            longitude: longitude + (Math.cos(angle) * away) / squeeze,
          }
          fc.pre(metresBetween(point, { latitude, longitude }) <= metres)
          const squares = squaresAround({ latitude, longitude, metres })
          expect(squares).toContain(squareOf(point))
          expect(squares.length).toBeLessThanOrEqual(60)
        },
      ),
    )
  })
})

describe('following new reports', () => {
  it('by village, by subjects or by both tells of what matches and of nothing else', async () => {
    const village = await follows(resident, { settlement: '4496' })
    const { report } = await sendAReport(app, sender, { settlement: '4496' })
    const elsewhere = await sendAReport(app, sender, { settlement: '3472' })
    for (const { id } of [report, elsewhere.report]) await tellOf(id)
    expect(await inbox()).toEqual([['Teated: Loo alevik', `/teated/${report.number}`]])
    const page = await app.visitor.get(village)
    expect([page.status, page.headers.get('x-robots-tag'), words(page).includes('Loo alevik')]).toEqual([
      200,
      'noindex',
      true,
    ])
    expect(page.page.querySelectorAll('main ul.ruled > li').length).toBe(1)
    await follows(resident, { group: 'teed' })
    await follows(resident, { settlement: '3472', group: 'loodus' })
    await tellOf(elsewhere.report.id)
    expect((await inbox()).at(-1)).toEqual(['Teated: Teed ja tänavad', `/teated/${elsewhere.report.number}`])
    expect((await app.visitor.get(`/ru${village}`)).text).toContain('Сообщения: ')
  })

  it('by distance counts metres, from a point or from the middle of a village', async () => {
    await follows(resident, { metres: '500', point: '59.4402, 25.1711', settlement: '4496' })
    const near = await sendAReport(app, sender, { settlement: '', point: '59.4430, 25.1711' })
    const far = await sendAReport(app, sender, { settlement: '', point: '59.4460, 25.1711' })
    for (const { report } of [near, far]) await tellOf(report.id)
    const point = roundPoint({ latitude: 59.4402, longitude: 25.1711 })
    expect(await inbox()).toEqual([
      [
        `Teated: kuni 500 m punktist ${point.latitude.toFixed(3)}, ${point.longitude.toFixed(3)}`,
        `/teated/${near.report.number}`,
      ],
    ])
    const middle = await resident.post('/teated/jalgi', { ...none, metres: '2000', settlement: '4496' })
    expect(middle.status).toBe(303)
    const rows = await app.db.selectFrom('reports_alerts').select(['settlement_ehak', 'metres', 'squares']).execute()
    expect(rows.every((row) => row.settlement_ehak === null && row.squares.length > 0)).toBe(true)
  })

  it('never tells of private, hidden or unconfirmed reports', async () => {
    const path = await follows(resident, { settlement: '4496' })
    const secret = await sendAReport(app, sender, { category: 'abi-vajav-inimene' })
    const waiting = await sendAReport(app, app.visitor, { email: 'mari@naide.ee' })
    for (const { report } of [secret, waiting]) await tellOf(report.id)
    expect(await inbox()).toEqual([])
    const hidden = await sendAReport(app, sender)
    const change = { hidden_at: app.clock.now(), hidden_reason: 'Isikuandmed' }
    await app.db.updateTable('reports_reports').set(change).where('id', '=', hidden.report.id).execute()
    await tellOf(hidden.report.id)
    expect(await inbox()).toEqual([])
    for (const { report } of [secret, waiting, hidden]) {
      expect((await app.visitor.get(path)).text).not.toContain(`/teated/${report.number}"`)
      expect((await app.visitor.get('/teated/feed.atom?koht=4496')).text).not.toContain(report.id)
    }
    await confirmReport(app.context(), app.site.keys, waiting.report.id)
    await tellOf(waiting.report.id)
    expect((await inbox()).length).toBe(1)
  })

  it('asks for something to follow and keeps what was chosen', async () => {
    const nothing = await app.visitor.post('/teated/jalgi', none)
    expect([nothing.status, words(nothing).includes('Vali küla, kaugus või teemarühm')]).toEqual([422, true])
    const noMiddle = await app.visitor.post('/teated/jalgi', { ...none, metres: '500', group: 'teed' })
    expect(noMiddle.page.querySelector('#field-point-error')).not.toBeNull()
    expect(noMiddle.page.querySelector('option[value=teed]')?.getAttribute('selected')).toBe('')
    expect((await app.visitor.post('/teated/jalgi', { ...none, settlement: '9999' })).status).toBe(422)
    expect((await app.visitor.post('/teated/jalgi', { ...none, group: 'teed', point: 'siin' })).status).toBe(422)
    const chosen = await app.visitor.get('/teated/jalgi?koht=4496')
    expect(chosen.page.querySelector('option[value="4496"]')?.getAttribute('selected')).toBe('')
    expect((await app.visitor.get('/teated/alad/0123456789abcdef01')).status).toBe(404)
  })

  it('gives the same wish the same address, and forgets what nobody follows', async () => {
    const kept = await follows(resident, { settlement: '4496', group: 'teed' })
    const same = await app.visitor.post('/teated/jalgi', { ...none, settlement: '4496', group: 'teed' })
    expect(same.location).toContain(encodeURIComponent(kept))
    expect((await app.visitor.post('/teated/jalgi', { ...none, group: 'muu' })).status).toBe(303)
    const { signal } = new AbortController()
    expect(await forgetUnfollowed(app.context(), signal)).toBe(0)
    const later = { ...app.context(), now: new Date(app.clock.now().getTime() + 15 * 86_400_000) }
    expect(await forgetUnfollowed(later, signal)).toBe(1)
    expect((await app.visitor.get(kept)).status).toBe(200)
  })

  it('is offered as a feed of the same reports', async () => {
    const near = await sendAReport(app, sender, { settlement: '', point: '59.4430, 25.1711' })
    const feed = async (query: string) => (await app.visitor.get(`/teated/feed.atom?${query}`)).text
    expect(await feed('punkt=59.4402,25.1711&kaugus=500')).toContain(near.report.id)
    expect(await feed('punkt=59.4402,25.1711&kaugus=200')).not.toContain(near.report.id)
    expect(await feed('punkt=59.4402,25.1711&kaugus=500&teema=loodus')).not.toContain(near.report.id)
    expect(await feed('teema=teed')).toContain(near.report.id)
    expect(await feed('koht=4496')).toContain('reports/feed/4496</id>')
  })
})
