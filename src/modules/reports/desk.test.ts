import { beforeAll, describe, expect, it } from 'vitest'
import sharp from 'sharp'
import { readPlan } from '#modules/plan/read-plan.ts'
import { openTestApp, type Client, type TestApp } from '#test/app.ts'
import { forgetUnconfirmed } from './jobs/forget-unconfirmed.ts'
import { sendAReport, words } from './testing.ts'

let app: TestApp
let roads: Client
let tidy: Client
let resident: Client
let coordinator: Client
beforeAll(async () => {
  app = await openTestApp()
  roads = await app.signIn({ name: 'Teet Teeder', postSlugs: ['teedespetsialist'] })
  tidy = await app.signIn({ name: 'Heli Heakord', postSlugs: ['heakorraspetsialist'] })
  resident = await app.signIn({ name: 'Rita Rebane' })
  coordinator = await app.signIn({ name: 'Kaja Koordinaator', roles: ['official', 'reportsCoordinator'] })
})

const desk = (number: number, step = '') => `/too/teated/${number}${step}`
const key = () => crypto.randomUUID()
const publicPage = (number: number) => app.visitor.get(`/teated/${number}`)

describe('the officials’ desk', () => {
  it('is not for residents', async () => {
    const { report } = await sendAReport(app, app.visitor)
    expect((await resident.get('/too/teated')).status).toBe(403)
    expect((await resident.get(desk(report.number))).status).toBe(403)
    for (const step of ['vastused', 'vastutaja', 'teema', 'kordus', 'markused', 'peitmine', 'avamine']) {
      expect((await resident.post(desk(report.number, `/${step}`), {})).status, step).toBeGreaterThanOrEqual(403)
    }
    expect((await app.visitor.get('/too/teated')).location).toContain('/login')
  })

  it('shows what waits, the most urgent first, and each view its own', async () => {
    await sendAReport(app, app.visitor, { category: 'tee-auk', words: 'Kiireta auk' })
    await sendAReport(app, app.visitor, { category: 'lumi-ja-libedus', words: 'Kiire libedus' })
    await sendAReport(app, app.visitor, { category: 'muu', words: 'Ei tea kelle oma' })
    const open = words(await roads.get('/too/teated'))
    expect(open.indexOf('Kiire libedus')).toBeLessThan(open.indexOf('Kiireta auk'))
    expect(words(await roads.get('/too/teated?vaade=unassigned'))).toContain('Ei tea kelle oma')
    expect(words(await roads.get('/too/teated?vaade=mine'))).not.toContain('Ei tea kelle oma')
    expect(words(await roads.get('/too'))).toContain('Lumi või libedus')
  })

  it('answers in the name of the post, refuses what cannot be, and keeps what was typed', async () => {
    const { report } = await sendAReport(app, app.visitor)
    const path = desk(report.number, '/vastused')
    expect(words(await roads.post(path, { idempotencyKey: key(), words: '', state: '' }))).toContain(
      'Kirjuta vastus või vali',
    )
    const silent = await roads.post(path, { idempotencyKey: key(), words: '', state: 'no-further-action' })
    expect([silent.status, words(silent)]).toEqual([422, expect.stringContaining('ütle saatjale miks')])
    for (const state of ['duplicate', 'unconfirmed', 'fixed-by-user']) {
      const wrong = await roads.post(path, { idempotencyKey: key(), words: 'Minu vastus', state })
      expect([wrong.status, wrong.page.querySelector('textarea[name=words]')?.text], state).toEqual([
        422,
        'Minu vastus',
      ])
    }
    const form = { idempotencyKey: key(), words: 'Transpordiamet, 1510.', state: 'not-responsible' }
    expect((await roads.post(path, form)).status).toBe(303)
    expect((await roads.post(path, form)).status).toBe(303)
    const page = await publicPage(report.number)
    expect(words(page)).toContain('Ei ole valla teha')
    expect(words(page)).toContain('Teedespetsialist')
    expect(page.text).not.toContain('Teet Teeder')
    expect(page.text.split('Transpordiamet, 1510.').length).toBe(2)
  })

  it('gives a report to another, who hears of it, and moves it with its terms', async () => {
    const { report } = await sendAReport(app, app.visitor)
    const post = await app.db
      .selectFrom('people_posts')
      .select('id')
      .where('slug', '=', 'heakorraspetsialist')
      .executeTakeFirstOrThrow()
    expect((await roads.post(desk(report.number, '/vastutaja'), { post: post.id })).status).toBe(303)
    expect((await roads.post(desk(report.number, '/vastutaja'), { post: key() })).status).toBe(422)
    expect(words(await tidy.get('/minu/teated'))).toContain(`Teade ${report.number} on sinu vastata`)
    expect((await tidy.post(desk(report.number, '/teema'), { category: 'lumi-ja-libedus' })).status).toBe(303)
    expect(words(await publicPage(report.number))).toContain('25. november 2026')
    expect(words(await roads.get('/minu/teated'))).toContain(`Teade ${report.number} on sinu vastata`)
  })

  it('marks a double by the other’s number, and leads there', async () => {
    const first = (await sendAReport(app, app.visitor)).report.number
    const second = (await sendAReport(app, app.visitor)).report.number
    const path = desk(second, '/kordus')
    expect(words(await roads.post(path, { of: String(second) }))).toContain('iseenda kordus')
    expect(words(await roads.post(path, { of: '999999' }))).toContain('Sellise numbriga')
    expect((await roads.post(path, { of: 'x' })).status).toBe(422)
    expect((await roads.post(path, { of: String(first) })).status).toBe(303)
    const page = await publicPage(second)
    expect(page.page.querySelector(`main a[href="/teated/${first}"]`)).not.toBeNull()
    expect((await roads.post(desk(first, '/kordus'), { of: String(second) })).status).toBe(422)
  })

  it('keeps notes among officials, and hides with a reason what must not be read', async () => {
    const { report } = await sendAReport(app, app.visitor, { words: 'Naaber Juhan lõhkus pingi' })
    await roads.post(desk(report.number, '/markused'), { idempotencyKey: key(), note: 'Helistasin Juhanile' })
    expect(words(await tidy.get(desk(report.number)))).toContain('Helistasin Juhanile')
    expect((await publicPage(report.number)).text).not.toContain('Helistasin')
    await resident.post(`/teated/${report.number}/lisandused`, { idempotencyKey: key(), words: 'Juhan on loll' })
    const update = (await coordinator.get(desk(report.number))).page
      .querySelector('form[action*="/kirjad/"]')!
      .getAttribute('action')!
    const id = /kirjad\/([^/]+)/.exec(update)![1]!
    expect((await roads.post(update, { [`reason-${id}`]: 'Solvav' })).status).toBe(403)
    expect((await coordinator.post(update, { [`reason-${id}`]: '' })).status).toBe(422)
    expect((await coordinator.post(update, { [`reason-${id}`]: 'Solvav' })).status).toBe(303)
    expect(words(await publicPage(report.number))).toContain('See kiri on peidetud: Solvav')
    expect((await publicPage(report.number)).text).not.toContain('Juhan on loll')

    expect((await roads.post(desk(report.number, '/peitmine'), { reason: 'Nimi tekstis' })).status).toBe(403)
    expect((await coordinator.post(desk(report.number, '/peitmine'), { reason: 'Nimi tekstis' })).status).toBe(303)
    const gone = await publicPage(report.number)
    expect([gone.status, words(gone)]).toEqual([410, expect.stringContaining('Nimi tekstis')])
    expect(gone.text).not.toContain('Juhan')
    expect((await app.visitor.get('/teated')).text).not.toContain('Juhan')
    await coordinator.post(desk(report.number, '/avamine'), {})
    expect((await publicPage(report.number)).status).toBe(200)
  })
})

