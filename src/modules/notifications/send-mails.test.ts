import { createServer, type AddressInfo, type Socket } from 'node:net'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestApp, testNow, type TestApp } from '#test/app.ts'
import { claimDue, markSending, readSender } from './queries/outbox.ts'
import { requeueMail } from './queries/mail-lists.ts'
import { sendMails } from './send-mails.ts'
import { aConfirmedAddress, aLetter, aMail, openSink, sendingThrough, stateOf, type Sink } from './testing.ts'

let app: TestApp
let sink: Sink
beforeAll(async () => {
  app = await openTestApp()
})
beforeEach(async () => {
  await app.db.deleteFrom('notifications_mails').execute()
  await app.db.deleteFrom('notifications_addresses').execute()
  await app.db.updateTable('notifications_sender').set({ failures: 0, paused_until: null, reason: null }).execute()
  app.clock.move(testNow)
})
afterEach(() => sink?.stop())

const send = (url: string | null) =>
  sendMails(sendingThrough(url, { ctx: app.context(), site: app.site, config: app.config }))
const later = (minutes: number) => app.clock.move(new Date(app.clock.now().getTime() + minutes * 60_000))
const refusing = (responseCode: number, message = 'no') => Object.assign(new Error(message), { responseCode })

describe('a letter', () => {
  it('arrives once, as plain text and HTML, with an address that can be told from others when it comes back', async () => {
    sink = await openSink()
    const addressId = await aConfirmedAddress(app.db, 'mari@naidis.example')
    const id = await aMail(app.context(), { addressId })
    expect(await send(sink.url)).toBe(false)
    expect(await send(sink.url)).toBe(false)
    expect(sink.received).toHaveLength(1)
    const { from, to, mail } = sink.received[0]!
    expect(from).toMatch(/^teavitused\+b\.[a-z0-9]+-[0-9a-f]{16}@naidisvald\.example$/)
    expect(to).toEqual(['mari@naidis.example'])
    expect(mail.subject).toBe('Proovikiri')
    expect(mail.from?.value[0]).toEqual({ address: 'teavitused@naidisvald.example', name: 'Jõelähtme vald' })
    expect(mail.text).toContain('Tere, Jõelähtme!')
    expect(mail.text).toMatch(/Vaata\s*<http:\/\/localhost:3000\/tegevuskava\/1\.3>/)
    expect(mail.html).toContain('lang="et"')
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated')
    expect(mail.headers.has('list')).toBe(false)
    expect(await stateOf(app.db, id)).toEqual({ state: 'sent', attempts: 1, reason: null })
  })

  it('that can be refused says how, for people and for mail programs', async () => {
    sink = await openSink()
    const addressId = await aConfirmedAddress(app.db, 'mari@naidis.example', { language: 'en' })
    const letter = aLetter({ language: 'en', subject: 'News' })
    await aMail(app.context(), { addressId }, { purpose: 'digest', list: 'digest:daily', letter })
    await send(sink.url)
    const raw = sink.received[0]!.raw.toString('utf8')
    const [, url] = /^List-Unsubscribe: <(https?:[^>]+)>/m.exec(raw) ?? []
    expect(url).toMatch(/^http:\/\/localhost:3000\/en\/teavitused\/[\w.-]+\/loobumine$/)
    expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m)
    expect(raw).toMatch(/^List-Id: <digest\.joelahtme\.naidisvald\.example>\r$/im)
    expect(raw).toMatch(/^Precedence: bulk\r$/m)
    expect(raw).toMatch(/^Content-Language: en\r$/m)
  })

  it('cannot carry a header that its words try to add', async () => {
    sink = await openSink()
    const evil = 'Tere\r\nBcc: vargad@kuri.example\r\n\r\n<script>alert(1)</script>'
    const letter = aLetter({
      subject: evil,
      blocks: [{ paragraph: evil }, { button: evil, path: `/x\r\nBcc: a@b.ee` }],
    })
    await aMail(app.context(), { literalAddress: 'mari@naidis.example' }, { letter })
    for (const address of ['a@b.ee\r\nBcc: c@d.ee', 'a@b.ee, c@d.ee', '<a@b.ee> c@d.ee', 'a@b.ee\0', '"x y"@b.ee']) {
      await aMail(app.context(), { literalAddress: address.replaceAll('\0', '\u0001') })
    }
    await send(sink.url)
    expect(sink.received).toHaveLength(1)
    const [head = ''] = sink.received[0]!.raw.toString('utf8').split('\r\n\r\n')
    expect(head).not.toMatch(/^Bcc/im)
    expect(sink.received[0]!.to).toEqual(['mari@naidis.example'])
    expect(sink.received[0]!.mail.html).not.toContain('<script>')
    const failed = await app.db
      .selectFrom('notifications_mails')
      .select('last_error')
      .where('state', '=', 'failed')
      .execute()
    expect(failed.map((row) => row.last_error)).toEqual(Array.from({ length: 5 }, () => 'noAddress'))
  })

  it('queued twice for the same event and reader is one letter', async () => {
    sink = await openSink()
    const addressId = await aConfirmedAddress(app.db, 'mari@naidis.example')
    await aMail(app.context(), { addressId }, { dedupeKey: 'event:7:mari' })
    await aMail(app.context(), { addressId }, { dedupeKey: 'event:7:mari' })
    await send(sink.url)
    expect(sink.received).toHaveLength(1)
  })
})

