import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Answer, Client, TestApp } from '#test/app.ts'
import { findCategory, listCategories } from '../queries/categories.ts'
import { aReport, sendAReport, words } from '../testing.ts'
import { isInSeason, lastTurn, readDayOfYear, withPlace, writeDayOfYear } from './rules.ts'
import { openSettings } from './testing.ts'

let app: TestApp
let coordinator: Client
let official: Client
let resident: Client
beforeAll(async () => {
  ;({ app, coordinator, official, resident } = await openSettings())
})

const list = '/too/teated/teemad'
const pageOf = (code: string) => `${list}/teema/${code}`
const rows = (answer: Answer) =>
  answer.page.querySelectorAll('tbody tr').map((row) =>
    row
      .querySelectorAll('th, td')
      .map(({ text }) => text)
      .join('|'),
  )

/** What stands in the form of a subject, as a browser would send it back. */
async function formOf(code: string): Promise<Record<string, string>> {
  const { page } = await coordinator.get(pageOf(code))
  const values: Record<string, string> = {}
  for (const field of page.querySelectorAll('main form.form input')) {
    const isChoice = ['checkbox', 'radio'].includes(field.getAttribute('type') ?? '')
    if (isChoice && field.getAttribute('checked') === undefined) continue
    values[field.getAttribute('name')!] = field.getAttribute('value') ?? ''
  }
  for (const field of page.querySelectorAll('main form.form textarea')) values[field.getAttribute('name')!] = field.text
  for (const field of page.querySelectorAll('main form.form select')) {
    values[field.getAttribute('name')!] = field.querySelector('option[selected]')?.getAttribute('value') ?? ''
  }
  return values
}
const change = async (code: string, given: Record<string, string>) =>
  coordinator.post(pageOf(code), { ...(await formOf(code)), why: 'Nii otsustas vallavalitsus', ...given })

describe('a season', () => {
  it('reads days as people write them', () => {
    expect(['1.11', '01.11.', ' 29. 2 '].map(readDayOfYear)).toEqual(['11-01', '11-01', '02-29'])
    expect(['31.4', '0.1', '1.13', 'november', ''].map(readDayOfYear)).toEqual([null, null, null, null, null])
    expect(writeDayOfYear('11-01')).toBe('1.11')
  })

  it('goes over the new year, and is over for the rest of it', () => {
    const winter = { seasonFrom: '11-01', seasonUntil: '04-15', isOpen: true }
    const days = ['2026-10-31', '2026-11-01', '2026-12-31', '2027-01-01', '2027-04-15', '2027-04-16'] as const
    expect(days.map((day) => isInSeason(winter, day))).toEqual([false, true, true, true, true, false])
    expect(lastTurn([winter], '2026-11-23')).toEqual(new Date('2026-11-01T00:00:00Z'))
    expect(lastTurn([winter], '2026-10-31')).toEqual(new Date('2026-04-16T00:00:00Z'))
    expect(lastTurn([{ ...winter, isOpen: false }], '2026-11-23')).toBeNull()
  })

  it('puts a thing at its place and keeps all others in their order', () => {
    const codes = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(codes, fc.integer({ min: 1, max: 12 }), (all, place) => {
        const code = all[0]!
        const after = withPlace(all, code, place)
        expect(after.filter((one) => one !== code)).toEqual(all.slice(1))
        expect(after.indexOf(code)).toBe(Math.min(place, all.length) - 1)
      }),
    )
  })
})

