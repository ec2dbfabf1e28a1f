import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { siteKeys } from '#platform/keys.ts'
import {
  afterBounce,
  howFor,
  minutesLeft,
  nextAttempt,
  pathsAbove,
  pauseAfter,
  readList,
  whySuppressed,
  writeList,
} from './rules.ts'
import { makeMailToken, makeReaderToken, readMailToken, readReaderToken } from './tokens.ts'

const now = new Date('2026-11-23T08:00:00Z')

describe('a letter that was not taken', () => {
  it('is tried after a minute, five, fifteen, an hour, and no longer than two days', () => {
    const minutes = [1, 2, 3, 4].map(
      (attempts) => (nextAttempt(attempts, now, now)!.getTime() - now.getTime()) / 60_000,
    )
    expect(minutes).toEqual([1, 5, 15, 60])
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 72 * 60 }), (attempts, minutesOld) => {
        const createdAt = new Date(now.getTime() - minutesOld * 60_000)
        const next = nextAttempt(attempts, createdAt, now)
        return next === null || (next > now && next.getTime() - createdAt.getTime() <= 48 * 3_600_000)
      }),
    )
  })

  it('because the server is away waits with all others, never more than ten minutes', () => {
    const seconds = [1, 2, 3, 20].map((failures) => (pauseAfter(failures, now).getTime() - now.getTime()) / 1000)
    expect(seconds).toEqual([15, 30, 60, 600])
  })
})

describe('an address', () => {
  it('that was never confirmed gets nothing but the question', () => {
    const address = { confirmedAt: null, state: 'ok', complainedAt: null } as const
    expect(whySuppressed(address, 'matter')).toBe('unconfirmed')
    expect(whySuppressed(address, 'confirm')).toBeNull()
  })

  it('stays blocked when it was', () => {
    expect(afterBounce({ state: 'blocked', bounces: 1 }, 'soft').state).toBe('blocked')
    expect(afterBounce({ state: 'paused', bounces: 3 }, 'hard').state).toBe('blocked')
    expect(afterBounce({ state: 'ok', bounces: 0 }, 'complaint')).toEqual({ state: 'ok', bounces: 0, complained: true })
  })
})

describe('what is offered', () => {
  it('comes as the person chose, unless it may not be refused', () => {
    expect(howFor({ usual: 'daily', mayBeRefused: true }, undefined)).toBe('daily')
    expect(howFor({ usual: 'daily', mayBeRefused: true }, 'never')).toBe('never')
    expect(howFor({ usual: 'daily', mayBeRefused: false }, 'never')).toBe('at-once')
  })

  it('says honestly how long the queue takes', () => {
    expect(minutesLeft(3000, 300)).toBe(100)
    expect(minutesLeft(1, 1000)).toBe(1)
    expect(minutesLeft(10, 0)).toBeNull()
    expect(minutesLeft(0, 100)).toBeNull()
  })
})

it('every page above a page is a shorter beginning of it, whole segments at a time', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z0-9.]{1,6}$/), { maxLength: 6 }), (segments) => {
      const path = `/${segments.join('/')}`
      const above = pathsAbove(path)
      return above.length === segments.length && above.every((one) => path === one || path.startsWith(`${one}/`))
    }),
  )
})

describe('the key in a letter', () => {
  const keys = siteKeys('a secret of the installation, long enough', 'a')
  const address = { id: '0b9c1d5e-5a44-4c0f-9d6b-0d8a6f3f2c11', addressKey: 'mari@naidis.example' }

  it('tells whom and what, on this site alone', () => {
    for (const list of [
      { what: 'kind', key: 'plan.reminder' },
      { what: 'everything', key: '' },
    ] as const) {
      const token = makeReaderToken(keys, address, list)
      expect(readReaderToken(keys, token)).toMatchObject({ addressId: address.id, list })
      expect(readReaderToken(siteKeys('a secret of the installation, long enough', 'b'), token)).toBeNull()
      expect(readList(writeList(list))).toEqual(list)
    }
  })

  it('cannot be made up or altered', () => {
    const token = makeReaderToken(keys, address, { what: 'digest', key: 'daily' })
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom('A', 'b', '0', '_', '.'), (at, character) => {
        const altered = token.slice(0, at) + character + token.slice(at + 1)
        const read = readReaderToken(keys, altered)
        // The last character of a part carries bits that mean nothing.
        return (
          altered === token || read === null || JSON.stringify(read) === JSON.stringify(readReaderToken(keys, token))
        )
      }),
    )
    fc.assert(fc.property(fc.string(), (text) => readReaderToken(keys, text) === null))
  })

  it('of a letter survives servers that fold case', () => {
    expect(readMailToken(keys, makeMailToken(keys, 123_456).toUpperCase().toLowerCase())).toBe(123_456)
    expect(readMailToken(keys, makeMailToken(keys, 1).replace('1-', '2-'))).toBeNull()
  })
})