describe('when the receiving server', () => {
  it('says "not now", the letter is tried again later, and given up after two days', async () => {
    let answers = 0
    sink = await openSink({
      onRcptTo: (_address, _session, done) => {
        answers += 1
        done(refusing(451, 'Greylisted, mari@naidis.example'))
      },
    })
    const id = await aMail(app.context(), { literalAddress: 'mari@naidis.example' })
    await send(sink.url)
    const first = await stateOf(app.db, id)
    expect(first).toMatchObject({ state: 'queued', attempts: 1 })
    expect(first.reason).toContain('451')
    expect(first.reason).not.toContain('mari@')
    await send(sink.url)
    expect(answers).toBe(1)
    for (let tries = 0; tries < 60 && (await stateOf(app.db, id)).state === 'queued'; tries += 1) {
      later(120)
      await send(sink.url)
    }
    expect((await stateOf(app.db, id)).state).toBe('failed')
    expect(answers).toBeGreaterThan(8)
    expect(answers).toBeLessThan(30)
  })

  it('says "never", the letter has failed at once', async () => {
    sink = await openSink({ onRcptTo: (_address, _session, done) => done(refusing(550, 'No such user')) })
    const id = await aMail(app.context(), { literalAddress: 'keegi@naidis.example' })
    await send(sink.url)
    expect(await stateOf(app.db, id)).toMatchObject({ state: 'failed', attempts: 1 })
  })

  it('refuses the content after having read it, that is no doubt', async () => {
    sink = await openSink({
      onData: (stream, _session, done) => {
        stream.resume()
        stream.on('end', () => done(refusing(554, 'spam')))
      },
    })
    const id = await aMail(app.context(), { literalAddress: 'keegi@naidis.example' })
    await send(sink.url)
    expect((await stateOf(app.db, id)).state).toBe('failed')
  })

  it('does not answer, nobody’s attempts are spent and it is left in peace', async () => {
    const ids: number[] = []
    for (let at = 0; at < 20; at += 1) ids.push(await aMail(app.context(), { literalAddress: `m${at}@naidis.example` }))
    expect(await send('smtp://127.0.0.1:1')).toBe(false)
    for (const id of ids) expect(await stateOf(app.db, id)).toMatchObject({ state: 'queued', attempts: 0 })
    const paused = await readSender(app.db)
    expect(paused).toMatchObject({ failures: 1 })
    expect(paused.reason).toContain('ECONNREFUSED')
    sink = await openSink()
    await send(sink.url)
    expect(sink.received).toHaveLength(0)
    later(1)
    await send(sink.url)
    expect(sink.received).toHaveLength(20)
    expect(await readSender(app.db)).toEqual({ failures: 0, pausedUntil: null, reason: null })
  })

  it('closes for maintenance with 421, the letters wait', async () => {
    sink = await openSink({ onMailFrom: (_address, _session, done) => done(refusing(421, 'closing')) })
    const id = await aMail(app.context(), { literalAddress: 'm@naidis.example' })
    await send(sink.url)
    expect(await stateOf(app.db, id)).toMatchObject({ state: 'queued', attempts: 0 })
  })

  it('dies after it got the letter and before it said so, an administrator decides', async () => {
    const { url, close } = await openDyingServer()
    const id = await aMail(app.context(), { literalAddress: 'm@naidis.example' })
    await send(url)
    expect((await stateOf(app.db, id)).state).toBe('uncertain')
    close()
    sink = await openSink()
    later(3000)
    await send(sink.url)
    expect(sink.received).toHaveLength(0)
    expect(await requeueMail(app.db, id, app.clock.now())).toBe(true)
    await send(sink.url)
    expect(sink.received).toHaveLength(1)
  })
})