describe('the settings of subjects', () => {
  it('are the coordinator’s alone', async () => {
    const form = await formOf('tee-auk')
    const paths = [list, pageOf('tee-auk'), `${pageOf('tee-auk')}/ajalugu`, `${list}/uus`, `${list}/ryhm/teed`]
    for (const who of [official, resident]) {
      for (const path of paths) expect((await who.get(path)).status, path).toBe(403)
      expect((await who.post(pageOf('tee-auk'), { ...form, why: 'Proovin' })).status).toBe(403)
      expect((await who.post(`${list}/uus`, { ...form, code: 'oma', why: 'Proovin' })).status).toBe(403)
      expect((await who.post(`${list}/ryhm/teed`, { 'name.et': 'X', place: '1', why: 'Proovin' })).status).toBe(403)
    }
    expect([401, 403, 303]).toContain((await app.visitor.get(list)).status)
    expect((await coordinator.get(list)).status).toBe(200)
    expect((await coordinator.get(pageOf('pole-olemas'))).status).toBe(404)
  })

  it('are changed with a reason, and the page of changes tells old and new', async () => {
    const before = (await findCategory(app.db, 'tee-auk'))!
    const refused = await change('tee-auk', { answerDays: '99', seasonFrom: '1.11', why: '' })
    expect(refused.status).toBe(422)
    expect(refused.page.querySelectorAll('.field-error').length).toBe(3)
    expect(words(refused)).toContain('Kirjuta täisarv 1–30.')
    expect(refused.page.querySelector('input[name=answerDays]')?.getAttribute('value')).toBe('99')
    const form = { answerDays: '2', 'name.et': 'Auk teekattes', why: 'Volikogu soovis kiiremat vastust' }
    expect((await change('tee-auk', form)).status).toBe(303)
    expect(await findCategory(app.db, 'tee-auk')).toMatchObject({
      answerDays: 2,
      name: { et: 'Auk teekattes', en: before.name.en, behind: ['en', 'ru'] },
    })
    const answer = await coordinator.get(`${pageOf('tee-auk')}/ajalugu`)
    expect(words(answer)).toContain('Kaja Koordinaator: Volikogu soovis kiiremat vastust')
    const history = rows(answer)
    expect(history).toContain(`Vastamise tähtaeg tööpäevades|${before.answerDays}|2`)
    expect(history).toContain(`Nimi|${before.name.et}|Auk teekattes`)
    const log = words(await app.visitor.get('/logi'))
    expect(log).toContain('Teadete teema „Auk teekattes“ seaded muutusid: nimi, vastamise tähtaeg tööpäevades')
    expect(log).not.toContain('Kaja')
  })

  it('stay when nothing is changed, or when somebody changed them meanwhile', async () => {
    expect(words(await change('tee-auk', {}))).toContain('Midagi ei muutunud')
    const stale = await formOf('tee-auk')
    app.clock.move(new Date(app.clock.now().getTime() + 1000))
    expect((await change('tee-auk', { fixDays: '21' })).status).toBe(303)
    const late = await coordinator.post(pageOf('tee-auk'), { ...stale, fixDays: '50', why: 'Teine ametnik' })
    expect([late.status, (await findCategory(app.db, 'tee-auk'))!.fixDays]).toEqual([422, 21])
    expect(words(late)).toContain('Keegi muutis seda vahepeal')
  })

  it('leave old reports with the name under which they were sent', async () => {
    const { report } = await sendAReport(app, resident)
    expect((await change('tee-auk', { 'name.et': 'Hoopis muu' })).status).toBe(303)
    expect(words(await app.visitor.get(`/teated/${report.number}`))).toContain('Auk teekattes')
    expect((await change('tee-auk', { 'name.et': 'Auk teekattes' })).status).toBe(303)
  })

  it('add a subject once, under a code that nobody has', async () => {
    const form = await formOf('tee-auk')
    const fresh = { ...form, code: 'kaev', 'name.et': 'Kaevukaas', place: '1', why: 'Küsiti sageli' }
    const key = { idempotencyKey: crypto.randomUUID() }
    expect((await coordinator.post(`${list}/uus`, { ...fresh, code: 'Suur Kood' })).status).toBe(422)
    expect((await coordinator.post(`${list}/uus`, { ...fresh, code: 'tee-auk' })).status).toBe(422)
    for (let at = 0; at < 2; at += 1) {
      expect((await coordinator.post(`${list}/uus`, { ...fresh, ...key })).status).toBe(303)
    }
    const first = (await listCategories(app.db)).find(({ groupCode }) => groupCode === 'teed')
    expect(first?.code).toBe('kaev')
    expect((await app.visitor.get('/teated/uus')).text).toContain('Kaevukaas')
    expect((await change('kaev', { isOpen: '' })).status).toBe(303)
    expect((await app.visitor.get('/teated/uus')).text).not.toContain('Kaevukaas')
  })

  it('name and order groups too', async () => {
    const form = { idempotencyKey: crypto.randomUUID(), 'name.et': 'Loomad', 'name.en': '', 'name.ru': '', place: '1' }
    expect((await coordinator.post(`${list}/uus-ryhm`, { ...form, code: 'loomad', why: 'Palju teateid' })).status).toBe(
      303,
    )
    expect((await coordinator.get(list)).page.querySelector('main h2')?.text).toBe('Loomad')
    const again = { ...form, idempotencyKey: crypto.randomUUID(), 'name.et': 'Loomad ja linnud', why: 'Täpsem' }
    expect((await coordinator.post(`${list}/ryhm/loomad`, again)).status).toBe(303)
    expect(rows(await coordinator.get(`${list}/ryhm/loomad/ajalugu`))).toContain('Nimi|Loomad|Loomad ja linnud')
  })
})

