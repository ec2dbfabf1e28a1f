import { beforeEach, describe, expect, it } from 'vitest'
import { openTestApp, testNow, type Client, type TestApp } from '#test/app.ts'
import { askWhetherFixed } from '../jobs/ask-whether-fixed.ts'
import { sendAReport, words } from '../testing.ts'

let app: TestApp
let roads: Client
let resident: Client
beforeEach(async () => {
  app = await openTestApp()
  roads = await app.signIn({ name: 'Teet Teeder', postSlugs: ['teedespetsialist'] })
  resident = await app.signIn({ name: 'Rita Rebane' })
})

const key = () => crypto.randomUUID()
const page = async (number: number) => words(await app.visitor.get(`/teated/${number}`))
const doubt = (who: Client, number: number, email = '') => who.post(`/teated/${number}/alles`, { email })
const fix = (number: number, state = 'fixed-by-parish') =>
  roads.post(`/too/teated/${number}/vastused`, { idempotencyKey: key(), words: 'Valmis', state })
const letterTo = async (email: string) =>
  app.db
    .selectFrom('notifications_mails')
    .select(['subject', 'letter'])
    .where('literal_address', '=', email)
    .orderBy('id', 'desc')
    .executeTakeFirst()
const linkTo = async (email: string, path: RegExp) => path.exec(JSON.stringify((await letterTo(email))!.letter))![0]

describe('neighbours who say that it is not mended', () => {
  it('open it again when they are three, with an account or by a confirmed address', async () => {
    const { number } = (await sendAReport(app, resident)).report
    await fix(number)
    expect(await page(number)).toContain('Seni on öelnud: 0.')
    const neighbour = await app.signIn({ name: 'Naima Naaber' })
    for (let at = 0; at < 2; at += 1) expect((await doubt(neighbour, number)).location).toContain('tehtud=counted')
    expect(await page(number)).toContain('Seni on öelnud: 1.')
    expect((await doubt(app.visitor, number, 'a@naidis.example')).location).toContain('tehtud=asked')
    const link = await linkTo('a@naidis.example', /\/teated\/alles\/[\w.-]+/)
    for (let scanner = 0; scanner < 3; scanner += 1) expect((await app.visitor.get(link)).status).toBe(200)
    expect(await page(number)).toContain('Seni on öelnud: 1.')
    for (let at = 0; at < 2; at += 1) expect((await app.visitor.post(link, {})).status).toBe(303)
    expect(await page(number)).toContain('Seni on öelnud: 2.')
    const third = await app.signIn({ name: 'Kolmas Naaber' })
    expect((await doubt(third, number)).location).toBe(`/teated/${number}#lugu`)
    const open = await page(number)
    expect(open).toContain('Avati uuesti, sest elanike sõnul on viga alles (3).')
    expect(open).toContain('Lubame korda teha hiljemalt 7. detsember 2026')
    expect(words(await roads.get('/minu/teated'))).toContain(`Teade ${number} avati uuesti`)
    expect(words(await resident.get('/minu/teated'))).toContain(`Teade ${number}: Vastu võetud`)
    expect((await app.visitor.get('/logi')).text).toContain('elanike sõnul on viga alles')
    await fix(number)
    expect(await page(number)).toContain('Seni on öelnud: 0.')
  })

  it('are not counted twice, nor the sender, nor after the days are over, nor where it was merely closed', async () => {
    const { number } = (await sendAReport(app, resident)).report
    await fix(number, 'no-further-action')
    expect(await page(number)).not.toContain('Seni on öelnud')
    const neighbour = await app.signIn({ name: 'Naima Naaber' })
    expect((await doubt(neighbour, number)).status).toBe(303)
    const second = (await sendAReport(app, resident)).report.number
    await fix(second)
    expect((await doubt(resident, second)).status).toBe(422)
    expect((await doubt(app.visitor, second)).status).toBe(422)
    expect((await doubt(app.visitor, second, 'x')).status).toBe(422)
    for (let at = 0; at < 3; at += 1) await doubt(app.visitor, second, 'sama@naidis.example')
    const letters = await app.db
      .selectFrom('notifications_mails')
      .select('id')
      .where('literal_address', '=', 'sama@naidis.example')
      .execute()
    expect(letters).toHaveLength(1)
    app.clock.move(new Date(testNow.getTime() + 31 * 86_400_000))
    expect(await page(second)).not.toContain('Seni on öelnud')
    const link = await linkTo('sama@naidis.example', /\/teated\/alles\/[\w.-]+/)
    expect((await app.visitor.post(link, {})).status).toBe(422)
  })

  it('can say nothing of what not everybody may see, and links that were not given open nothing', async () => {
    const { number } = (await sendAReport(app, resident, { category: 'abi-vajav-inimene' })).report
    for (const who of [app.visitor, roads]) {
      expect([(await who.get(`/teated/${number}/alles`)).status, (await doubt(who, number, 'a@b.ee')).status]).toEqual([
        404, 404,
      ])
    }
    const wrong = `/teated/alles/${'A'.repeat(22)}.${'B'.repeat(22)}`
    expect([(await app.visitor.get(wrong)).status, (await app.visitor.post(wrong, {})).status]).toEqual([404, 404])
  })
})

