import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inTransaction, type Context } from '#platform/context.ts'
import { record, type RecordedEvent } from '#platform/events.ts'
import { openTestApp, testNow, type Answer, type Client, type TestApp } from '#test/app.ts'
import { listDigestReaders } from './queries/digests.ts'
import { listSentMails, type WholeMail } from './queries/mail-lists.ts'
import { tellFollowersOf } from './reactions/tell-followers-of.ts'
import { notificationPaths } from './paths.ts'
import { pathsAbove } from './rules.ts'
import { sendMails } from './send-mails.ts'
import { sendDigests } from './send-digests.ts'
import { aConfirmedAddress, sendingThrough } from './testing.ts'

let app: TestApp
let resident: Client
beforeAll(async () => {
  app = await openTestApp()
  resident = await app.signIn({ name: 'Jaana Jälgija' })
})
beforeEach(async () => {
  app.clock.move(testNow)
  for (const table of ['mails', 'follows', 'inbox', 'digest_items', 'confirmations', 'addresses'] as const)
    await app.db.deleteFrom(`notifications_${table}`).execute()
  await app.db.deleteFrom('platform_rate_limits').execute()
})

const ctx = (): Context => app.context()
const signal = new AbortController().signal
const followPath = (path: string) => `/jalgimised?leht=${encodeURIComponent(path)}`

/** Sends what is queued into the demo's mailbox and answers it, newest first. */
async function mailbox(): Promise<WholeMail[]> {
  await sendMails(sendingThrough(null, { ctx: ctx(), site: app.site, config: app.config }))
  return listSentMails(app.db, 100)
}
const linkIn = (mail: WholeMail): string => {
  for (const block of mail.letter?.blocks ?? []) if ('button' in block) return block.path
  throw new Error('no button')
}

async function happens(commitment: string): Promise<RecordedEvent> {
  const facts = { commitment, number: '', binding: '' } as never
  const id = await inTransaction(ctx(), (inside) =>
    record(inside, 'plan.duty-changed', `commitment:${commitment}`, facts),
  )
  const event = { id, type: 'plan.duty-changed', subject: '', occurredAt: ctx().now, actorRole: 'official', facts }
  await inTransaction(ctx(), (inside) => tellFollowersOf(inside, event as RecordedEvent))
  return event as RecordedEvent
}

const asked = (email: string, path = '/tegevuskava/1.3', how = 'at-once') =>
  app.visitor.post('/jalgimised', { path, how, email })

async function followByMail(email: string, path?: string, how?: string): Promise<void> {
  expect((await asked(email, path, how)).status).toBe(303)
  const [mail] = await mailbox()
  expect((await app.visitor.post(linkIn(mail!), {})).status).toBe(303)
}

describe('pages above a page', () => {
  it.each([
    ['/tegevuskava/1.3#toendid', ['/tegevuskava/1.3', '/tegevuskava']],
    ['/tegevuskava', ['/tegevuskava']],
    ['/a/b/c?x=1', ['/a/b/c', '/a/b', '/a']],
    ['/', []],
  ])('%s', (path, above) => {
    expect(pathsAbove(path)).toEqual(above)
  })
})