describe('what the settings mean', () => {
  const changeset = async () =>
    ((await app.visitor.get('/api/open311/v2/discovery.json')).text.match(/"changeset":"([^"]+)"/) ?? [])[1]!

  it('a subject out of its season is offered nowhere, and the form says when it is', async () => {
    const before = await changeset()
    app.clock.move(new Date(app.clock.now().getTime() + 60_000))
    expect((await change('tee-auk', { seasonFrom: '1.6', seasonUntil: '31.8' })).status).toBe(303)
    expect((await changeset()) > before).toBe(true)
    const form = await app.visitor.get('/teated/uus')
    expect(form.page.querySelector('option[value=tee-auk]')).toBeNull()
    expect(words(form)).toContain('Auk teekattes: teatada saab 1.06–31.08')
    expect((await app.visitor.get('/en/teated/uus')).text).toContain('can be reported 1.06–31.08')
    const sent = await resident.post('/teated/uus', aReport())
    expect([sent.status, words(sent).includes('Sellest teemast praegu teatada ei saa')]).toEqual([422, true])
    expect((await app.visitor.get('/api/open311/v2/services.json')).text).not.toContain('"tee-auk"')
    expect((await change('tee-auk', { seasonFrom: '', seasonUntil: '' })).status).toBe(303)
    expect((await app.visitor.get('/api/open311/v2/services.json')).text).toContain('"tee-auk"')
  })

  it('similar reports are looked for as far as the subject says', async () => {
    const { report } = await sendAReport(app, resident, { point: '59.4402, 25.1711', settlement: '' })
    const near = async () =>
      JSON.parse((await app.visitor.get('/teated/laheduses.json?point=59.4411,25.1711&teema=tee-auk')).text).reports
    expect(await near()).toMatchObject([{ number: report.number }])
    expect((await change('tee-auk', { duplicateMetres: '50' })).status).toBe(303)
    expect(await near()).toEqual([])
    expect((await change('tee-auk', { duplicateMetres: '0' })).status).toBe(303)
    expect(await near()).toEqual([])
    expect((await change('tee-auk', { duplicateMetres: '250' })).status).toBe(303)
  })

  it('words are taken from whom the subject lets tell more', async () => {
    const { report, own } = await sendAReport(app, app.visitor)
    const path = `/teated/${report.number}/lisandused`
    const more = () => ({ idempotencyKey: crypto.randomUUID(), words: 'Nägin ka.', change: '' })
    expect((await resident.post(path, more())).status).toBe(303)
    expect((await change('tee-auk', { toldBy: 'reporter' })).status).toBe(303)
    const refused = await resident.post(path, more())
    expect([refused.status, words(refused).includes('ainult selle saatja')]).toEqual([422, true])
    expect((await resident.get(`/teated/${report.number}`)).page.querySelector('#lisa')).toBeNull()
    expect((await app.visitor.post(`${own}/lisandused`, more())).status).toBe(303)
    expect((await change('tee-auk', { toldBy: 'nobody' })).status).toBe(303)
    expect((await app.visitor.post(`${own}/lisandused`, more())).status).toBe(422)
    expect((await change('tee-auk', { toldBy: 'anyone' })).status).toBe(303)
  })

  it('a report that ended long ago takes no words', async () => {
    const { report, own } = await sendAReport(app, app.visitor)
    const closedAt = new Date(app.clock.now().getTime() - 366 * 86_400_000)
    const done = { state: 'fixed-by-parish', state_since: closedAt, closed_at: closedAt }
    await app.db.updateTable('reports_reports').set(done).where('id', '=', report.id).execute()
    const form = { idempotencyKey: crypto.randomUUID(), words: 'Jälle katki', change: 'still-broken' }
    const refused = await app.visitor.post(`${own}/lisandused`, form)
    expect([refused.status, words(refused).includes('saada uus teade')]).toEqual([422, true])
    expect(words(await app.visitor.get(own))).toContain('Teade on ammu lõpetatud')
  })
})