describe('pictures of a report', () => {
  const photo = async (name = 'auk.jpg') => {
    const bytes = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#a62' } })
      .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '59/1 26/1 0/1' } })
      .jpeg()
      .toBuffer()
    return new File([new Uint8Array(bytes)], name, { type: 'image/jpeg' })
  }

  it('are kept with it, and what is no picture is refused with everything else kept', async () => {
    const { report } = await sendAReport(app, app.visitor, { photo1: await photo(), photo3: await photo('teine.jpg') })
    const files = await app.db
      .selectFrom('files_files')
      .select(['visibility', 'keep_until as keepUntil'])
      .where('attached_to', '=', `report:${report.id}`)
      .execute()
    expect(files).toEqual([
      { visibility: 'everyone', keepUntil: null },
      { visibility: 'everyone', keepUntil: null },
    ])
    const wrong = await app.visitor.post('/teated/uus', {
      idempotencyKey: key(),
      category: 'prugi',
      words: 'Prügi metsas',
      settlement: '4496',
      photo1: new File(['%PDF-1.4 x'], 'pilt.jpg', { type: 'image/jpeg' }),
    })
    expect([wrong.status, wrong.page.querySelectorAll('.field-error').length]).toEqual([422, 1])
    expect(wrong.page.querySelector('textarea')?.text).toBe('Prügi metsas')
    expect(wrong.text).toContain('Vali uuesti: pilt.jpg')
  })

  it('of an unconfirmed report are closed, open with it, and go with it', async () => {
    const { report } = await sendAReport(app, app.visitor, { email: 'pille@naidis.example', photo1: await photo() })
    const file = () =>
      app.db
        .selectFrom('files_files')
        .select(['id', 'visibility', 'keep_until as keepUntil'])
        .where('attached_to', '=', `report:${report.id}`)
        .executeTakeFirstOrThrow()
    expect(await file()).toMatchObject({ visibility: 'roles', keepUntil: '2026-12-01' })
    expect((await app.visitor.get(`/failid/${(await file()).id}`)).status).toBeGreaterThanOrEqual(303)
    app.clock.move(new Date('2026-11-29T10:00:00+02:00'))
    expect(await forgetUnconfirmed(app.context())).toBe(0)
    app.clock.move(new Date('2026-12-01T10:00:00+02:00'))
    expect(await forgetUnconfirmed(app.context())).toBe(1)
    app.clock.move(new Date('2026-11-23T10:00:00+02:00'))
    expect(await app.db.selectFrom('reports_reports').select('id').where('id', '=', report.id).execute()).toEqual([])
  })
})

