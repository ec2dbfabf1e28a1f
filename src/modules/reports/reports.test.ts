import { beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type Client, type TestApp } from '#test/app.ts'
import { aReport, sendAReport, words } from './testing.ts'

let app: TestApp
let resident: Client
let roads: Client
let other: Client
let coordinator: Client
beforeAll(async () => {
  app = await openTestApp()
  resident = await app.signIn({ name: 'Rita Rebane' })
  roads = await app.signIn({ name: 'Teet Teeder', postSlugs: ['teedespetsialist'] })
  other = await app.signIn({ name: 'Fiina Finants', postSlugs: ['finantsjuht'] })
  coordinator = await app.signIn({ name: 'Kaja Koordinaator', roles: ['official', 'reportsCoordinator'] })
})

const numberOf = (path: string) => `/teated/${path}`
const desk = (number: number, step = '') => `/too/teated/${number}${step}`
const key = () => crypto.randomUUID()
const letters = async () =>
  (
    await app.db
      .selectFrom('notifications_mails')
      .select(['literal_address as to', 'purpose', 'subject', 'letter'])
      .where('literal_address', 'is not', null)
      .orderBy('id', 'desc')
      .execute()
  ).map((one) => ({ ...one, link: JSON.stringify(one.letter).match(/\/teated\/(?:oma|kinnitus)\/[\w.-]+/)?.[0] ?? '' }))

