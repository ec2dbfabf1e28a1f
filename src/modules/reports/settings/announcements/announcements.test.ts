import { beforeAll, describe, expect, it } from 'vitest'
import type { Answer, Client, TestApp } from '#test/app.ts'
import { sendAReport, words } from '../../testing.ts'
import { openSettings } from '../testing.ts'
import { turnAnnounced } from './announce.ts'

let app: TestApp
let coordinator: Client
let official: Client
let resident: Client
beforeAll(async () => {
  ;({ app, coordinator, official, resident } = await openSettings())
})

const list = '/too/teated/teadaanded'
const notices = (answer: Answer) =>
  answer.page
    .querySelectorAll('main .notice')
    .map(({ text }) => text)
    .join(' | ')
// The tests' day is 23 November 2026, ten in the morning in Tallinn.
const aMessage = (given: Record<string, string> = {}) => ({
  idempotencyKey: crypto.randomUUID(),
  'text.et': 'Torm: päästame teed kordamööda.',
  'text.en': 'A storm: roads are cleared in turn.',
  'text.ru': '',
  settlement: '',
  from: '2026-11-23T09:00',
  until: '2026-11-23T22:00',
  ...given,
})

describe('a message to those who report', () => {
  it('is the coordinator’s to publish and to end', async () => {
    for (const who of [official, resident]) {
      expect((await who.get(list)).status).toBe(403)
      expect((await who.post(list, aMessage())).status).toBe(403)
      expect((await who.post(`${list}/${crypto.randomUUID()}/lopetamine`, {})).status).toBe(403)
    }
    const wrong = await coordinator.post(list, aMessage({ 'text.et': '', from: 'homme' }))
    expect([wrong.status, wrong.page.querySelectorAll('.field-error').length]).toEqual([422, 2])
    for (const until of ['2026-11-23T08:00', '2026-11-23T09:30', '2027-11-23T09:00']) {
      expect(words(await coordinator.post(list, aMessage({ until })))).toContain('Lõpp peab olema')
    }
    expect((await coordinator.post(list, aMessage({ settlement: '9999' }))).status).toBe(422)
  })

  it('stands on the list, the form and every village’s page at once, in the reader’s language, until it is ended', async () => {
    for (const path of ['/teated', '/asulad/4496']) expect(notices(await app.visitor.get(path))).not.toContain('Torm')
    const form = aMessage()
    for (let at = 0; at < 2; at += 1) expect((await coordinator.post(list, form)).status).toBe(303)
    for (const path of ['/teated', '/teated/uus', '/asulad/4496', '/asulad/3472']) {
      expect(notices(await app.visitor.get(path)), path).toContain('Torm: päästame')
    }
    expect(notices(await app.visitor.get('/en/teated/uus'))).toContain('A storm')
    expect(notices(await app.visitor.get('/teated/uus?seadmesse=1'))).not.toContain('Torm')
    const ends = (await coordinator.get(list)).page.querySelectorAll('main form[action$="/lopetamine"]')
    expect(ends.length).toBe(1)
    expect((await coordinator.post(ends[0]!.getAttribute('action')!, {})).status).toBe(303)
    for (const path of ['/teated', '/teated/uus', '/asulad/4496']) {
      expect(notices(await app.visitor.get(path)), path).not.toContain('Torm')
    }
  })

  it('for one village stands open where that village is chosen, and folded elsewhere', async () => {
    expect((await coordinator.post(list, aMessage({ settlement: '4496' }))).status).toBe(303)
    expect(notices(await app.visitor.get('/asulad/4496'))).toContain('Torm')
    expect(words(await app.visitor.get('/asulad/3472'))).not.toContain('Torm')
    expect(notices(await app.visitor.get('/teated?koht=4496'))).toContain('Torm')
    const all = await app.visitor.get('/teated')
    expect([notices(all).includes('Torm'), all.page.querySelector('[data-announcements] details li')?.text]).toEqual([
      false,
      'Loo alevik: Torm: päästame teed kordamööda.',
    ])
  })

  it('begins and ends by itself, and kept pages follow', async () => {
    expect(
      (await coordinator.post(list, aMessage({ 'text.et': 'Homme on vesi kinni.', from: '2026-11-23T12:00' }))).status,
    ).toBe(303)
    expect(notices(await app.visitor.get('/teated'))).not.toContain('vesi kinni')
    const before = app.clock.now()
    app.clock.move(new Date('2026-11-23T12:05:00+02:00'))
    expect([await turnAnnounced(app.context()), await turnAnnounced(app.context())]).toEqual([1, 0])
    expect(notices(await app.visitor.get('/teated'))).toContain('vesi kinni')
    app.clock.move(new Date('2026-11-23T22:05:00+02:00'))
    expect(await turnAnnounced(app.context())).toBe(2)
    expect(notices(await app.visitor.get('/teated'))).not.toContain('vesi kinni')
    expect(words(await app.visitor.get('/logi'))).toContain('Teadaanne teatajatele lõppes')
    app.clock.move(before)
  })
})

describe('the page of a village', () => {
  it('tells its open public reports, and nothing of others', async () => {
    expect(words(await app.visitor.get('/asulad/4496'))).toContain('Siit ei ole veel ühtegi avalikku teadet')
    const { report } = await sendAReport(app, resident, { settlement: '4496', words: 'Auk keset teed.' })
    await sendAReport(app, resident, { settlement: '3472', words: 'Mujal katki.' })
    await sendAReport(app, resident, { settlement: '4496', category: 'abi-vajav-inimene', words: 'Salajane mure.' })
    await sendAReport(app, app.visitor, { settlement: '4496', email: 'mari@naide.ee', words: 'Kinnitamata mure.' })
    const page = await app.visitor.get('/asulad/4496')
    expect(words(page)).toContain('Lahtisi teateid: 1')
    expect(words(page)).toContain('Auk keset teed.')
    for (const other of ['Mujal', 'Salajane', 'Kinnitamata']) expect(page.text).not.toContain(other)
    const links = page.page.querySelectorAll('main a').map((link) => link.getAttribute('href'))
    expect(links).toEqual(
      expect.arrayContaining([`/teated/${report.number}`, '/teated?koht=4496', '/teated/jalgi?koht=4496']),
    )
    expect(words(await app.visitor.get('/ru/asulad/4496'))).toContain('Открытых сообщений: 1')
  })
})
