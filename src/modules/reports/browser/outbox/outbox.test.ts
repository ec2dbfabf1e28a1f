import * as fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  hurry,
  isDue,
  isForAccount,
  isForgotten,
  press,
  settle,
  takeBack,
  waitAfter,
  type Answer,
  type Draft,
} from './draft.ts'
import { formOf, sendDraft } from './send-draft.ts'

const minute = 60_000
const day = 24 * 60 * minute
const now = Date.UTC(2026, 10, 23, 8)
const bytes = new Uint8Array([1, 2, 3]).buffer
const draft: Draft = {
  key: '0b7f1c2e-0000-4000-8000-000000000001',
  language: 'et',
  account: '',
  fields: [
    ['category', 'tee-auk'],
    ['words', 'Auk teel'],
  ],
  files: [{ field: 'photo1', name: 'auk.jpg', type: 'image/jpeg', bytes }],
  subject: 'Auk või kahjustus teel',
  changedAt: now,
  pressedAt: null,
  state: 'draft',
}
const offline: Answer = { how: 'later', why: 'line', waitSeconds: null }
const busy = (waitSeconds: number | null): Answer => ({ how: 'later', why: 'busy', waitSeconds })

describe('a report on the device', () => {
  it('waits from the press on, and keeps when that was', () => {
    expect([isDue(draft, now), isDue(draft, now, true)]).toEqual([false, false])
    const pressed = press(draft, now)
    expect(pressed).toMatchObject({ state: 'waiting', pressedAt: now })
    expect(isDue(pressed, now)).toBe(true)
    const later = settle(pressed, offline, now + 5)
    expect([later.pressedAt, isDue(later, now + 6), isDue(later, now + 6, true)]).toEqual([now, false, true])
    expect(hurry(later, now + day)).toMatchObject({ state: 'waiting', pressedAt: now, dueAt: now + day })
    expect(hurry(draft, now + day).pressedAt).toBe(now + day)
  })

  it('is tried at growing pauses, and not before the server wants it', () => {
    expect([1, 2, 3, 4, 5, 50].map((tries) => waitAfter(tries) / minute)).toEqual([0.5, 2, 8, 32, 60, 60])
    const told = settle(press(draft, now), busy(900), now)
    expect([isDue(told, now + 14 * minute), isDue(told, now + 15 * minute)]).toEqual([false, true])
    // Coming back to the network says nothing about a busy server.
    expect(isDue(told, now + minute, true)).toBe(false)
    const absurd = settle(press(draft, now), busy(999_999), now)
    expect(isDue(absurd, now + 61 * minute)).toBe(true)
  })

  it('is not held up by a clock that is set back', () => {
    const waiting = settle(press(draft, now), offline, now)
    expect(isDue(waiting, now - 400 * day)).toBe(true)
  })

  it('keeps everything until it has arrived, and then its number and link alone', () => {
    const refused = settle(
      press(draft, now),
      { how: 'refused', sentence: 'Ei', errors: { category: 'Vali teema.' } },
      now,
    )
    expect(refused).toMatchObject({ state: 'failed', fields: draft.fields, files: draft.files })
    expect(settle(press(draft, now), { how: 'otherAccount' }, now)).toMatchObject({ state: 'asks', files: draft.files })
    const sent = settle(
      press(refused, now),
      { how: 'received', number: 7, own: '/teated/oma/x', waitsForMail: false },
      now,
    )
    expect(sent).toMatchObject({ state: 'sent', number: 7, fields: [], files: [], key: draft.key })
    expect(JSON.stringify(sent)).not.toContain('Auk teel')
    expect([isForgotten(sent, now + 30 * day), isForgotten(sent, now + 31 * day)]).toEqual([false, true])
    expect(settle(sent, offline, now)).toBe(sent)
  })

  it('is not sent while somebody changes it', () => {
    const back = takeBack(press(draft, now))
    expect([back.state, isDue(back, now, true)]).toEqual(['draft', false])
    expect(takeBack(settle(draft, { how: 'otherAccount' }, now)).state).toBe('asks')
  })

  it('sent by an account shows its link to that account alone', () => {
    const sent = settle(
      { ...draft, account: 'rita' },
      { how: 'received', number: 7, own: '/x', waitsForMail: false },
      now,
    )
    expect(['rita', 'mati', ''].map((account) => isForAccount(sent, account))).toEqual([true, false, false])
    expect(isForAccount({ ...draft, account: 'rita' }, '')).toBe(true)
  })

  it('whatever is answered, and in whatever order, never loses words before it has arrived', () => {
    const answer: fc.Arbitrary<Answer> = fc.oneof(
      fc.constant<Answer>(offline),
      fc.nat(100_000).map(busy),
      fc.constant<Answer>({ how: 'otherAccount' }),
      fc.constant<Answer>({ how: 'refused', sentence: '', errors: {} }),
      fc.nat(99).map((number): Answer => ({ how: 'received', number, own: null, waitsForMail: false })),
    )
    const step = fc.oneof(
      answer.map((one) => (kept: Draft, at: number) => settle(kept, one, at)),
      fc.constant((kept: Draft, at: number) => (kept.state === 'sent' ? kept : hurry(kept, at))),
      fc.constant((kept: Draft) => takeBack(kept)),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let kept: Draft = { ...draft }
        for (const [nth, take] of steps.entries()) kept = take(kept, now + nth * minute)
        const isWhole = kept.fields === draft.fields && kept.files === draft.files
        return kept.key === draft.key && isWhole !== (kept.state === 'sent')
      }),
    )
  })
})

