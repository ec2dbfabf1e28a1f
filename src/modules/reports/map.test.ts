import { everything } from './queries/reports.ts'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestApp, type Client, type TestApp } from '#test/app.ts'
import type { OutlinesAnswer, PinsAnswer, ReportPin, SimilarAnswer } from './map-answers.ts'
import { clusterReports, countKeptIndexes } from './map-clusters.ts'
import { mostPins, readMapView } from './map-view.ts'
import { aReport, sendAReport } from './testing.ts'

const parish = 'bbox=24.5,59.2,25.8,59.8&zoom='
const [loo, kostivere] = ['59.43550, 24.95120', '59.43000, 25.07000']

let app: TestApp
let coordinator: Client
let official: Client
beforeAll(async () => {
  app = await openTestApp()
  coordinator = await app.signIn({ name: 'Kai Koordinaator', roles: ['reportsCoordinator'] })
  official = await app.signIn({ roles: ['official'] })
})

beforeEach(async () => {
  await app.site.database.pool.query('truncate reports_reports, platform_rate_limits cascade')
})

async function pins(query: string, who = app.visitor): Promise<PinsAnswer> {
  const answer = await who.get(`/teated/kaart.json?${query}`)
  expect(answer.status).toBe(200)
  return JSON.parse(answer.text) as PinsAnswer
}
const countOf = ({ features }: PinsAnswer) =>
  features.reduce((sum, { properties }) => sum + ('count' in properties ? properties.count : 1), 0)
const singlesOf = ({ features }: PinsAnswer) =>
  features.flatMap(({ properties }) => ('number' in properties ? [properties satisfies ReportPin] : []))

