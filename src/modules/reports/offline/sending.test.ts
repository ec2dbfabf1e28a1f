import sharp from 'sharp'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestApp, type Client, type TestApp } from '#test/app.ts'
import { aReport } from '../testing.ts'
import { clocksDiffer, placedBy, readAccuracy, readSentAt } from './said-by-device.ts'

const json = { accept: 'application/json' }
const loo = '59.43550, 24.95120'
type Said = {
  number: number
  own: string | null
  waitsForMail?: boolean
  title?: string
  detail?: string
  errors?: Record<string, string>
}

let app: TestApp
let photo: File
beforeAll(async () => {
  app = await openTestApp()
  const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#787' } })
    .jpeg()
    .toBuffer()
  photo = new File([new Uint8Array(bytes)], 'auk.jpg', { type: 'image/jpeg' })
})
beforeEach(async () => {
  await app.site.database.pool.query('truncate platform_rate_limits')
})

async function send(who: Client, given: Parameters<typeof aReport>[0] = {}) {
  const answer = await who.post('/teated/uus', aReport(given), json)
  return { ...answer, said: JSON.parse(answer.text) as Said }
}
const newest = () =>
  app.db.selectFrom('reports_reports').selectAll().orderBy('number', 'desc').limit(1).executeTakeFirstOrThrow()
const countOf = async (table: 'reports_reports' | 'files_files') =>
  Number((await app.db.selectFrom(table).select(app.db.fn.countAll().as('n')).executeTakeFirstOrThrow()).n)