describe('the action plan', () => {
  it('counts the answer and the mending towards promise 1.8, in time or late', async () => {
    const { report } = await sendAReport(app, app.visitor)
    const before = (await readPlan(app.context()))!.commitments.find(({ number }) => number === '1.8')!
    await roads.post(desk(report.number, '/vastused'), { idempotencyKey: key(), words: '', state: 'fixed-by-parish' })
    const after = (await readPlan(app.context()))!.commitments.find(({ number }) => number === '1.8')!
    const met = (one: typeof before) => one.judged.months.reduce((sum, month) => sum + month.met, 0)
    expect(met(after)).toBe(met(before) + 2)
    expect(words(await app.visitor.get('/tegevuskava/1.8'))).toContain('Auk või kahjustus teel')
  })
})

describe('a report that is late', async () => {
  const own = await openTestApp()

  it('says so to everybody, and stands among the late ones', async () => {
    const { report } = await sendAReport(own, own.visitor, { words: 'Auk, mida keegi ei näe' })
    own.clock.move(new Date('2026-11-26T10:00:00+02:00'))
    expect(words(await own.visitor.get(`/teated/${report.number}`))).toContain(
      'Esimene vastus pidi tulema 24. november 2026',
    )
    own.clock.move(new Date('2026-12-20T10:00:00+02:00'))
    const official = await own.signIn({ name: 'Toomas Teeder', postSlugs: ['teedespetsialist'] })
    expect(words(await own.visitor.get(`/teated/${report.number}`))).toContain('Vald on hiljaks jäänud.')
    expect(words(await official.get('/too/teated?vaade=late'))).toContain('Auk, mida keegi ei näe')
    expect(words(await official.get('/too'))).toContain(`Teade ${report.number}`)
  })
})