describe('the public map', () => {
  it('shows what is near together from afar, and each report by itself from near', async () => {
    const near = await sendAReport(app, app.visitor, { point: loo })
    await sendAReport(app, app.visitor, { point: '59.43560, 24.95140' })
    await sendAReport(app, app.visitor, { point: kostivere, category: 'tanavavalgustus' })
    const afar = await pins(`${parish}8`)
    expect([countOf(afar), afar.placed]).toEqual([3, 3])
    expect(singlesOf(afar)).toHaveLength(0)
    const close = await pins('bbox=24.950,59.435,24.952,59.436&zoom=18')
    expect(singlesOf(close)).toHaveLength(2)
    expect(singlesOf(close).find(({ number }) => number === near.report.number)).toEqual({
      number: near.report.number,
      name: 'Auk või kahjustus teel, Loo alevik',
      state: 'Vastu võetud',
      kind: 'open',
      tone: 'info',
      href: `/teated/${near.report.number}`,
    })
    const russian = await app.visitor.get('/ru/teated/kaart.json?bbox=24.950,59.435,24.952,59.436&zoom=18')
    expect(singlesOf(JSON.parse(russian.text) as PinsAnswer)[0]).toMatchObject({ state: 'Принято' })
  })

  it('never shows what is private, hidden or not confirmed, nor counts it', async () => {
    await sendAReport(app, app.visitor, { point: loo })
    await sendAReport(app, app.visitor, { point: loo, email: 'mari@example.ee' })
    const secret = await sendAReport(app, app.visitor, { point: loo })
    const { report } = await sendAReport(app, app.visitor, { point: loo })
    expect((await pins(`${parish}9`)).placed).toBe(3)
    await coordinator.post(`/too/teated/${report.number}/peitmine`, { reason: 'Inimese nimi on loetav.' })
    expect((await pins(`${parish}9`)).placed).toBe(2)
    await app.db.updateTable('reports_reports').set({ is_private: true }).where('id', '=', secret.report.id).execute()
    // What is public is recorded, and the index is made anew.
    await sendAReport(app, app.visitor, { point: kostivere })
    for (const who of [app.visitor, coordinator]) {
      const seen = await pins(`${parish}18`, who)
      expect([countOf(seen), seen.placed]).toEqual([2, 2])
      expect(singlesOf(seen).map(({ number }) => number)).not.toContain(report.number)
      const similar = await who.get(`/teated/laheduses.json?point=${encodeURIComponent(loo)}`)
      expect((JSON.parse(similar.text) as SimilarAnswer).reports).toHaveLength(1)
    }
  })

  it('takes the filters of the list', async () => {
    await sendAReport(app, app.visitor, { point: loo })
    await sendAReport(app, app.visitor, { point: kostivere, category: 'tanavavalgustus' })
    const { report } = await sendAReport(app, app.visitor, { point: loo })
    const answered = { idempotencyKey: crypto.randomUUID(), words: 'Tehtud.', state: 'fixed-by-parish' }
    expect((await official.post(`/too/teated/${report.number}/vastused`, answered)).status).toBe(303)
    for (const [query, count] of [
      ['seis=open', 2],
      ['seis=fixed', 1],
      ['seis=closed', 0],
      ['koht=4496', 2],
      ['teema=teed', 2],
      ['teema=teed&seis=fixed&koht=4496', 1],
      ['teema=%00&seis=x', 3],
    ] as const) {
      expect(countOf(await pins(`${query}&${parish}10`)), query).toBe(count)
    }
    expect(singlesOf(await pins(`seis=fixed&${parish}18`))[0]).toMatchObject({ kind: 'fixed', tone: 'success' })
  })

  it('is kept for everybody until reports change, and only then made anew', async () => {
    await sendAReport(app, app.visitor, { point: loo })
    const address = `/teated/kaart.json?${parish}9`
    const first = await app.visitor.get(address)
    expect(first.headers.get('cache-control')).toBe('public, no-cache')
    const again = await app.visitor.get(address, { 'if-none-match': first.headers.get('etag')! })
    expect(again.status).toBe(304)
    app.site.cache.clear()
    const before = countKeptIndexes(app.db)
    expect(await app.countQueries(() => app.visitor.get(address))).toBeLessThanOrEqual(2)
    expect(countKeptIndexes(app.db)).toBe(before)
    await sendAReport(app, app.visitor, { point: loo })
    expect((await pins(`${parish}9`)).placed).toBe(2)
  })

  it('says in a sentence what is wrong with a view', async () => {
    for (const query of [
      '',
      'bbox=24,59,25,60',
      'bbox=24,59,25&zoom=9',
      'bbox=25,59,24,60&zoom=9',
      'bbox=24,60,25,59&zoom=9',
      'bbox=24,59,25,160&zoom=9',
      'bbox=NaN,59,25,60&zoom=9',
      'bbox=1e3,59,25,60&zoom=9',
      'bbox=24,59,25,60&zoom=-1',
      'bbox=24,59,25,60&zoom=999',
    ]) {
      const answer = await app.visitor.get(`/teated/kaart.json?${query}`)
      expect([answer.status, JSON.parse(answer.text).title], query).toEqual([400, expect.stringContaining('bbox')])
    }
    expect((await app.visitor.get('/teated/laheduses.json?point=siin')).status).toBe(400)
  })

  it('keeps few indexes and answers few pins, however many reports there are', { timeout: 60_000 }, async () => {
    await sendAReport(app, app.visitor, { point: loo })
    const { db } = app
    const columns = Object.keys(await db.selectFrom('reports_reports').selectAll().executeTakeFirstOrThrow())
    const copied = columns
      .filter((name) => !['id', 'number', 'next_due', 'latitude', 'longitude'].includes(name))
      .join(', ')
    await app.site.database.pool.query(`insert into reports_reports (latitude, longitude, ${copied})
      select 59.35 + random() * 0.25, 24.9 + random() * 0.5, ${copied} from reports_reports, generate_series(1, 20000)`)
    await sendAReport(app, app.visitor, { point: loo })
    // An index that costs much is not made after every change: what is new stands beside it at once.
    const whole = readMapView('24.5,59.2,25.8,59.8', '12')!
    const before = await clusterReports(db, everything, whole)
    const { report } = await sendAReport(app, app.visitor, { point: kostivere })
    const after = await clusterReports(db, everything, whole)
    expect(after.placed).toBe(before.placed + 1)
    const isShown = after.singles.some(({ number }) => number === report.number)
    // A slow machine may have had the time to make the index anew, and count it among its neighbours.
    expect(isShown || !after.isLate).toBe(true)
    for (const zoom of [6, 8, 10, 12, 14, 16, 18]) {
      const { features } = await pins(`bbox=24.5,59.2,25.8,59.8&zoom=${zoom}`)
      expect(features.length, String(zoom)).toBeLessThanOrEqual(mostPins)
    }
    const view = readMapView('24.5,59.2,25.8,59.8', '9')!
    for (let nth = 0; nth < 60; nth += 1) {
      await clusterReports(db, { ...everything, settlement: String(5000 + nth) }, view)
    }
    expect(countKeptIndexes(db)).toBeLessThanOrEqual(24)
  })
})