describe('after four weeks of silence', () => {
  const ask = () => askWhetherFixed(app.context(), app.site.keys)
  const later = (days: number) => app.clock.move(new Date(app.clock.now().getTime() + days * 86_400_000))

  async function sentByMail(email: string) {
    const { report, own } = await sendAReport(app, app.visitor, { email })
    await app.visitor.post(await linkTo(email, /\/teated\/kinnitus\/[\w.-]+/), {})
    return { number: report.number, own }
  }

  it('the sender is asked once, answers by a button, and is asked again four weeks after the answer', async () => {
    const { number, own } = await sentByMail('liis@naidis.example')
    await sendAReport(app, app.visitor)
    later(27)
    expect(await ask()).toBe(0)
    later(2)
    expect([await ask(), await ask()]).toEqual([1, 0])
    expect((await letterTo('liis@naidis.example'))?.subject).toBe(`Kas teates ${number} kirjeldatud viga on korras?`)
    const link = await linkTo('liis@naidis.example', /\/teated\/oma\/[\w.-]+\/kas-korras/)
    expect(link).toBe(`${own}/kas-korras`)
    for (let scanner = 0; scanner < 2; scanner += 1)
      expect(words(await app.visitor.get(link))).toContain('Jah, on korras')
    expect(await page(number)).not.toContain('Saatja sõnul')
    expect((await app.visitor.post(link, { answer: 'x' })).status).toBe(200)
    expect((await app.visitor.post(link, { answer: 'no' })).status).toBe(303)
    expect(await page(number)).toContain('Saatja sõnul on viga alles.')
    later(27)
    expect(await ask()).toBe(0)
    later(2)
    expect(await ask()).toBe(1)
    const done = await app.visitor.post(link, { answer: 'yes' })
    expect(words(await app.visitor.get(done.location!))).toContain('Aitäh! Hea, et on korras.')
    expect(await page(number)).toContain('Saatja sõnul korras')
    expect(words(await app.visitor.get(link))).toContain('juba vastatud')
    later(60)
    expect(await ask()).toBe(0)
  })

  it('is not asked again after saying so, nor thanked where it is merely closed', async () => {
    const { number, own } = await sentByMail('mai@naidis.example')
    later(29)
    await ask()
    await app.visitor.post(`${own}/kas-korras`, { answer: 'stop' })
    expect(await page(number)).not.toContain('Saatja sõnul')
    later(29)
    expect(await ask()).toBe(0)
    const clerk = await app.signIn({ name: 'Uus Ametnik', roles: ['official'] })
    const closed = { idempotencyKey: key(), words: 'Ei tee', state: 'no-further-action' }
    await clerk.post(`/too/teated/${number}/vastused`, closed)
    expect(words(await app.visitor.get(`${own}?korras=1`))).not.toContain('Hea, et on korras')
  })

  it('words, waiting and private matters count: nobody is asked in vain, and only the sender answers', async () => {
    const { number } = (await sendAReport(app, resident)).report
    later(20)
    const clerk = await app.signIn({ name: 'Uus Ametnik', roles: ['official'] })
    await clerk.post(`/too/teated/${number}/vastused`, { idempotencyKey: key(), words: 'Uurime', state: '' })
    later(20)
    expect(await ask()).toBe(0)
    later(10)
    expect(await ask()).toBe(1)
    const other = await app.signIn({ name: 'Oskar Oru' })
    for (const who of [other, app.visitor]) {
      expect((await who.get(`/teated/${number}/kas-korras`)).status).toBe(404)
      expect((await who.post(`/teated/${number}/kas-korras`, { answer: 'yes' })).status).toBe(404)
    }
    later(40)
    expect(await ask()).toBe(0)
  })
})