describe('sending', () => {
  afterEach(() => vi.unstubAllGlobals())
  const asked: RequestInit[] = []
  const answering = (answer: () => Response | Promise<Response>) =>
    vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
      asked.push(init)
      return Promise.resolve().then(answer)
    })
  const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } })

  it('carries the key, the account, the time of the press and every file', () => {
    const form = formOf(press({ ...draft, account: 'rita' }, now))
    expect(Object.fromEntries([...form].filter(([, value]) => typeof value === 'string'))).toEqual({
      category: 'tee-auk',
      words: 'Auk teel',
      idempotencyKey: draft.key,
      account: 'rita',
      sentAt: '2026-11-23T08:00:00.000Z',
    })
    expect((form.get('photo1') as File).name).toBe('auk.jpg')
  })

  it('goes without cookies when it was written without an account', async () => {
    answering(() => json(201, { number: 7, own: '/teated/oma/x', waitsForMail: true }))
    const received = { how: 'received', number: 7, own: '/teated/oma/x', waitsForMail: true }
    expect(await sendDraft(draft)).toEqual(received)
    await sendDraft({ ...draft, account: 'rita' })
    expect(asked.slice(-2).map(({ credentials }) => credentials)).toEqual(['omit', 'same-origin'])
  })

  it('knows what every answer means', async () => {
    const page =
      (status: number, headers = {}) =>
      () =>
        new Response('<html>', { status, headers })
    const cases: [() => Response | Promise<Response>, Answer][] = [
      [() => Promise.reject(new TypeError('Failed to fetch')), offline],
      // A page of the hotel's own network.
      [page(200), offline],
      [page(201), offline],
      [page(502), busy(null)],
      [page(503, { 'retry-after': '60' }), busy(60)],
      [page(429, { 'retry-after': 'Mon, 23 Nov 2026 08:00:00 GMT' }), busy(null)],
      [page(403), { how: 'refused', sentence: '', errors: {} }],
      [() => json(409, {}), { how: 'otherAccount' }],
      [
        () => json(422, { detail: 'Ei', errors: { words: 'Kirjuta' } }),
        { how: 'refused', sentence: 'Ei', errors: { words: 'Kirjuta' } },
      ],
      [() => json(201, { number: 'x' }), offline],
      [() => new Response('{', { status: 422, headers: { 'content-type': 'application/problem+json' } }), offline],
    ]
    for (const [answer, meaning] of cases) {
      answering(answer)
      expect(await sendDraft(draft)).toEqual(meaning)
    }
  })
})
