import { resolve } from 'node:path'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hasRole, inTransaction, type Actor } from '#platform/context.ts'
import { offerFollowables } from '#platform/followable.ts'
import { openTestApp, testNow, type Client, type TestApp } from '#test/app.ts'
import { readAssets } from '#platform/assets.ts'
import { makeLog } from '#platform/log.ts'
import { makeLive } from '#platform/web/live.ts'
import { createApp } from '../../app.ts'
import { directory, modules } from '../../modules.ts'
import { notify, type Notice } from './notify.ts'
import { findAddress } from './queries/addresses.ts'
import { upsertFollow } from './queries/follows.ts'
import { listSentMails } from './queries/mail-lists.ts'
import type { MailingList } from './rules.ts'
import { sendMails } from './send-mails.ts'
import { sendDigests } from './send-digests.ts'
import { aConfirmedAddress, aMail, sendingThrough, stateOf } from './testing.ts'
import { makeReaderToken } from './tokens.ts'

let app: TestApp
let person: Client
const words = { et: 'Meeldetuletus', en: 'Reminder', ru: 'Напоминание' }
beforeAll(async () => {
  app = await openTestApp()
  person = await app.signIn({ name: 'Tiina Teavitatav' })
  const kind = { name: words, explanation: words }
  const coordinates = (actor: Actor) => hasRole(actor, 'planCoordinator')
  offerFollowables(
    modules.flatMap((module) => module.followables ?? []),
    [
      { key: 'test.reminder', usual: 'at-once', mayBeRefused: true, ...kind },
      { key: 'test.coordination', usual: 'daily', mayBeRefused: true, ...kind, for: coordinates },
      { key: 'test.decision', usual: 'at-once', mayBeRefused: false, ...kind },
    ],
  )
})
beforeEach(async () => {
  app.clock.move(testNow)
  for (const table of [
    'mails',
    'follows',
    'inbox',
    'preferences',
    'digest_items',
    'confirmations',
    'addresses',
  ] as const)
    await app.db.deleteFrom(`notifications_${table}`).execute()
  await app.db.deleteFrom('platform_rate_limits').execute()
})

const mailbox = async () => {
  await sendMails(sendingThrough(null, { ctx: app.context(), site: app.site, config: app.config }))
  return listSentMails(app.db, 100)
}
const notice = (dedupe: string, kind = 'test.reminder'): Notice => ({
  kind,
  persons: [person.personId!],
  title: words,
  sentence: { et: 'Tähtaeg on homme.', en: 'It is due tomorrow.', ru: 'Срок завтра.' },
  path: '/tegevuskava/1.3',
  dedupe,
})
const tell = (one: Notice) => notify(app.context(), one)

async function tokenPath(addressId: string, list: MailingList): Promise<string> {
  const address = await findAddress(app.db, addressId)
  return `/teavitused/${makeReaderToken(app.site.keys, address!, list)}`
}
const oneClick = { 'List-Unsubscribe': 'One-Click' }
/** A mail program: no cookie, no origin, no browser's word on where it comes from. */
const program = async (path: string, form: Record<string, string>) => {
  const { config, site, clock } = app
  const log = makeLog('silent')
  const assets = readAssets(resolve('dist/client'))
  const taraFor = () => {
    throw new Error('programs do not sign in')
  }
  const parts = { config, sites: [site], modules, directory, clock, log, assets, taraFor, live: makeLive([site]) }
  const init = { method: 'POST', body: new URLSearchParams(form), headers: { host: 'localhost' } }
  const answer = await createApp(parts).request(`http://localhost${path}`, init)
  return { status: answer.status, text: await answer.text() }
}

