import { beforeAll, describe, expect, it } from 'vitest'
import sharp from 'sharp'
import { openTestApp, type Client, type TestApp } from '#test/app.ts'
import { sendMails } from '#modules/notifications/send-mails.ts'
import { sendingThrough } from '#modules/notifications/testing.ts'
import { makeMailToken } from '#modules/notifications/tokens.ts'
import { newestReport, words } from '../testing.ts'
import { htmlWords } from './html-words.ts'
import { isAutomatic, ownWords, withoutSignature } from './mail-rules.ts'
import { takeMail } from './take-mail.ts'

let app: TestApp
let roads: Client
let resident: Client
beforeAll(async () => {
  app = await openTestApp()
  roads = await app.signIn({ name: 'Teet Teeder', postSlugs: ['teedespetsialist'] })
  resident = await app.signIn({ name: 'Rita Rebane' })
})

const enter = '/too/teated/uus'
const queue = '/too/teated/postkast'
const entered = (given: Record<string, string | File> = {}) => ({
  idempotencyKey: crypto.randomUUID(),
  channel: 'phone',
  category: 'tee-auk',
  words: 'Helistaja sõnul on risti peal auk',
  settlement: '4496',
  address: '',
  point: '',
  reporterName: '',
  reporterEmail: '',
  language: 'et',
  mail: '',
  ...given,
})
const newest = () => newestReport(app)
const jpeg = async () =>
  sharp({ create: { width: 30, height: 20, channels: 3, background: '#a62' } })
    .jpeg()
    .toBuffer()

