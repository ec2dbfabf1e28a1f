import { connect } from 'node:net'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { browse, form, startServer } from '../server.ts'
import type { Running } from '../../src/running.ts'

const host = 'localhost'
let running: Running
let code: string

beforeAll(async () => {
  running = await startServer({ joelahtme: { host } })
  const people = (await (await browse(running.port, host).send('/dev/people.json')).json()) as {
    personalCode: string
  }[]
  code = people[0]!.personalCode
})

const leaks =
  /node_modules|\.(?:ts|tsx|js):\d+|postgres:\/\/|PostgresError|SyntaxError|violates|relation "|constraint "/

/** Sends bytes as they are and answers everything that comes back. */
function raw(bytes: string | Buffer, waitMilliseconds = 400): Promise<string> {
  return new Promise((fulfil) => {
    let received = ''
    const socket = connect(running.port, '127.0.0.1', () => socket.write(bytes))
    socket.on('data', (chunk: Buffer) => (received += chunk.toString('latin1')))
    socket.on('error', () => undefined)
    socket.on('close', () => fulfil(received))
    setTimeout(() => socket.destroy(), waitMilliseconds)
  })
}
const statusesIn = (answer: string) => [...answer.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status))

describe('hostile requests', () => {
  it.each([
    ['a forged session', '/minu', { cookie: 'avavald-session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }, 303],
    ['a session that is no token', '/minu', { cookie: "avavald-session=' or 1=1 --" }, 303],
    ['a sign-in answer without a state', '/login/tagasi?code=x', {}, 400],
    ['a sign-in answer with a forged state', '/login/tagasi?code=x&state=y', { cookie: 'avavald-sign-in=z' }, 400],
    ['a strange host', '/', { host: 'evil.example' }, 421],
    ['a path that climbs out', '/assets/..%2f..%2fpackage.json', {}, 404],
    ['a path with a NUL', '/kogud/%00', {}, 404],
    ['a path that is not UTF-8', '/kogud/%ff%fe', {}, 404],
    ['a broken escape', '/tegevuskava?seis=%E0%A4%A', {}, 200],
    ['an id that is none', '/tegevuskava/999999999999999999.1', {}, 404],
    ['a version beyond all numbers', '/tegevuskava/versioonid/99999999999999999999', {}, 404],
    ['a keyset beyond all numbers', '/logi?enne=99999999999999999999999', {}, 200],
  ])('answers %s plainly', async (_what, path, headers, status) => {
    const answer = await browse(running.port, (headers as { host?: string }).host ?? host).send(path, {
      headers: headers as Record<string, string>,
    })
    expect(answer.status).toBe(status)
    expect(leaks.exec(await answer.text())).toBeNull()
  })

  it('refuses a body that is too large and goes on serving', async () => {
    const me = browse(running.port, host)
    await me.follow(`/login?login_hint=${code}&auto=1`)
    const big = form({ idempotencyKey: crypto.randomUUID(), words: 'x'.repeat(7_000_000) }, `${host}:${running.port}`)
    const answer = await me.send('/tegevuskava/1.8/kusimused', big).catch(() => ({ status: 413 }))
    expect(answer.status).toBe(413)
    expect((await me.send('/minu')).status).toBe(200)
  })

  it.each(['multipart/form-data; boundary=y', 'multipart/form-data'])(
    'says that a body is no form (%s)',
    async (type) => {
      const init = { method: 'POST', body: 'zzz', headers: { 'content-type': type, 'sec-fetch-site': 'same-origin' } }
      const me = browse(running.port, host)
      await me.follow(`/login?login_hint=${code}&auto=1`)
      expect((await me.send('/tegevuskava/1.1/kusimused', init)).status).toBe(400)
    },
  )

  it('refuses a clock that no calendar knows', async () => {
    for (const now of ['9999-12-31T23:59:59Z', '0001-01-01T00:00:00Z', 'homme']) {
      const init = { method: 'POST', body: JSON.stringify({ now }), headers: { 'content-type': 'application/json' } }
      expect((await browse(running.port, host).send('/dev/clock', init)).status).toBe(400)
    }
  })

  it('reads a body that comes in pieces without a length', async () => {
    const body =
      'POST /logout HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n3\r\na=b\r\n0\r\n\r\n'
    expect(statusesIn(await raw(body))).toEqual([303])
  })

  it.each([
    [
      'two requests in one packet',
      'GET /tegevuskava HTTP/1.1\r\nHost: localhost\r\n\r\nGET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n',
      [200, 200],
    ],
    [
      'a length and chunks at once',
      'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      [400],
    ],
    ['two hosts', 'GET /tegevuskava HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n', [421]],
    ['no host', 'GET /tegevuskava HTTP/1.1\r\n\r\n', [400]],
    [
      'a header that goes on in the next line',
      'GET /tegevuskava HTTP/1.1\r\nHost: localhost\r\nX-A: 1\r\n Cookie: a=b\r\n\r\n',
      [400],
    ],
    ['bare line feeds', 'GET /tegevuskava HTTP/1.1\nHost: localhost\n\n', [400]],
    ['rubbish', '\u0016\u0003\u0001\u0002\u0000\u0001', [400]],
  ])('parses %s as the standard says, also where pages are ready in memory', async (_what, bytes, statuses) => {
    await browse(running.port, host).send('/tegevuskava')
    expect(statusesIn(await raw(bytes))).toEqual(statuses)
  })

  it('answers a request whose bytes come one by one', async () => {
    await browse(running.port, host).send('/tegevuskava')
    const text = 'GET /tegevuskava HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'
    const answer = await new Promise<string>((fulfil) => {
      let received = ''
      const socket = connect(running.port, '127.0.0.1', () => {
        let at = 0
        const drip = setInterval(() => {
          if (at < text.length) socket.write(text[at]!)
          else clearInterval(drip)
          at += 1
        }, 2)
      })
      socket.on('data', (chunk: Buffer) => (received += chunk.toString('latin1')))
      socket.on('close', () => fulfil(received))
    })
    expect(statusesIn(answer)).toEqual([200])
  })
})

describe('ten thousand fuzzed requests', () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('..', '%00', "'", '"><script>', '-1', '1.1', 'NaN', '\u202e', '__proto__', '0x41', '١', 'null'),
  )
  const path = fc.oneof(
    fc.constantFrom(
      '/tegevuskava',
      '/kogud',
      '/inimesed',
      '/asulad',
      '/logi',
      '/api/v1/plan',
      '/api/v1/bodies',
      '/login',
      '/minu',
      '/too',
      '/dev/clock',
      '/en',
      '/ru/tegevuskava/versioonid',
      '/too/tegevuskava',
      '/too/kogud',
    ),
    fc.array(piece.map(encodeURIComponent), { maxLength: 4 }).map((parts) => `/${parts.join('/')}`),
    fc
      .tuple(
        fc.constantFrom(
          '/tegevuskava/',
          '/kogud/',
          '/inimesed/',
          '/asulad/',
          '/api/v1/plan/commitments/',
          '/too/kogud/',
          '/tegevuskava/versioonid/',
        ),
        piece,
      )
      .map(([start, end]) => start + encodeURIComponent(end)),
  )
  const query = fc
    .array(
      fc.tuple(
        fc.constantFrom('q', 'seis', 'kelle', 'after', 'enne', 'vaade', 'peatukk', 'vordle', 'to', 'kogu', 'liik'),
        piece,
      ),
      { maxLength: 3 },
    )
    .map((pairs) => pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&'))
  const body = fc.dictionary(
    fc.constantFrom(
      'words',
      'idempotencyKey',
      'named',
      'title.et',
      'name.et',
      'now',
      '__proto__',
      'text',
      'until',
      'purpose',
    ),
    piece,
    { maxKeys: 5 },
  )

  it('get no server error, no stack trace and no inner word', { timeout: 240_000 }, async () => {
    const visitor = browse(running.port, host)
    const official = browse(running.port, host)
    await official.follow(`/login?login_hint=${code}&auto=1`)
    const bad: string[] = []
    const cases = fc.sample(
      fc.tuple(path, query, body, fc.constantFrom('GET', 'GET', 'POST', 'HEAD', 'PUT', 'DELETE'), fc.boolean()),
      10_000,
    )
    let next = 0
    const worker = async () => {
      for (;;) {
        const one = cases[next++]
        if (one === undefined) return
        const [where, asked, fields, method, signedIn] = one
        const address = asked === '' ? where : `${where}?${asked}`
        if (address.startsWith('/login') || address.startsWith('/dev/clock')) continue
        const init = method === 'POST' ? form(fields, `${host}:${running.port}`) : { method }
        const answer = await (signedIn ? official : visitor).send(address, init)
        const text = await answer.text()
        if (answer.status >= 500 || (answer.status >= 400 && leaks.test(text)))
          bad.push(`${method} ${address} ${JSON.stringify(fields)} → ${answer.status}`)
      }
    }
    await Promise.all(Array.from({ length: 6 }, worker))
    expect(bad.slice(0, 10)).toEqual([])
  })
})