describe('a notice', () => {
  it('comes to the inbox and by mail in the reader’s language, once', async () => {
    await aConfirmedAddress(app.db, 'tiina@naidis.example', { personId: person.personId, language: 'ru' })
    await tell(notice('1'))
    await tell(notice('1'))
    const [mail, ...more] = await mailbox()
    expect(more).toEqual([])
    expect(mail).toMatchObject({
      subject: 'Напоминание',
      language: 'ru',
      purpose: 'notice',
      list: 'kind:test.reminder',
    })
    expect((await person.get('/en/minu/teated')).text).toContain('It is due tomorrow.')
  })

  it('comes to the inbox alone where there is no confirmed address', async () => {
    await aConfirmedAddress(app.db, 'tiina@naidis.example', { personId: person.personId, confirmed: false })
    await tell(notice('1'))
    expect(await mailbox()).toEqual([])
    expect((await person.get('/minu/teated')).text).toContain('Lugemata: 1')
  })

  it('of a kind that is gathered waits for the summary, and one that was refused sends nothing', async () => {
    await aConfirmedAddress(app.db, 'tiina@naidis.example', { personId: person.personId })
    const choose = (how: string) =>
      person.post('/minu/teavitused/valikud', { 'kind.test.reminder': how, language: 'en' })
    expect((await choose('daily')).location).toBe('/minu/teavitused?tehtud=salvestatud')
    await tell(notice('1'))
    expect(await mailbox()).toEqual([])
    await sendDigests(app.context(), 'daily', new AbortController().signal)
    expect((await mailbox())[0]!.subject).toBe('Summary of the day, 23 November 2026')
    await choose('never')
    await tell(notice('2'))
    expect(await mailbox()).toHaveLength(1)
    expect((await choose('kogu aeg')).status).toBe(422)
  })

  it('of a kind that reaches only some is offered to them alone', async () => {
    const coordinator = await app.signIn({ name: 'Kaja Koordinaator', roles: ['planCoordinator'] })
    const fields = async (who: Client) =>
      (await who.get('/minu/teavitused')).page.querySelectorAll('main select').map((one) => one.getAttribute('name'))
    expect(await fields(coordinator)).toEqual(expect.arrayContaining(['kind.test.reminder', 'kind.test.coordination']))
    expect(await fields(person)).toContain('kind.test.reminder')
    expect(await fields(person)).not.toContain('kind.test.coordination')
  })

  it('in one’s own matter cannot be refused', async () => {
    await aConfirmedAddress(app.db, 'tiina@naidis.example', { personId: person.personId })
    await person.post('/minu/teavitused/valikud', { 'kind.test.decision': 'never' })
    await person.post('/minu/teavitused/loobumine', { what: 'everything' })
    await tell(notice('1', 'test.decision'))
    await tell(notice('1', 'test.reminder'))
    expect((await mailbox()).map(({ purpose, list }) => ({ purpose, list }))).toEqual([
      { purpose: 'matter', list: null },
    ])
    expect((await person.get('/minu/teavitused')).text).toContain('Sellest teavitamist ei saa keelata')
  })
})