/** Takes a letter whole and breaks the connection instead of answering. */
async function openDyingServer(): Promise<{ url: string; close: () => void }> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.write('220 dying\r\n')
    let inData = false
    socket.on('data', (chunk) => {
      const text = chunk.toString('latin1')
      if (inData) {
        if (text.endsWith('\r\n.\r\n')) socket.destroy()
      } else if (/^DATA/im.test(text)) {
        inData = true
        socket.write('354 go on\r\n')
      } else socket.write('250 ok\r\n')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

describe('when a worker dies', () => {
  const lapse = () =>
    app.db
      .updateTable('notifications_mails')
      .set({ claimed_until: '2020-01-01T00:00:00Z' })
      .where('claim', 'is not', null)
      .execute()

  it('before a letter is handed over, another worker sends it, once', async () => {
    const id = await aMail(app.context(), { literalAddress: 'm@naidis.example' })
    const dead = crypto.randomUUID()
    expect(await claimDue(app.db, dead, app.clock.now(), 10)).toHaveLength(1)
    sink = await openSink()
    await send(sink.url)
    expect(sink.received).toHaveLength(0)
    await lapse()
    await send(sink.url)
    expect(sink.received).toHaveLength(1)
    // Should the dead one wake up, its lease is gone.
    expect(await markSending(app.db, id, dead)).toBe(false)
  })

  it('between handing over and noting it, nobody gets the letter twice', async () => {
    const id = await aMail(app.context(), { literalAddress: 'm@naidis.example' })
    const dead = crypto.randomUUID()
    await claimDue(app.db, dead, app.clock.now(), 10)
    expect(await markSending(app.db, id, dead)).toBe(true)
    await lapse()
    sink = await openSink()
    await send(sink.url)
    expect(sink.received).toHaveLength(0)
    expect(await stateOf(app.db, id)).toMatchObject({ state: 'uncertain', reason: 'interrupted' })
  })

  it('or two work at the same time, every letter arrives once', async () => {
    sink = await openSink()
    for (let at = 0; at < 60; at += 1) await aMail(app.context(), { literalAddress: `m${at}@naidis.example` })
    await Promise.all([send(sink.url), send(sink.url), send(sink.url)])
    const readers = sink.received.map(({ to }) => to[0])
    expect(readers).toHaveLength(60)
    expect(new Set(readers).size).toBe(60)
  })
})

describe('without a mail server', () => {
  it('the demo keeps its letters as sent', async () => {
    const id = await aMail(app.context(), { literalAddress: 'm@naidis.example' })
    await send(null)
    expect((await stateOf(app.db, id)).state).toBe('sent')
  })

  it('in production they wait for one', async () => {
    const id = await aMail(app.context(), { literalAddress: 'm@naidis.example' })
    const parts = { ctx: app.context(), site: app.site, config: { ...app.config, mode: 'production' as const } }
    expect(await sendMails(sendingThrough(null, parts))).toBe(false)
    expect(await stateOf(app.db, id)).toMatchObject({ state: 'queued', attempts: 0 })
  })
})

describe('an address that letters came back from', () => {
  it.each([
    [{ state: 'blocked', state_since: testNow }, 'matter', 'suppressed'],
    [{ state: 'blocked', state_since: testNow }, 'confirm', 'sent'],
    [{ state: 'paused', state_since: testNow }, 'follow', 'suppressed'],
    [{ state: 'paused', state_since: testNow }, 'matter', 'sent'],
    [{ complained_at: testNow }, 'digest', 'suppressed'],
    [{ complained_at: testNow }, 'matter', 'sent'],
    [{ confirmed_at: null }, 'notice', 'suppressed'],
  ] as const)('%o: a letter of purpose %s is %s', async (standing, purpose, state) => {
    sink = await openSink()
    const addressId = await aConfirmedAddress(app.db, 'mari@naidis.example')
    await app.db.updateTable('notifications_addresses').set(standing).execute()
    const id = await aMail(app.context(), { addressId }, { purpose })
    await send(sink.url)
    expect((await stateOf(app.db, id)).state).toBe(state)
  })
})