describe('a resident who reports', () => {
  it.each(['', '/en', '/ru'])('finds the form at %s/teated/uus, with every subject by group', async (prefix) => {
    const { status, page } = await app.visitor.get(`${prefix}/teated/uus`)
    expect([status, page.querySelectorAll('optgroup').length]).toEqual([200, 6])
    expect(page.querySelectorAll('#field-category option').length).toBeGreaterThan(15)
    expect(page.querySelector('nav a[href$="/teated/uus"], header a[href$="/teated/uus"]')).not.toBeNull()
  })

  it('without an account, is shown the number, the days promised and a link of their own', async () => {
    const { own, report } = await sendAReport(app, app.visitor)
    const page = await app.visitor.get(`${own}?saadetud=1`)
    expect(words(page)).toContain('Aitäh! Teade on vallas.')
    expect(words(page)).toContain('Esimene vastus tuleb hiljemalt 24. november 2026')
    expect(words(page)).toContain('Lubame korda teha hiljemalt 7. detsember 2026')
    expect(page.headers.get('cache-control')).toContain('no-store')
    const seen = await app.visitor.get(numberOf(String(report.number)))
    expect(words(seen)).toContain('Sügav auk bussipeatuse ees.')
    expect(words(seen)).toContain('Saatja nime ei avaldata')
  })

  it('with an address, confirms it by a button; looking at the link changes nothing', async () => {
    const { report, own } = await sendAReport(app, app.visitor, {
      email: 'mart@naidis.example',
      name: 'Mart',
      showName: 'on',
    })
    expect(report.state).toBe('unconfirmed')
    expect((await app.visitor.get(numberOf(String(report.number)))).status).toBe(404)
    expect(words(await app.visitor.get(own))).toContain('m•••@naidis.example')
    const [letter] = await letters()
    expect(letter).toMatchObject({ to: 'mart@naidis.example', purpose: 'confirm' })
    expect(words(await app.visitor.get(letter!.link))).toContain('Kas sina saatsid selle teate?')
    expect((await app.visitor.get(numberOf(String(report.number)))).status).toBe(404)
    const confirmed = await app.visitor.post(letter!.link, {})
    expect(confirmed.location).toBe(`${own}?saadetud=1`)
    await app.visitor.post(letter!.link, {})
    const page = await app.visitor.get(numberOf(String(report.number)))
    expect([page.status, words(page)]).toEqual([200, expect.stringContaining('Mart')])
    expect(page.text).not.toContain('mart@naidis.example')
    expect((await letters()).filter(({ to }) => to === 'mart@naidis.example')).toHaveLength(2)
  })

  it('is told what is wrong, keeps the words, and is not heard twice', async () => {
    const wrong = await app.visitor.post(
      '/teated/uus',
      aReport({ category: '', words: ' ', settlement: '', address: '', email: 'x' }),
    )
    expect([wrong.status, wrong.page.querySelectorAll('.field-error').length]).toEqual([422, 4])
    const point = await app.visitor.post('/teated/uus', aReport({ point: '58.3, 26.7', words: 'Tartus on auk' }))
    expect([point.status, words(point)]).toEqual([422, expect.stringContaining('jääb vallast välja')])
    expect(point.page.querySelector('textarea')?.text).toBe('Tartus on auk')
    const form = aReport({ words: 'Üks ja ainus teade' })
    for (let at = 0; at < 3; at += 1) expect((await app.visitor.post('/teated/uus', form)).status).toBe(303)
    const rows = await app.db
      .selectFrom('reports_reports')
      .select('id')
      .where('words', '=', 'Üks ja ainus teade')
      .execute()
    expect(rows).toHaveLength(1)
  })

  it('cannot have letters poured over somebody else', async () => {
    const statuses: number[] = []
    for (let at = 0; at < 7; at += 1) {
      statuses.push((await app.visitor.post('/teated/uus', aReport({ email: 'ohver@naidis.example' }))).status)
    }
    expect(statuses).toEqual([303, 303, 303, 303, 303, 422, 422])
    expect((await letters()).filter(({ to }) => to === 'ohver@naidis.example')).toHaveLength(5)
  })

  it('gives a point in either order, and the village is found by it', async () => {
    for (const point of ['59.4345, 24.9465', '24,9465; 59,4345']) {
      const { report } = await sendAReport(app, app.visitor, { point, settlement: '', address: '' })
      expect([report.latitude, report.settlement?.name]).toEqual([59.4345, expect.stringMatching(/Iru|Loo|Nehatu/)])
    }
  })

  it('cannot turn the text of others round or break the page', async () => {
    const nasty = '<img src=x onerror=alert(1)> \u202Etxet\u200B \u0007 tavaline'
    const { report } = await sendAReport(app, app.visitor, { words: nasty })
    expect(report.words).toBe('<img src=x onerror=alert(1)> txet  tavaline')
    expect((await app.visitor.get(numberOf(String(report.number)))).text).not.toContain('<img src=x')
  })

  it('reads what was answered, and opens the report again from the same link', async () => {
    const { report, own } = await sendAReport(app, app.visitor, { email: 'liis@naidis.example' })
    await app.visitor.post((await letters())[0]!.link, {})
    const done = { idempotencyKey: key(), words: 'Täitsime augu.', state: 'fixed-by-parish' }
    expect((await roads.post(desk(report.number, '/vastused'), done)).status).toBe(303)
    const [letter] = await letters()
    expect(letter).toMatchObject({ to: 'liis@naidis.example', subject: `Teade ${report.number}: Korras` })
    expect(letter!.link).toBe(own)
    expect(words(await app.visitor.get(own))).toContain('Täitsime augu.')
    const again = await app.visitor.post(`${own}/lisandused`, {
      idempotencyKey: key(),
      words: 'Auk on tagasi.',
      change: 'still-broken',
    })
    expect(again.status).toBe(303)
    const page = words(await app.visitor.get(numberOf(String(report.number))))
    expect(page).toContain('Seis: Vastu võetud')
    expect(page).toContain('Teedespetsialist. Seis: Korras')
    expect((await app.visitor.get(`${own.slice(0, -1)}${own.endsWith('A') ? 'B' : 'A'}`)).status).toBe(404)
  })

  it('with an account hears in the inbox and finds the report among their matters', async () => {
    const { report } = await sendAReport(app, resident, { words: 'Silt on kadunud', category: 'liiklusmark' })
    await roads.post(desk(report.number, '/vastused'), { idempotencyKey: key(), words: '', state: 'planned' })
    expect(words(await resident.get('/minu/teated'))).toContain(`Teade ${report.number}: Plaanis`)
    expect(words(await resident.get('/minu'))).toContain(`Teade ${report.number}: Liiklusmärk või piire`)
    const withdrawn = { idempotencyKey: key(), change: 'withdrawn' }
    expect((await resident.post(`${numberOf(String(report.number))}/lisandused`, withdrawn)).status).toBe(303)
    expect(words(await app.visitor.get(numberOf(String(report.number))))).toContain('Saatja võttis teate tagasi')
  })

  it('may add words to another’s report with an account, and change nothing of it', async () => {
    const { report } = await sendAReport(app, app.visitor)
    const path = `${numberOf(String(report.number))}/lisandused`
    expect((await app.visitor.post(path, { idempotencyKey: key(), words: 'Mina ka' })).status).toBe(403)
    expect((await resident.post(path, { idempotencyKey: key(), words: 'Mina ka', change: 'fixed' })).status).toBe(403)
    expect((await resident.post(path, { idempotencyKey: key(), words: '' })).status).toBe(422)
    expect((await resident.post(path, { idempotencyKey: key(), words: 'Mina ka' })).status).toBe(303)
    expect(words(await app.visitor.get(numberOf(String(report.number))))).toMatch(/Elanik\s*Mina ka/)
  })
})

