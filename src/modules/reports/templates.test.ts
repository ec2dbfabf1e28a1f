import { beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type Answer, type Client, type TestApp } from '#test/app.ts'
import { fillTemplate, unknownPlaceholders } from './templates.ts'
import { sendAReport, words } from './testing.ts'

let app: TestApp
let roads: Client
let coordinator: Client
let resident: Client
beforeAll(async () => {
  app = await openTestApp()
  roads = await app.signIn({ name: 'Teet Teeder', postSlugs: ['teedespetsialist'] })
  coordinator = await app.signIn({ name: 'Kaja Koordinaator', roles: ['official', 'reportsCoordinator'] })
  resident = await app.signIn({ name: 'Rita Rebane' })
})

const key = () => crypto.randomUUID()
const aTemplate = (given: Record<string, string> = {}) => ({
  idempotencyKey: key(),
  title: 'Täidame augu',
  category: 'tee-auk',
  state: 'planned',
  et: 'Teade {number}: täidame hiljemalt {due}.',
  en: '',
  ru: 'Сообщение {number}: {due}.',
  why: 'Sama vastus iga kord',
  ...given,
})
const optionOf = (page: Answer, label: string) =>
  page.page
    .querySelectorAll('select[name=template] option')
    .find((one) => one.text === label)
    ?.getAttribute('value')

describe('a ready answer', () => {
  it('is filled for the report in the sender’s language, and leaves other braces alone', () => {
    const text = { et: '{number} {due} {x}', ru: 'Номер {number}' }
    const report = { number: 7, fixDue: '2026-12-07' } as const
    expect(fillTemplate(text, { ...report, language: 'et' })).toBe('7 7. detsember 2026 {x}')
    expect(fillTemplate(text, { ...report, language: 'ru' })).toBe('Номер 7')
    expect(fillTemplate(text, { ...report, fixDue: null, language: 'en' })).toBe('7 – {x}')
    expect(unknownPlaceholders('{number} {due} {nimi} { } {}')).toEqual(['nimi', ' ', ''])
  })

  it('is written by the coordinator alone, with a reason, and every version is kept', async () => {
    for (const who of [roads, resident]) {
      expect((await who.get('/too/teated/mallid/uus')).status).toBe(403)
      expect((await who.post('/too/teated/mallid/uus', aTemplate())).status).toBe(403)
    }
    expect((await resident.get('/too/teated/mallid')).status).toBe(403)
    const wrong = await coordinator.post('/too/teated/mallid/uus', aTemplate({ et: 'Tere {nimi}', why: '' }))
    expect([wrong.status, wrong.page.querySelectorAll('.field-error').length]).toEqual([422, 2])
    expect(wrong.page.querySelector('textarea[name=et]')?.text).toBe('Tere {nimi}')
    const form = aTemplate()
    for (let at = 0; at < 2; at += 1) expect((await coordinator.post('/too/teated/mallid/uus', form)).status).toBe(303)
    const list = await roads.get('/too/teated/mallid')
    expect(words(list).split('Täidame augu').length).toBe(2)
    const path = (await coordinator.get('/too/teated/mallid')).page
      .querySelectorAll('main a')
      .find((one) => one.text === 'Täidame augu')!
      .getAttribute('href')!
    const changed = aTemplate({ et: 'Täidame {due}.', why: 'Lühemaks' })
    expect((await roads.post(path, changed)).status).toBe(403)
    expect((await coordinator.post(path, changed)).status).toBe(303)
    const page = words(await coordinator.get(path))
    for (const part of ['2. versioon', 'Lühemaks', 'Kaja Koordinaator', '1. versioon', 'Sama vastus iga kord']) {
      expect(page).toContain(part)
    }
  })

  it('is taken into the answer below what was typed, without script, and changes nothing yet', async () => {
    const { report } = await sendAReport(app, app.visitor)
    const desk = `/too/teated/${report.number}`
    const page = await roads.get(desk)
    const id = optionOf(page, 'Täidame augu')!
    expect(page.page.querySelector('answer-template')?.getAttribute('data-templates')).toContain(id)
    const taken = await roads.post(`${desk}/mall`, { idempotencyKey: key(), template: id, words: 'Tere!', state: '' })
    expect(taken.status).toBe(200)
    expect(taken.page.querySelector('textarea[name=words]')?.text).toBe('Tere!\n\nTäidame 7. detsember 2026.')
    expect(taken.page.querySelector('select[name=state] option[selected]')?.getAttribute('value')).toBe('planned')
    expect((await app.visitor.get(`/teated/${report.number}`)).text).not.toContain('Täidame')
    expect((await resident.post(`${desk}/mall`, { template: id })).status).toBe(403)
    const other = (await sendAReport(app, app.visitor, { category: 'prugi' })).report
    expect(optionOf(await roads.get(`/too/teated/${other.number}`), 'Täidame augu')).toBeUndefined()
  })

  it('that is not in use any more is offered no longer', async () => {
    const path = (await coordinator.get('/too/teated/mallid')).page
      .querySelectorAll('main a')
      .find((one) => one.text === 'Täidame augu')!
      .getAttribute('href')!
    await coordinator.post(path, aTemplate({ retired: 'on', why: 'Ei tööta' }))
    const { report } = await sendAReport(app, app.visitor)
    expect(optionOf(await roads.get(`/too/teated/${report.number}`), 'Täidame augu')).toBeUndefined()
    expect(words(await roads.get('/too/teated/mallid'))).toContain('Enam ei kasutata')
  })
})

describe('urgency', () => {
  it('is said among officials, and nobody else sees it', async () => {
    const { report } = await sendAReport(app, resident, { words: 'Kaev on lahti' })
    const path = `/too/teated/${report.number}/kiireloomulisus`
    expect((await roads.post(path, { priority: 'urgent' })).status).toBe(303)
    expect((await roads.post(path, { priority: 'x' })).status).toBe(422)
    expect((await resident.post(path, { priority: 'low' })).status).toBe(403)
    expect(words(await roads.get(`/too/teated/${report.number}`))).toMatch(/Kiireloomulisus\s*kiire/)
    for (const door of [
      `/teated/${report.number}`,
      '/andmed/teated.csv',
      '/logi',
      `/api/open311/v2/requests/${report.number}.json`,
    ]) {
      expect((await resident.get(door)).text, door).not.toMatch(/urgent|kiireloomulisus|\bkiire\b/i)
    }
  })
})