describe('a visitor without an account', () => {
  it('is asked to confirm the address; looking at the link begins nothing, pressing the button does, once', async () => {
    const sent = await asked('Külli@näidis.ee'.replace('ü', 'u'))
    expect(sent.location).toBe('/jalgimised/kiri?leht=%2Ftegevuskava%2F1.3')
    const [mail] = await mailbox()
    expect(mail).toMatchObject({ to: 'Kulli@xn--nidis-gra.ee', purpose: 'confirm', language: 'et' })
    const link = linkIn(mail!)
    for (let scanner = 0; scanner < 3; scanner += 1) {
      const looked = await app.visitor.get(link)
      expect(looked.status).toBe(200)
      expect(looked.headers.get('cache-control')).toContain('no-store')
      expect(looked.text).not.toContain('Kulli@')
    }
    await happens('1.3')
    expect(await mailbox()).toHaveLength(1)
    expect((await app.visitor.post(link, {})).location).toBe('/jalgimised/kinnitatud?leht=%2Ftegevuskava%2F1.3')
    await happens('1.3')
    const [letter] = await mailbox()
    expect(letter).toMatchObject({ purpose: 'follow', to: 'Kulli@xn--nidis-gra.ee' })
    expect(letter!.subject).toMatch(/^Uut: 1\.3 /)
    await app.db.deleteFrom('notifications_follows').execute()
    expect((await app.visitor.post(link, {})).status).toBe(303)
    expect(await app.db.selectFrom('notifications_follows').selectAll().execute()).toEqual([])
  })

  it('is led on from a link that no longer works', async () => {
    const dead = await app.visitor.get(notificationPaths.confirm('x'.repeat(43)))
    const links = dead.page.querySelectorAll('main li a').map((one) => one.getAttribute('href'))
    expect([dead.status, links]).toEqual([404, ['/tegevuskava', '/']])
  })

  it('gets the same answer whether the address is known or not, and too many letters go nowhere', async () => {
    await followByMail('tuntud@naidis.example')
    const known = await asked('tuntud@naidis.example')
    const unknown = await asked('tundmatu@naidis.example')
    const shape = ({ status, location, text }: Answer) => ({ status, location, text })
    expect(shape(known)).toEqual(shape(unknown))
    for (let at = 0; at < 6; at += 1) expect((await asked('tundmatu@naidis.example')).status).toBe(303)
    expect((await mailbox()).filter(({ to }) => to === 'tundmatu@naidis.example')).toHaveLength(4)
    const statuses: number[] = []
    for (let at = 0; at < 50; at += 1) statuses.push((await asked(`m${at}@naidis.example`)).status)
    expect(statuses).toContain(422)
  })

  it('is told what is wrong with the form, and keeps the words', async () => {
    const wrong = await app.visitor.post('/jalgimised', {
      path: '/tegevuskava',
      how: 'daily',
      email: 'a b@c\r\nBcc: d',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Kirjuta meiliaadress kujul')
    expect((await app.visitor.post('/jalgimised', { path: '/tegevuskava', email: 'a@b.ee' })).status).toBe(422)
    expect((await app.visitor.get(followPath('/minu'))).status).toBe(404)
    expect((await app.visitor.get(followPath('/tegevuskava/99.9'))).status).toBe(404)
    expect(
      (await app.visitor.post('/jalgimised', { path: '//kuri.example', how: 'daily', email: 'a@b.ee' })).status,
    ).toBe(404)
  })

  it('has three days for it', async () => {
    await asked('hiline@naidis.example')
    const link = linkIn((await mailbox())[0]!)
    app.clock.move(new Date(testNow.getTime() + 73 * 3_600_000))
    expect((await app.visitor.get(link)).status).toBe(404)
    expect((await app.visitor.post(link, {})).status).toBe(422)
  })
})

describe('a follower', () => {
  it('of a page hears of the page and what is below it, and of nothing else', async () => {
    await followByMail('plaan@naidis.example', '/tegevuskava')
    await followByMail('lubadus@naidis.example', '/tegevuskava/1.3')
    await followByMail('teine@naidis.example', '/tegevuskava/1.1')
    await followByMail('logi@naidis.example', '/logi')
    await app.db.deleteFrom('notifications_mails').execute()
    await happens('1.3')
    const readers = (await mailbox()).map(({ to }) => to).toSorted()
    expect(readers).toEqual(['logi@naidis.example', 'lubadus@naidis.example', 'plaan@naidis.example'])
  })

  it('of two pages, one above the other, is told once; and once more for the same event is not', async () => {
    await followByMail('mari@naidis.example', '/tegevuskava')
    await followByMail('mari@naidis.example', '/tegevuskava/1.3')
    await app.db.deleteFrom('notifications_mails').execute()
    const event = await happens('1.3')
    await inTransaction(ctx(), (inside) => tellFollowersOf(inside, event))
    expect(await mailbox()).toHaveLength(1)
  })

  it('is written to in the language in which they asked', async () => {
    for (const [prefix, word] of [
      ['/ru', 'Новое: '],
      ['/en', 'News: '],
    ] as const) {
      const email = `${prefix.slice(1)}@naidis.example`
      await app.visitor.post(`${prefix}/jalgimised`, { path: '/tegevuskava', how: 'at-once', email })
      const [question] = await mailbox()
      await app.visitor.post(linkIn(question!), {})
      await happens('1.1')
      const [letter] = await mailbox()
      expect(letter!.subject.startsWith(word)).toBe(true)
      await app.db.deleteFrom('notifications_follows').execute()
    }
  })

  it('with an account finds it in the inbox, marks it read, and sees what is followed', async () => {
    await aConfirmedAddress(app.db, 'jaana@naidis.example', { personId: resident.personId })
    expect((await resident.post('/jalgimised', { path: '/tegevuskava/1.3', how: 'at-once' })).status).toBe(303)
    expect((await resident.get(followPath('/tegevuskava/1.3'))).text).toContain('Sa jälgid seda lehte.')
    await happens('1.3')
    expect(await mailbox()).toHaveLength(1)
    const inbox = await resident.get('/minu/teated')
    expect(inbox.text).toContain('Lugemata: 1')
    const form = inbox.page.querySelector(
      'form[action$="/loetud"][action*="teated/"]:not([action="/minu/teated/loetud"])',
    )
    expect((await resident.post(form!.getAttribute('action')!, {})).status).toBe(303)
    expect((await resident.get('/minu/teated')).text).toContain('Lugemata: 0')
    const own = await resident.get('/minu/teavitused')
    expect(own.text).toContain('Lehed, mida jälgid')
    const stop = own.page.querySelector('form[action*="/minu/teavitused/jalgimised/"]')!.getAttribute('action')!
    expect((await resident.post(stop, {})).location).toBe('/minu/teavitused?tehtud=lopetatud')
    expect((await resident.get(followPath('/tegevuskava/1.3'))).text).not.toContain('Sa jälgid seda lehte.')
    expect((await app.visitor.get('/minu/teated')).location).toMatch(/^\/login/)
  })
})

describe('a summary', () => {
  it('gathers a day into one letter and is never made twice', async () => {
    await followByMail('kord@naidis.example', '/tegevuskava', 'daily')
    await app.db.deleteFrom('notifications_mails').execute()
    await happens('1.1')
    await happens('1.3')
    expect(await mailbox()).toEqual([])
    app.clock.move(new Date('2026-11-24T07:00:00+02:00'))
    await Promise.all([sendDigests(ctx(), 'daily', signal), sendDigests(ctx(), 'daily', signal)])
    const [letter, ...more] = await mailbox()
    expect(more).toEqual([])
    expect(letter!.subject).toBe('Päeva kokkuvõte, 24. november 2026')
    expect(letter!.list).toBe('digest:daily')
    expect(JSON.stringify(letter!.letter)).toMatch(/1\.1.*1\.3/)
    await happens('1.1')
    await sendDigests(ctx(), 'daily', signal)
    expect(await mailbox()).toHaveLength(1)
    expect(await listDigestReaders(app.db, 'daily', null)).toHaveLength(1)
    app.clock.move(new Date('2026-11-25T07:00:00+02:00'))
    await sendDigests(ctx(), 'daily', signal)
    expect(await mailbox()).toHaveLength(2)
  })

  it('of a week leaves the daily ones alone', async () => {
    await followByMail('paev@naidis.example', '/tegevuskava', 'daily')
    await followByMail('nadal@naidis.example', '/tegevuskava', 'weekly')
    await app.db.deleteFrom('notifications_mails').execute()
    await happens('1.1')
    await sendDigests(ctx(), 'weekly', signal)
    expect((await mailbox()).map(({ to }) => to)).toEqual(['nadal@naidis.example'])
  })
})
