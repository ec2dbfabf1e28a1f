import { beforeEach, describe, expect, it } from 'vitest'
import { openTestApp, testNow, type Client, type TestApp } from '#test/app.ts'
import { sendAReport, words } from './testing.ts'

let app: TestApp
let resident: Client
let other: Client
beforeEach(async () => {
  app ??= await openTestApp()
  app.clock.move(testNow)
  resident = await app.signIn({ name: 'Rita Rebane' })
  other = await app.signIn({ name: 'Oskar Oru' })
})

const desk = (number: number, step = '') => `/too/teated/${number}${step}`
const key = () => crypto.randomUUID()
const road = () => app.signIn({ name: 'Teet Teeder', roles: ['official'] })
const question = (given: Record<string, string> = {}) => ({
  idempotencyKey: key(),
  question: 'Kummal pool teed auk on?',
  audience: 'everyone',
  ...given,
})
const reply = (text = 'Paremal') => ({ idempotencyKey: key(), reply: text })
const publicPage = async (number: number) => words(await app.visitor.get(`/teated/${number}`))
const on = (day: string) => app.clock.move(new Date(`${day}T10:00:00+02:00`))

async function sentByMail(email: string): Promise<{ number: number; own: string }> {
  const { report, own } = await sendAReport(app, app.visitor, { email })
  const mail = await app.db
    .selectFrom('notifications_mails')
    .select('letter')
    .where('literal_address', '=', email)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  await app.visitor.post(/\/teated\/kinnitus\/[\w.-]+/.exec(JSON.stringify(mail.letter))![0], {})
  return { number: report.number, own }
}

describe('a question in public', () => {
  it('stops the terms until it is answered by the report’s own link, and the page says so', async () => {
    const official = await road()
    const { number, own } = await sentByMail('liis@naidis.example')
    const asked = question()
    expect((await official.post(desk(number, '/kusimus'), asked)).status).toBe(303)
    expect((await official.post(desk(number, '/kusimus'), asked)).status).toBe(303)
    expect((await official.post(desk(number, '/kusimus'), question())).status).toBe(422)
    const page = await publicPage(number)
    expect(page).toContain('Ootab teate saatja vastust. Küsitud: 23. november 2026')
    expect(page).toContain('Kummal pool teed auk on?')
    on('2026-12-20')
    expect(await publicPage(number)).not.toContain('hiljaks')
    const later = await road()
    expect(words(await later.get('/too/teated?vaade=late'))).not.toContain(`${number} Auk`)
    on('2026-11-26')
    expect(words(await app.visitor.get(own))).toContain('Vald küsib sinult')
    expect((await app.visitor.post(`${own}/vastus`, reply(''))).status).toBe(422)
    expect((await app.visitor.post(`${own}/vastus`, reply())).status).toBe(303)
    const answered = await publicPage(number)
    expect(answered).toContain('Paremal')
    expect(answered).toContain('Tähtaeg pikenes oodatud tööpäevade võrra: 3.')
    expect(answered).toContain('Lubame korda teha hiljemalt 10. detsember 2026')
    expect((await app.visitor.post(`${own}/vastus`, reply())).status).toBe(422)
  })

  it('is written to the sender, with what is asked', async () => {
    const official = await road()
    const { number } = await sentByMail('kai@naidis.example')
    await official.post(desk(number, '/kusimus'), question())
    const mail = await app.db
      .selectFrom('notifications_mails')
      .select(['subject', 'letter'])
      .where('literal_address', '=', 'kai@naidis.example')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    expect(mail.subject).toBe(`Küsimus sinu teate ${number} kohta`)
    expect(JSON.stringify(mail.letter)).toContain('Kummal pool teed auk on?')
  })

  it('can be taken back, and ends with the report', async () => {
    const official = await road()
    const { number } = await sentByMail('mai@naidis.example')
    await official.post(desk(number, '/kusimus'), question())
    on('2026-11-24')
    const next = await road()
    expect((await next.post(desk(number, '/kusimus/tagasi'), {})).status).toBe(303)
    expect((await next.post(desk(number, '/kusimus/tagasi'), {})).status).toBe(422)
    expect(await publicPage(number)).toContain('Vald võttis küsimuse tagasi. Tähtaeg pikenes')
    await next.post(desk(number, '/kusimus'), question())
    await next.post(desk(number, '/vastused'), { idempotencyKey: key(), words: '', state: 'fixed-by-parish' })
    const row = await app.db
      .selectFrom('reports_reports')
      .select('waits_since')
      .where('number', '=', String(number) as never)
      .executeTakeFirstOrThrow()
    expect(row.waits_since).toBeNull()
  })

  it('moves the terms with the subject, with what was waited', async () => {
    const official = await road()
    const { number, own } = await sentByMail('pia@naidis.example')
    await official.post(desk(number, '/kusimus'), question())
    on('2026-11-25')
    await app.visitor.post(`${own}/vastus`, reply())
    const next = await road()
    await next.post(desk(number, '/teema'), { category: 'lumi-ja-libedus' })
    expect(await publicPage(number)).toContain('Lubame korda teha hiljemalt 27. november 2026')
  })

  it('is not for those who do not work on it, and cannot be put to nobody', async () => {
    const official = await road()
    const { report } = await sendAReport(app, app.visitor)
    expect((await official.post(desk(report.number, '/kusimus'), question())).status).toBe(422)
    expect(words(await official.get(desk(report.number)))).toContain('Teate saatja ei jätnud aadressi')
    for (const who of [resident, app.visitor]) {
      expect((await who.post(desk(report.number, '/kusimus'), question())).status).toBe(403)
      expect((await who.post(desk(report.number, '/kusimus/tagasi'), {})).status).toBe(403)
    }
  })
})

describe('a question to the sender alone', () => {
  it('is read by the sender and those at work, and by nobody else', async () => {
    const official = await road()
    const { report } = await sendAReport(app, resident, { words: 'Auk minu värava ees' })
    const { number } = report
    const secret = { audience: 'reporter', question: 'Mis on sinu majanumber?' }
    expect((await official.post(desk(number, '/kusimus'), question(secret))).status).toBe(303)
    const path = `/teated/${number}/vastus`
    expect((await other.post(path, reply('Mina ka'))).status).toBe(403)
    expect((await app.visitor.post(path, reply('Mina ka'))).status).toBe(403)
    expect(words(await resident.get(`/teated/${number}`))).toContain('Mis on sinu majanumber?')
    expect((await resident.post(path, reply('Kadaka 7'))).status).toBe(303)
    expect(words(await official.get(desk(number)))).toContain('Kadaka 7')
    for (const door of [
      `/teated/${number}`,
      '/teated/feed.atom',
      '/logi',
      `/api/open311/v2/requests/${number}.json?extensions=true`,
    ]) {
      for (const who of [app.visitor, other]) {
        const { text } = await who.get(door)
        expect(/Kadaka 7|majanumber/.test(text), door).toBe(false)
      }
    }
    expect(await publicPage(number)).toContain('Saatja vastas valla küsimusele.')
  })
})
