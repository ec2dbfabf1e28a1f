import { readFileSync } from 'node:fs'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '#test/app.ts'
import { readBounce } from '#platform/mail/read-bounce.ts'
import { takeBounce } from './take-bounce.ts'
import { aConfirmedAddress, aMail, sendingThrough, stateOf } from './testing.ts'
import { sendMails } from './send-mails.ts'
import { makeMailToken } from './tokens.ts'

let app: TestApp
let addressId: string
beforeAll(async () => {
  app = await openTestApp()
})
beforeEach(async () => {
  for (const table of ['mails', 'follows', 'digest_items', 'addresses'] as const)
    await app.db.deleteFrom(`notifications_${table}`).execute()
  addressId = await aConfirmedAddress(app.db, 'mari@naidis.example')
})

const sample = (name: string, token: string) =>
  Buffer.from(
    readFileSync(`src/modules/notifications/fixtures/${name}.eml`, 'utf8')
      .replaceAll('TOKEN', token)
      .replaceAll('\n', '\r\n'),
  )

async function aSentMail(): Promise<number> {
  const id = await aMail(app.context(), { addressId })
  await sendMails(sendingThrough(null, { ctx: app.context(), site: app.site, config: app.config }))
  return id
}
const take = (name: string, id: number, change = (text: string) => text) => {
  const raw = sample(name, makeMailToken(app.site.keys, id)).toString('utf8')
  return takeBounce(app.context(), app.site.keys, Buffer.from(change(raw)))
}
const address = () =>
  app.db
    .selectFrom('notifications_addresses')
    .select(['state', 'bounces', 'complained_at as complainedAt'])
    .where('id', '=', addressId)
    .executeTakeFirstOrThrow()

describe('what comes back', () => {
  it.each([
    ['postfix-hard', { kind: 'hard', status: '5.1.1' }],
    ['exim-soft', { kind: 'soft', status: '4.2.2' }],
    ['arf-complaint', { kind: 'complaint', status: null }],
  ])('%s is understood', async (name, bounce) => {
    expect(await readBounce(sample(name, '1a-0123456789abcdef'))).toEqual(bounce)
  })

  it.each([
    ['a full mailbox', '5.2.2', 'soft'],
    ['a refused content', '5.7.1', 'soft'],
    ['a mailbox that was closed', '5.2.1', 'hard'],
  ])('%s (%s) is %s', async (_what, status, kind) => {
    const raw = sample('postfix-hard', '1a-0123456789abcdef')
      .toString('utf8')
      .replace('Status: 5.1.1', `Status: ${status}`)
    expect((await readBounce(Buffer.from(raw)))?.kind).toBe(kind)
  })

  it('only late is no bounce, and neither is an ordinary letter', async () => {
    const late = sample('postfix-hard', '1a-0123456789abcdef')
      .toString('utf8')
      .replace('Action: failed', 'Action: delayed')
    expect(await readBounce(Buffer.from(late))).toBeNull()
    expect(await readBounce(Buffer.from('From: a@b.ee\r\nSubject: Puhkusel\r\n\r\nOlen puhkusel.\r\n'))).toBeNull()
    expect(await readBounce(Buffer.from([0, 255, 13, 10, 13, 10, 0]))).toBeNull()
  })
})

it('a report that is mostly blanks is read as quickly as any other', { timeout: 10_000 }, async () => {
  const blanks = sample('postfix-hard', '1a-0123456789abcdef')
    .toString('utf8')
    .replace('Action: failed', `Action: x${' '.repeat(300_000)}y`)
  expect(await readBounce(Buffer.from(blanks))).toBeNull()
})

describe('an address', () => {
  it('to which a letter can never arrive is blocked, once', async () => {
    const id = await aSentMail()
    expect(await take('postfix-hard', id)).toEqual({ ok: true, kind: 'hard' })
    expect(await address()).toMatchObject({ state: 'blocked', bounces: 1 })
    expect(await stateOf(app.db, id)).toMatchObject({ state: 'failed', reason: 'bounced 5.1.1' })
    expect(await take('postfix-hard', id)).toEqual({ ok: false, refusal: 'alreadyTaken' })
    expect(await address()).toMatchObject({ bounces: 1 })
  })

  it('that three letters could not reach is paused', async () => {
    for (const state of ['ok', 'ok', 'paused']) {
      await take('exim-soft', await aSentMail())
      expect((await address()).state).toBe(state)
    }
  })

  it('whose reader complains gets no more summaries, and still gets decisions', async () => {
    await take('arf-complaint', await aSentMail())
    expect(await address()).toMatchObject({ state: 'ok', complainedAt: expect.any(Date) })
    const digest = await aMail(app.context(), { addressId }, { purpose: 'digest' })
    const decision = await aMail(app.context(), { addressId }, { purpose: 'matter' })
    await sendMails(sendingThrough(null, { ctx: app.context(), site: app.site, config: app.config }))
    expect(await stateOf(app.db, digest)).toMatchObject({ state: 'suppressed', reason: 'complained' })
    expect((await stateOf(app.db, decision)).state).toBe('sent')
  })

  it('cannot be blocked by a report that somebody invented', async () => {
    const id = await aSentMail()
    const forged = (text: string) =>
      text.replaceAll(makeMailToken(app.site.keys, id), `${id.toString(36)}-0123456789abcdef`)
    expect(await take('postfix-hard', id, forged)).toEqual({ ok: false, refusal: 'unknownLetter' })
    expect((await address()).state).toBe('ok')
  })

  it('is shared by two people, and what holds for one holds for the other', async () => {
    const other = await app.signIn({ name: 'Pere Liige' })
    await aConfirmedAddress(app.db, 'Mari@naidis.example', { personId: other.personId })
    await take('postfix-hard', await aSentMail())
    const states = await app.db.selectFrom('notifications_addresses').select('state').execute()
    expect(states.map(({ state }) => state)).toEqual(['blocked', 'blocked'])
  })
})

it('a program without the right key cannot hand in bounces', async () => {
  expect((await app.visitor.post('/api/v1/mail/bounces', {}, {})).status).toBe(403)
})