describe('outlines', () => {
  it('hold every settlement by name and the border around them all, and are kept by their version', async () => {
    const page = await app.visitor.get('/en/teated')
    const settings = JSON.parse(page.page.querySelector('reports-map')!.getAttribute('data-settings')!) as {
      outlines: string
    }
    const answer = await app.visitor.get(settings.outlines)
    expect(answer.headers.get('cache-control')).toContain('immutable')
    expect((await app.visitor.get('/teated/kaart/asulad.json?v=x')).headers.get('cache-control')).toContain('no-cache')
    const { features, boundary } = JSON.parse(answer.text) as OutlinesAnswer
    expect(features).toHaveLength(36)
    expect(features.find(({ properties }) => properties.ehak === '4496')!.properties.name).toBe('Loo small borough')
    const isClosed = (line: readonly (readonly number[])[]) => String(line[0]) === String(line.at(-1))
    expect(boundary.coordinates.length).toBeGreaterThan(0)
    expect(boundary.coordinates.every(isClosed)).toBe(true)
  })
})

describe('what is near', () => {
  const similar = async (query: string) =>
    (JSON.parse((await app.visitor.get(`/teated/laheduses.json?${query}`)).text) as SimilarAnswer).reports

  it('is at most five reports within 250 metres, the newest first, of the same group', async () => {
    for (let nth = 0; nth < 6; nth += 1) await sendAReport(app, app.visitor, { point: loo, words: `Auk ${nth}` })
    await sendAReport(app, app.visitor, { point: loo, category: 'tanavavalgustus' })
    await sendAReport(app, app.visitor, { point: '59.43790, 24.95120' })
    const here = `point=${encodeURIComponent('59.43560, 24.95120')}`
    const roads = await similar(`${here}&teema=tee-auk`)
    expect(roads.map(({ words }) => words)).toEqual(['Auk 5', 'Auk 4', 'Auk 3', 'Auk 2', 'Auk 1'])
    expect(roads[0]).toMatchObject({
      metres: 11,
      picture: null,
      follow: expect.stringMatching(/^\/jalgimised\?leht=%2Fteated%2F\d+$/),
    })
    expect((await similar(here))[0]!.name).toContain('Tänavavalgusti')
    expect(await similar(`point=${encodeURIComponent('59.43790, 24.95120')}`)).toHaveLength(1)
  })

  it('tells of no report that was withdrawn', async () => {
    const { own } = await sendAReport(app, app.visitor, { point: loo })
    const telling = { idempotencyKey: crypto.randomUUID(), words: '', change: 'withdrawn' }
    expect((await app.visitor.post(`${own}/lisandused`, telling)).status).toBe(303)
    expect(await similar(`point=${encodeURIComponent(loo)}`)).toEqual([])
  })
})

describe('pages with a map', () => {
  const policy = async (path: string) => (await app.visitor.get(path)).headers.get('content-security-policy')!

  it('alone may make the worker that draws it, also when they are kept', async () => {
    for (const path of ['/teated', '/teated', '/teated?seis=open', '/teated/uus', '/en/teated']) {
      expect(await policy(path), path).toContain("worker-src 'self' blob:")
    }
    const entry = await coordinator.get('/too/teated/uus?teema=tee-auk')
    expect(entry.headers.get('content-security-policy')).toContain('worker-src')
    expect(
      (await app.visitor.post('/teated/uus', aReport({ words: '' }))).headers.get('content-security-policy'),
    ).toContain('worker-src')
    for (const path of ['/', '/asulad', '/teated/kaart.json?bbox=24,59,25,60&zoom=9']) {
      expect(await policy(path), path).not.toContain('worker-src')
    }
  })

  it('fetch pictures from the operator’s map server where one is set, and name its maker', async () => {
    app.site.cache.clear()
    app.config.mapTiles = { url: 'https://tiles.example.ee/{z}/{x}/{y}.png', attribution: '© Maa-amet' }
    const page = await app.visitor.get('/teated')
    expect(page.headers.get('content-security-policy')).toMatch(
      /img-src 'self' data: https:\/\/tiles\.example\.ee;.*connect-src 'self' https:\/\/tiles\.example\.ee;/,
    )
    expect(page.page.querySelector('reports-map')!.getAttribute('data-settings')).toContain('© Maa-amet')
    app.config.mapTiles = null
    app.site.cache.clear()
    expect(await policy('/teated')).not.toContain('example')
  })
})