describe('a report that the form’s script sends', () => {
  it('is answered with its number and the sender’s own link', async () => {
    const { status, said, headers } = await send(app.visitor)
    expect([status, said.number, headers.get('location')]).toEqual([201, expect.any(Number), said.own])
    expect((await app.visitor.get(said.own!)).status).toBe(200)
    expect(headers.get('cache-control')).toContain('no-store')
    const withAddress = await send(app.visitor, { email: 'mart@naidis.example' })
    expect([said.waitsForMail, withAddress.said.waitsForMail]).toEqual([false, true])
    const english = await app.visitor.post('/en/teated/uus', aReport(), json)
    expect((JSON.parse(english.text) as Said).own).toMatch(/^\/en\/teated\/oma\//)
  })

  it('ten times with its picture, one after another or at once, is one report with one picture', async () => {
    const [reports, files] = [await countOf('reports_reports'), await countOf('files_files')]
    const key = crypto.randomUUID()
    const numbers = new Set<number>()
    for (let nth = 0; nth < 10; nth += 1) {
      const { status, said } = await send(app.visitor, { idempotencyKey: key, photo1: photo })
      expect(status).toBe(201)
      numbers.add(said.number)
    }
    expect([numbers.size, (await countOf('reports_reports')) - reports]).toEqual([1, 1])
    expect((await countOf('files_files')) - files).toBe(1)

    const other = crypto.randomUUID()
    const together = await Promise.all(
      Array.from({ length: 10 }, () => send(app.visitor, { idempotencyKey: other, photo1: photo })),
    )
    expect(new Set(together.map(({ status, said }) => `${status} ${said.number}`)).size).toBe(1)
    expect((await countOf('reports_reports')) - reports).toBe(2)
    const { id } = await newest()
    const attached = await app.db
      .selectFrom('files_files')
      .select('id')
      .where('attached_to', '=', `report:${id}`)
      .execute()
    expect(attached).toHaveLength(1)
  })

  it('is refused with the same sentences as on the page, and may be sent again under the same key', async () => {
    const key = crypto.randomUUID()
    const wrong = await send(app.visitor, { idempotencyKey: key, words: ' ', point: '58.3, 26.7' })
    expect([wrong.status, wrong.headers.get('content-type')]).toEqual([422, expect.stringContaining('problem+json')])
    expect(wrong.said.errors).toEqual({ words: 'Kirjuta, mis on lahti.' })
    const outside = await send(app.visitor, { idempotencyKey: key, point: '58.3, 26.7' })
    expect(outside.said.errors).toEqual({ point: expect.stringContaining('jääb vallast välja') })
    const text = new File(['ei ole pilt'], 'auk.jpg', { type: 'image/jpeg' })
    const picture = await send(app.visitor, { idempotencyKey: key, photo1: photo, photo2: text })
    expect(Object.keys(picture.said.errors!)).toEqual(['photo2'])
    expect((await send(app.visitor, { idempotencyKey: key })).status).toBe(201)
  })

  it('about a subject that has been closed meanwhile is told so', async () => {
    await app.db.updateTable('reports_categories').set({ is_open: false }).where('code', '=', 'prugi').execute()
    const { status, said } = await send(app.visitor, { category: 'prugi' })
    expect([status, said.errors]).toEqual([422, { category: expect.stringContaining('praegu teatada ei saa') }])
    await app.db.updateTable('reports_categories').set({ is_open: true }).where('code', '=', 'prugi').execute()
  })

  it('one of too many waits: the script is told for how long', async () => {
    const statuses: number[] = []
    let last: Awaited<ReturnType<typeof send>> | undefined
    for (let nth = 0; nth < 31; nth += 1) {
      last = await send(app.visitor, { words: '' })
      statuses.push(last.status)
    }
    expect([statuses.at(-2), statuses.at(-1), last!.headers.get('retry-after')]).toEqual([422, 429, '900'])
  })
})

describe('the sender’s account', () => {
  const markOf = async (who: Client) =>
    (await who.get('/teated/uus')).page.querySelector('[name=account]')!.getAttribute('value')!

  it('is told apart by a mark that names nobody, and nothing is sent in another’s name', async () => {
    const [rita, mati] = [await app.signIn({ name: 'Rita Rebane' }), await app.signIn({ name: 'Mati Mets' })]
    const marks = [await markOf(rita), await markOf(mati), await markOf(app.visitor)]
    expect([new Set(marks).size, marks[2]]).toEqual([3, ''])
    expect(marks[0]).not.toContain(rita.personId)
    const reports = await countOf('reports_reports')
    for (const [who, account] of [
      [mati, marks[0]!],
      [app.visitor, marks[0]!],
      [rita, ''],
    ] as const) {
      const { status, said } = await send(who, { account })
      expect([status, said.title]).toEqual([409, 'otherAccount'])
      const page = await who.post('/teated/uus', aReport({ account, words: 'Kirjutatu jääb alles.' }))
      expect([page.status, page.page.querySelector('textarea')!.text]).toEqual([422, 'Kirjutatu jääb alles.'])
    }
    expect(await countOf('reports_reports')).toBe(reports)
    const own = await send(rita, { account: marks[0]! })
    expect([own.status, (await newest()).reporter_person]).toEqual([201, rita.personId])
  })

  it('one that had arrived before signing out is not sent a second time, and its link is not given away', async () => {
    const rita = await app.signIn({ name: 'Rita Rebane' })
    const sent = { idempotencyKey: crypto.randomUUID(), account: await markOf(rita) }
    const first = await send(rita, sent)
    const again = await send(app.visitor, sent)
    expect([again.status, again.said]).toEqual([201, { number: first.said.number, own: null, waitsForMail: false }])
  })
})

describe('what the device says of time and place', () => {
  it('is kept beside the server’s own time, however wrong, and no term runs from it', async () => {
    for (const sentAt of ['2026-11-23T06:15:00.000Z', '2031-01-01T00:00:00.000Z', '1999-12-31T23:59:59Z']) {
      expect((await send(app.visitor, { sentAt, channel: 'app' })).status).toBe(201)
      const { sent_at, created_at, confirmed_at, answer_due, channel } = await newest()
      expect(sent_at).toEqual(new Date(sentAt))
      for (const at of [created_at, confirmed_at!])
        expect(app.clock.now().getTime() - at.getTime()).toBeLessThan(60_000)
      expect([answer_due, channel]).toEqual(['2026-11-24', 'app'])
    }
    for (const sentAt of ['', 'eile', '0000-01-01T00:00:00Z', '999999-01-01T00:00:00Z', '2026-13-45T99:00:00Z']) {
      expect((await send(app.visitor, { sentAt })).status).toBe(201)
      expect((await newest()).sent_at).toBeNull()
    }
  })

  it('shows both times when they are apart', () => {
    const at = new Date('2026-11-23T10:00:00Z')
    const after = (minutes: number) => new Date(at.getTime() + minutes * 60_000)
    expect([null, at, after(9), after(-9)].map((sent) => clocksDiffer(sent, at))).toEqual([false, false, false, false])
    expect([after(11), after(-11), new Date(0)].map((sent) => clocksDiffer(sent, at))).toEqual([true, true, true])
  })

  it('tells how the place was found; an accuracy belongs to the device’s own place alone', async () => {
    const cases = [
      [{ point: loo, placedBy: 'gps', accuracy: '40' }, 'gps', 40],
      [{ point: loo, placedBy: 'photo', accuracy: '40' }, 'photo', null],
      [{ point: loo, placedBy: 'satelliit', accuracy: 'x' }, 'map', null],
      [{ point: '', placedBy: 'gps', accuracy: '40' }, 'words', null],
      [{ point: '', address: '', placedBy: 'map' }, 'settlement', null],
    ] as const
    for (const [given, how, metres] of cases) {
      expect((await send(app.visitor, given)).status).toBe(201)
      const { placed_by, accuracy_metres } = await newest()
      expect([placed_by, accuracy_metres]).toEqual([how, metres])
    }
    const point = { latitude: 59.4, longitude: 25 }
    expect(placedBy(null, { settlement: '', address: 'Mõisa tee 3' }, 'api')).toBe('address')
    for (const accuracy of ['0', '-4', '100001', '9999999', '3.5', '']) {
      expect(readAccuracy(point, { placedBy: 'gps', accuracy })).toBeNull()
    }
    expect(readSentAt('2026-11-23T12:15:00+02:00')).toEqual(new Date('2026-11-23T10:15:00Z'))
  })
})

describe('what a device keeps', () => {
  it('is the form without a key and for nobody in particular, and every subject’s questions', async () => {
    for (const prefix of ['', '/en', '/ru']) {
      const { page } = await app.visitor.get(`${prefix}/teated/uus?seadmesse=1`)
      expect(page.querySelector('[name=idempotencyKey]')!.getAttribute('value')).toBe('')
      expect(page.querySelector('report-form')!.hasAttribute('data-kept')).toBe(true)
      const questions = await app.visitor.get(`${prefix}/teated/uus/kusimused`)
      expect(questions.page.querySelectorAll('template[data-subject]').length).toBeGreaterThan(3)
      expect(questions.text).toContain('k.mis-viga')
    }
    const person = await app.signIn()
    expect((await person.get('/teated/uus')).page.querySelector('report-form')!.hasAttribute('data-kept')).toBe(false)
  })

  it('is shown on a page that says whose it is, and that it needs script', async () => {
    for (const prefix of ['', '/en', '/ru']) {
      const { status, page } = await app.visitor.get(`${prefix}/teated/seadmes`)
      expect([status, page.querySelector('[data-without-script]')!.text]).toEqual([
        200,
        expect.stringContaining('JavaScript'),
      ])
      expect(
        (await app.visitor.get(`${prefix}/uhenduseta`)).page.querySelector('main a[href$="/teated/uus"]'),
      ).not.toBeNull()
    }
  })

  it('belongs to an app with a name, icons and a way straight to the form', async () => {
    const manifest = JSON.parse((await app.visitor.get('/ru/manifest.webmanifest')).text) as {
      lang: string
      start_url: string
      icons: { src: string; purpose: string }[]
      shortcuts: { url: string }[]
    }
    expect(manifest).toMatchObject({ lang: 'ru', start_url: '/ru', shortcuts: [{ url: '/ru/teated/uus' }] })
    expect(manifest.icons.filter(({ purpose }) => purpose === 'maskable')).toHaveLength(2)
    expect((await app.visitor.get('/')).page.querySelector('link[rel=manifest]')!.getAttribute('href')).toBe(
      '/manifest.webmanifest',
    )
  })
})
