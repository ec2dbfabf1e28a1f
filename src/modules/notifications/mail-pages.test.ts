import { resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../app.ts'
import { directory, modules } from '../../modules.ts'
import { openTestApp, type Client, type TestApp } from '#test/app.ts'
import { readAssets } from '#platform/assets.ts'
import { makeLog } from '#platform/log.ts'
import { makeLive } from '#platform/web/live.ts'
import { inTransaction } from '#platform/context.ts'
import { notificationsOwnData } from './own-data.ts'
import { deleteOldMails } from './queries/mail-lists.ts'
import { insertNotices } from './queries/inbox.ts'
import { sendMails } from './send-mails.ts'
import { aConfirmedAddress, aLetter, aMail, openSink, sendingThrough, stateOf } from './testing.ts'

let app: TestApp
let administrator: Client
beforeAll(async () => {
  app = await openTestApp()
  administrator = await app.signIn({ name: 'Aadu Administraator', roles: ['administrator'] })
})
const send = (smtpUrl: string | null) =>
  sendMails(sendingThrough(smtpUrl, { ctx: app.context(), site: app.site, config: app.config }))

describe('the demo’s mailbox', () => {
  it('shows every letter as text, and its HTML in a frame that can do nothing', async () => {
    const evil = '<img src=x onerror=alert(1)>'
    const letter = aLetter({
      subject: `Tere ${evil}`,
      blocks: [{ paragraph: evil }, { heading: 'Kava', path: '/tegevuskava' }],
    })
    const id = await aMail(app.context(), { literalAddress: 'mari@naidis.example' }, { letter })
    await send(null)
    const list = await app.visitor.get('/dev/mail')
    expect(list.page.querySelector(`a[href="/dev/mail/${id}"]`)?.text).toContain('Tere')
    const shown = await app.visitor.get(`/dev/mail/${id}`)
    expect(shown.page.querySelector('pre')?.text).toContain('http://localhost/tegevuskava')
    expect(shown.page.querySelector('iframe')?.getAttribute('sandbox')).not.toMatch(/scripts|same-origin/)
    expect(shown.text).not.toContain('<img src=x')
    const html = await app.visitor.get(`/dev/mail/${id}/html`)
    expect(html.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/)
    expect(html.text).not.toContain('<img src=x')
    const json = JSON.parse((await app.visitor.get('/dev/mail.json')).text) as { to: string; text: string }[]
    expect(json[0]).toMatchObject({ to: 'mari@naidis.example', text: expect.stringContaining('Kava') as string })
  })

  it('does not exist in production', async () => {
    const production = createApp({
      config: { ...app.config, mode: 'production' },
      sites: [app.site],
      modules,
      directory,
      clock: app.clock,
      log: makeLog('silent'),
      assets: readAssets(resolve('dist/client')),
      live: makeLive([app.site]),
      taraFor: () => {
        throw new Error('nobody signs in here')
      },
    })
    for (const path of ['/dev/mail', '/dev/mail.json', '/dev/mail/1', '/dev/mail/1/html', '/en/dev/mail'])
      expect((await production.request(`http://localhost${path}`, { headers: { host: 'localhost' } })).status).toBe(404)
  })
})

describe('the administrators’ page of letters', () => {
  it('shows what failed and why, and sends it again with one click', async () => {
    const sink = await openSink({
      onRcptTo: (_address, _session, done) => done(Object.assign(new Error('No such user'), { responseCode: 550 })),
    })
    const id = await aMail(
      app.context(),
      { literalAddress: 'kadri@naidis.example' },
      { letter: aLetter({ subject: 'Otsus' }) },
    )
    await send(sink.url)
    await sink.stop()
    const { text, page } = await administrator.get('/too/kirjad')
    expect(text).toContain('Otsus')
    expect(text).toContain('k•••@naidis.example')
    expect(text).not.toContain('kadri@')
    expect(text).toContain('550')
    expect((await administrator.get('/too')).text).toContain('1 kirja ei läinud kohale')
    const again = page.querySelector(`form[action="/too/kirjad/${id}/uuesti"]`)!.getAttribute('action')!
    expect((await administrator.post(again, {})).location).toBe('/too/kirjad')
    expect((await stateOf(app.db, id)).state).toBe('queued')
    expect((await administrator.post(again, {})).status).toBe(404)
    await send(null)
  })

  it('is for administrators', async () => {
    const official = await app.signIn({ name: 'Olev Ametnik', roles: ['official'] })
    expect((await official.get('/too/kirjad')).status).toBe(403)
    expect((await official.post('/too/kirjad/1/uuesti', {})).status).toBe(403)
    expect((await app.visitor.get('/too/kirjad')).status).not.toBe(200)
  })
})

describe('what is kept of a person', () => {
  it('can be taken out whole, and is gone when the person wants to be forgotten', async () => {
    const person = await app.signIn({ name: 'Unustatav Inimene' })
    const actor = await person.actor()
    const addressId = await aConfirmedAddress(app.db, 'u@naidis.example', { personId: person.personId })
    await person.post('/jalgimised', { path: '/tegevuskava', how: 'daily' })
    const id = await aMail(app.context(), { addressId }, { letter: aLetter({ subject: 'Kiri' }) })
    const words = { et: 'x' }
    const notice = { kind: 'k', title: words, sentence: words, path: '/', at: app.clock.now(), dedupeKey: 'x' }
    await insertNotices(app.db, [person.personId!], notice)
    const context = app.context(actor)
    const taken = await notificationsOwnData.takeOut!(context, app.site.keys)
    expect(Object.fromEntries(Object.entries(taken).map(([name, rows]) => [name, rows.length]))).toEqual({
      notices: 1,
      follows: 1,
      preferences: 0,
      mailAddresses: 1,
      letters: 1,
      waitingForDigest: 0,
    })
    await inTransaction(context, (ctx) => notificationsOwnData.forget!(ctx))
    const after = await notificationsOwnData.takeOut!(context, app.site.keys)
    expect(Object.values(after).flat()).toEqual([])
    expect((await stateOf(app.db, id)).state).toBe('suppressed')
  })

  it('does not grow old: texts leave after 30 days, rows after a year', async () => {
    const id = await aMail(app.context(), { literalAddress: 'vana@naidis.example' })
    await send(null)
    const days = (count: number) => new Date(app.clock.now().getTime() + count * 86_400_000)
    const row = () =>
      app.db
        .selectFrom('notifications_mails')
        .select(['letter', 'literal_address', 'subject'])
        .where('id', '=', id)
        .executeTakeFirst()
    await deleteOldMails(app.db, days(29))
    expect((await row())!.letter).not.toBeNull()
    await deleteOldMails(app.db, days(31))
    expect(await row()).toEqual({ letter: null, literal_address: null, subject: 'Proovikiri' })
    await deleteOldMails(app.db, days(366))
    expect(await row()).toBeUndefined()
  })
})