describe('a private report', () => {
  it('is seen by its sender and those who work on it, and is nowhere else', async () => {
    const secret = 'Naaber vajab hädasti abi'
    const { report, own } = await sendAReport(app, resident, { category: 'abi-vajav-inimene', words: secret })
    const social = await app.signIn({ name: 'Siiri Sots', postSlugs: ['sotsiaaltoospetsialist'] })
    const path = numberOf(String(report.number))
    expect((await app.visitor.get(own)).text).toContain(secret)
    for (const who of [resident, social, coordinator]) expect((await who.get(path)).text).toContain(secret)
    for (const who of [app.visitor, roads, other]) expect((await who.get(path)).status).toBe(404)
    expect((await roads.get(desk(report.number))).status).toBe(403)
    expect((await roads.post(desk(report.number, '/markused'), { idempotencyKey: key(), note: 'x' })).status).toBe(403)
    const doors = ['/teated', '/teated/feed.atom', '/andmed/teated.csv', '/sitemap.xml', '/logi', '/otsing?q=hadasti']
    for (const door of doors) {
      const { text } = await app.visitor.get(door)
      expect(text.includes(secret) || text.includes(`/teated/${report.number}`), door).toBe(false)
    }
    expect((await roads.get('/too/teated?vaade=open')).text).not.toContain(secret)
    expect((await social.get('/too/teated?vaade=mine')).text).toContain(secret)
    expect((await roads.get(`/jalgimised?leht=${path}`)).status).toBe(404)
  })

  it('stays private when it is moved to an open subject, and an open one becomes private at once', async () => {
    const { report } = await sendAReport(app, app.visitor, { words: 'Lapsed on öösel üksi', category: 'muu' })
    expect((await coordinator.post(desk(report.number, '/teema'), { category: 'abi-vajav-inimene' })).status).toBe(303)
    expect((await app.visitor.get(numberOf(String(report.number)))).status).toBe(404)
    await coordinator.post(desk(report.number, '/teema'), { category: 'muu' })
    expect((await app.visitor.get(numberOf(String(report.number)))).status).toBe(404)
  })
})

describe('few questions to the database', () => {
  it('make each page', async () => {
    const { report } = await sendAReport(app, app.visitor)
    for (const [who, path, most] of [
      [app.visitor, '/teated?teema=teed&koht=4496', 7],
      [app.visitor, numberOf(String(report.number)), 6],
      [app.visitor, '/teated/uus', 6],
      [roads, '/too/teated', 9],
      [roads, desk(report.number), 13],
    ] as const) {
      app.site.cache.clear()
      expect(await app.countQueries(() => who.get(path)), path).toBeLessThanOrEqual(most)
    }
  })
})