describe('one click on unsubscribe', () => {
  async function aFollower(how: 'daily' | 'at-once' = 'at-once') {
    const addressId = await aConfirmedAddress(app.db, 'kylli@naidis.example')
    for (const path of ['/tegevuskava', '/kogud'])
      await upsertFollow(app.db, { addressId }, { path, everything: false, how, now: testNow })
    const rows = await app.db.selectFrom('notifications_follows').select('id').where('path', '=', '/kogud').execute()
    return { addressId, followId: rows[0]!.id }
  }
  const followed = async () =>
    (await app.db.selectFrom('notifications_follows').select('path').execute()).map(({ path }) => path)

  it('needs no cookie and no login, stops that list alone, and may be repeated', async () => {
    const { addressId, followId } = await aFollower()
    const path = `${await tokenPath(addressId, { what: 'follow', key: followId })}/loobumine`
    const waiting = await aMail(app.context(), { addressId }, { purpose: 'follow', list: `follow:${followId}` })
    for (let times = 0; times < 2; times += 1) {
      const answer = await program(path, oneClick)
      expect([answer.status, answer.text]).toEqual([200, 'ok'])
    }
    expect(await followed()).toEqual(['/tegevuskava'])
    expect(await stateOf(app.db, waiting)).toMatchObject({ state: 'suppressed', reason: 'unsubscribed' })
  })

  it('may come as multipart too', async () => {
    const { addressId } = await aFollower()
    const path = `${await tokenPath(addressId, { what: 'everything', key: '' })}/loobumine`
    const sent = await app.visitor.post(path, {
      'List-Unsubscribe': 'One-Click',
      f: new File(['x'], 'x'),
    })
    expect(sent.status).toBe(200)
    expect(await followed()).toEqual([])
  })

  it('is not what a link scanner does: opening the links changes nothing', async () => {
    const { addressId, followId } = await aFollower()
    const page = await tokenPath(addressId, { what: 'follow', key: followId })
    for (const path of [page, `${page}/loobumine`, `/en${page}/loobumine`]) {
      const { status, headers, text } = await app.visitor.get(path)
      expect(status).toBe(200)
      expect(headers.get('cache-control')).toContain('no-store')
      expect(headers.get('x-robots-tag')).toBe('noindex')
      expect(text).not.toContain('kylli@naidis.example')
    }
    expect(await followed()).toHaveLength(2)
  })

  it('of a summary stops what the summary carries', async () => {
    const { addressId } = await aFollower('daily')
    await program(`${await tokenPath(addressId, { what: 'digest', key: 'daily' })}/loobumine`, oneClick)
    expect(await followed()).toEqual([])
  })

  it('cannot be forged, and a link to an address that is gone says so', async () => {
    const { addressId } = await aFollower()
    const path = await tokenPath(addressId, { what: 'everything', key: '' })
    expect((await program(`${path.slice(0, -1)}${path.endsWith('A') ? 'B' : 'A'}/loobumine`, oneClick)).status).toBe(
      404,
    )
    await app.db.deleteFrom('notifications_follows').execute()
    await app.db.deleteFrom('notifications_addresses').execute()
    expect((await program(`${path}/loobumine`, oneClick)).status).toBe(200)
    expect((await app.visitor.get(path)).text).toContain('enam ei kirjuta')
  })
})

describe('a person’s address', () => {
  it('that letters came back from is shown with the reason, and works again after a new confirmation', async () => {
    const addressId = await aConfirmedAddress(app.db, 'tiina@naidis.example', { personId: person.personId })
    await app.db.updateTable('notifications_addresses').set({ state: 'blocked', state_since: testNow }).execute()
    const path = await tokenPath(addressId, { what: 'everything', key: '' })
    expect((await app.visitor.get(path)).text).toContain('sellist postkasti ei ole')
    expect((await app.visitor.post(`${path}/kinnituskiri`, {})).location).toBe(`${path}?tehtud=kiri`)
    const [question] = await mailbox()
    const link = question!.letter!.blocks.flatMap((block) => ('button' in block ? [block.path] : []))[0]!
    await app.visitor.post(link, {})
    expect((await findAddress(app.db, addressId))!.state).toBe('ok')
  })

  it('is asked to be confirmed when it changes, and links from letters to the old one open nothing', async () => {
    const { confirmAddressOf } = await import('./reactions/confirm-address-of.ts')
    const addressId = await aConfirmedAddress(app.db, 'vana@naidis.example', { personId: person.personId })
    const old = await tokenPath(addressId, { what: 'everything', key: '' })
    const change = async (email: string) => {
      await person.post('/minu/kontaktid', { email, phone: '' })
      const event = { subject: `person:${person.personId}` } as Parameters<typeof confirmAddressOf>[1]
      await inTransaction(app.context(), (ctx) => confirmAddressOf(ctx, event))
    }
    await change('vana@naidis.example')
    expect(await mailbox()).toEqual([])
    await change('uus@naidis.example')
    expect((await mailbox()).map(({ to, purpose }) => ({ to, purpose }))).toEqual([
      { to: 'uus@naidis.example', purpose: 'confirm' },
    ])
    await tell(notice('9'))
    expect(await mailbox()).toHaveLength(1)
    expect((await app.visitor.get(old)).text).toContain('enam ei kirjuta')
    for (let at = 0; at < 6; at += 1) {
      await change('')
      await change(`${at % 2 === 0 ? 'ohver' : 'uus'}@naidis.example`)
    }
    const letters = app.db.selectFrom('notifications_mails').select('id').where('purpose', '=', 'confirm')
    expect(await letters.execute()).toHaveLength(4)
    await change('')
    expect(await app.db.selectFrom('notifications_addresses').select('id').execute()).toEqual([])
  })
})