describe('an official who writes down what somebody told', () => {
  it('chooses the subject first, and enters it in that person’s name, never their own', async () => {
    const first = await roads.get(enter)
    expect(first.page.querySelectorAll('optgroup').length).toBe(6)
    const form = await roads.get(`${enter}?teema=tanavavalgustus`)
    expect(form.page.querySelector('input[name=reporterEmail]')?.getAttribute('value') ?? '').toBe('')
    expect(form.text).not.toMatch(/value="Teet/)
    const photo1 = new File([new Uint8Array(await jpeg())], 'auk.jpg', { type: 'image/jpeg' })
    const given = { reporterName: 'Heljo Helistaja', reporterEmail: 'heljo@naidis.example', language: 'ru', photo1 }
    const sent = entered(given)
    const made = await roads.post(enter, sent)
    expect(made.status).toBe(303)
    expect((await roads.post(enter, sent)).location).toBe(made.location)
    const report = await newest()
    expect(report).toMatchObject({
      state: 'confirmed',
      channel: 'phone',
      reporterPerson: null,
      language: 'ru',
      showsName: false,
    })
    expect(words(await roads.get(`/too/teated/${report.number}`))).toMatch(/Tuli\s*telefoni teel/)
    const page = await app.visitor.get(`/teated/${report.number}`)
    expect([page.status, /Heljo|Teet/.test(page.text)]).toEqual([200, false])
    const letter = await app.db
      .selectFrom('notifications_mails')
      .select(['subject', 'letter'])
      .where('literal_address', '=', 'heljo@naidis.example')
      .execute()
    expect(letter).toHaveLength(1)
    expect(letter[0]!.subject).toBe(`Сообщение ${report.number} в волости`)
    expect(JSON.stringify(letter[0]!.letter)).toContain('/teated/oma/')
  })

  it('is told what is wrong with everything kept, and others cannot', async () => {
    const wrong = await roads.post(enter, entered({ words: '', settlement: '', reporterEmail: 'x' }))
    expect([wrong.status, wrong.page.querySelectorAll('.field-error').length]).toEqual([422, 3])
    const outside = await roads.post(enter, entered({ point: '58.3, 26.7', words: 'Kaugel' }))
    expect([outside.status, outside.page.querySelector('textarea[name=words]')?.text]).toEqual([422, 'Kaugel'])
    for (const who of [resident, app.visitor]) {
      expect([403, 303]).toContain((await who.get(enter)).status)
      expect((await who.post(enter, entered())).status).toBe(403)
      expect([403, 303]).toContain((await who.get(queue)).status)
    }
  })

  it('asks what the subject asks', async () => {
    const form = await roads.get(`${enter}?teema=tanavavalgustus`)
    const asked = form.page.querySelectorAll('[name^="k."]').length
    expect(asked).toBeGreaterThan(0)
    const wrong = await roads.post(enter, entered({ category: 'tanavavalgustus' }))
    expect(wrong.status).toBe(422)
  })
})

describe('a letter that a program wrote', () => {
  it.each([
    [{ 'auto-submitted': 'auto-replied' }, 'mari@naidis.example', true],
    [{ 'auto-submitted': 'no' }, 'mari@naidis.example', false],
    [{ precedence: 'bulk' }, 'mari@naidis.example', true],
    [{ 'list-id': '<uudised.naidis.example>' }, 'mari@naidis.example', true],
    [{ 'x-auto-response-suppress': 'DR, OOF' }, 'mari@naidis.example', true],
    [{ 'return-path': '<>' }, 'mari@naidis.example', true],
    [{ 'content-type': 'multipart/report; report-type=delivery-status' }, 'mari@naidis.example', true],
    [{}, 'MAILER-DAEMON@naidis.example', true],
    [{}, 'noreply@naidis.example', true],
    [{}, 'Vald@naidis.example', true],
    [{}, null, true],
    [{ subject: 'Auk' }, 'mari@naidis.example', false],
  ] as const)('%j from %s: %s', (headers, from, expected) => {
    expect(isAutomatic(new Map(Object.entries(headers)), from, 'vald@naidis.example')).toBe(expected)
  })

  it.each([
    ['Jah, on alles.\n\nOn Mon, 23 Nov 2026 at 10:00, Vald <vald@naidis.example> wrote:\n> Teade 5', 'Jah, on alles.'],
    ['Tere\n\nE, 23. nov 2026 kell 10:00 Vald kirjutas:\n> x', 'Tere'],
    ['Добрый день\n23 ноября 2026, 10:00, Волость пишет:\n> x', 'Добрый день'],
    ['Ainult see', 'Ainult see'],
    ['> ainult tsitaat', ''],
  ])('%j', (text, own) => expect(ownWords(text)).toBe(own))
})

describe('what a letter becomes before a clerk sees it', () => {
  it.each([
    ['Lamp ei põle.\n\nLugupidamisega\nJaan Kask', 'Lamp ei põle.'],
    ['Lamp ei põle.\nJaan Kask\n', 'Lamp ei põle.'],
    ['Lamp ei põle.\n-- \nJaan Kask\ntel 555', 'Lamp ei põle.'],
    ['Jaan Kask', 'Jaan Kask'],
    ['Lamp ei põle.\n\nNii ütles Jaan Kask', 'Lamp ei põle.\n\nNii ütles Jaan Kask'],
  ])('%j is left as %j', (words, left) => expect(withoutSignature(words, 'Jaan Kask')).toBe(left))
})

describe('a letter that is HTML alone', () => {
  it.each([
    ['<p>Tere</p><p>Auk &otilde;ue ees &#8211; s&uuml;gav<br>V&amp;K</p>', 'Tere\nAuk õue ees – sügav\nV&K'],
    ['<style>p{}</style>Sõna<script>alert("</b>")</script> teine', 'Sõna teine'],
    ['<SCRIPT>ei lõpe', ''],
    ['&#xD800;&#0;&tundmatu;', '&tundmatu;'],
  ])('%j is %j', (html, text) => expect(htmlWords(html)).toBe(text))

  it('is read quickly, however it is made', () => {
    const begun = performance.now()
    for (const part of ['<script', '<', '<script></script', '&#', '<br ', '</p ']) htmlWords(part.repeat(200_000))
    expect(performance.now() - begun).toBeLessThan(3000)
  })
})

describe('a letter to the address for reports', () => {
  const take = (raw: string | Buffer) => {
    const taking = { site: app.site, ownAddress: 'vald@naidis.example' }
    return takeMail(app.context(), taking, Buffer.from(raw.toString().replaceAll('\n', '\r\n')))
  }
  const aLetter = (given: { headers?: string; body?: string; id?: string } = {}) =>
    `From: Mari Maasikas <mari@naidis.example>\nTo: teata@naidis.example\nSubject: Auk teel\nMessage-ID: <${given.id ?? crypto.randomUUID()}@naidis.example>\n${given.headers ?? 'Content-Type: text/plain; charset=utf-8'}\n\n${given.body ?? 'Kostivere ristil on auk.'}\n`

  it('waits for a clerk, once, and becomes a report with its picture', async () => {
    const picture = (await jpeg()).toString('base64')
    const mixed = `--x\nContent-Type: text/html; charset=utf-8\n\n<p>Ristil on <b>auk</b>.</p><script>alert(1)</script>\n--x\nContent-Type: image/jpeg; name="auk.jpg"\nContent-Disposition: attachment; filename="auk.jpg"\nContent-Transfer-Encoding: base64\n\n${picture}\n--x\nContent-Type: application/pdf; name="arve.pdf"\nContent-Disposition: attachment; filename="arve.pdf"\nContent-Transfer-Encoding: base64\n\nJVBERi0=\n--x--`
    const raw = aLetter({
      headers: 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="x"',
      body: mixed,
      id: 'kaks-korda',
    })
    expect([await take(raw), await take(raw)]).toEqual([{ as: 'queued' }, { as: 'known' }])
    const page = await roads.get(queue)
    const text = words(page)
    for (const part of ['Auk teel', 'Ristil on auk.', 'mari@naidis.example', 'auk.jpg', 'ei hoita: 1'])
      expect(text).toContain(part)
    expect(page.text).not.toContain('alert(1)')
    const link = page.page.querySelector(`main a[href^="${enter}?kiri="]`)!.getAttribute('href')!
    expect(words(await roads.get(link))).toContain('Ristil on auk.')
    const form = await roads.get(`${link}&teema=tee-auk`)
    expect(form.page.querySelector('textarea[name=words]')?.text).toContain('Ristil on auk.')
    expect(form.page.querySelector('input[name=reporterEmail]')?.getAttribute('value')).toBe('mari@naidis.example')
    const mail = form.page.querySelector('input[name=mail]')!.getAttribute('value')!
    const sent = entered({ mail, channel: 'e-mail', reporterEmail: 'mari@naidis.example' })
    expect((await roads.post(enter, sent)).status).toBe(303)
    const report = await newest()
    expect(words(await roads.get(`/too/teated/${report.number}`))).toContain('auk.jpg')
    expect(words(await roads.get(queue))).toContain('Ühtki kirja ei oota.')
    expect((await roads.post(enter, entered({ mail }))).status).toBe(422)
    const kept = await app.db
      .selectFrom('reports_mails')
      .select(['words', 'from_address as from', 'state'])
      .executeTakeFirstOrThrow()
    expect(kept).toEqual({ words: '', from: null, state: 'entered' })
  })

  it('that is no report is put aside with a reason', async () => {
    await take(aLetter({ body: 'Osta odavalt' }))
    const action = (await roads.get(queue)).page.querySelector('form[action$="/korvale"]')!.getAttribute('action')!
    expect((await resident.post(action, { why: 'Reklaam' })).status).toBe(403)
    expect((await roads.post(action, { why: '' })).status).toBe(422)
    expect((await roads.post(action, { why: 'Reklaam' })).status).toBe(303)
    expect((await roads.post(action, { why: 'Reklaam' })).status).toBe(422)
    expect((await roads.get(queue)).text).not.toContain('Osta odavalt')
  })

  it('of a program makes nothing, and broken mail breaks nothing', async () => {
    const before = await app.db.selectFrom('reports_mails').select('id').execute()
    expect(await take(aLetter({ headers: 'Auto-Submitted: auto-replied' }))).toEqual({ as: 'ignored' })
    for (const raw of ['', 'x', '\0\0\0', 'From: \nSubject: \n\n']) expect(await take(raw)).toEqual({ as: 'ignored' })
    expect(await app.db.selectFrom('reports_mails').select('id').execute()).toHaveLength(before.length)
  })

  it('that answers our letter becomes the sender’s words; a made-up answer waits for a clerk', async () => {
    await roads.post(enter, entered({ reporterEmail: 'vastaja@naidis.example' }))
    const { number } = await newest()
    await sendMails(sendingThrough(null, { ctx: app.context(), site: app.site, config: app.config }))
    const mail = await app.db
      .selectFrom('notifications_mails')
      .select('id')
      .where('literal_address', '=', 'vastaja@naidis.example')
      .executeTakeFirstOrThrow()
    const name = makeMailToken(app.site.keys, Number(mail.id))
    const answering = (token: string) =>
      `In-Reply-To: <${token}@naidis.example>\nContent-Type: text/plain; charset=utf-8`
    const body = 'Auk on läinud suuremaks.\n\n23.11.2026 Vald kirjutas:\n> Tsiteeritud sõnad'
    expect(await take(aLetter({ headers: answering(name), body }))).toEqual({ as: 'answered' })
    const page = words(await app.visitor.get(`/teated/${number}`))
    expect(page).toMatch(/Teate saatja\s*Auk on läinud suuremaks\./)
    expect(page).not.toContain('Tsiteeritud')
    await roads.post(`/too/teated/${number}/kusimus`, {
      idempotencyKey: crypto.randomUUID(),
      question: 'Mis su majanumber on?',
      audience: 'reporter',
    })
    expect(await take(aLetter({ headers: answering(name), body: 'Kadaka 7' }))).toEqual({ as: 'answered' })
    expect(words(await app.visitor.get(`/teated/${number}`))).not.toContain('Kadaka 7')
    expect(words(await roads.get(`/too/teated/${number}`))).toContain('Kadaka 7')
    const forged = `${name.slice(0, -1)}${name.endsWith('0') ? '1' : '0'}`
    expect(await take(aLetter({ headers: answering(forged), body: 'Võlts' }))).toEqual({ as: 'queued' })
    expect(words(await app.visitor.get(`/teated/${number}`))).not.toContain('Võlts')
  })

  it('comes by a key with its own right, and not too large', async () => {
    const answer = await app.visitor.post('/api/v1/reports/mails', { x: 'y' })
    expect([401, 403]).toContain(answer.status)
  })
})
