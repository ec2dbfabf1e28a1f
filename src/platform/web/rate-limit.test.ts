import { describe, expect, it } from 'vitest'
import { siteKeys } from '#platform/keys.ts'
import { freshDatabase } from '#test/database.ts'
import { makeReadLimiter } from './rate-limit.ts'

const keys = siteKeys('a secret of the tests, long enough', 'zoo')

describe('the limit of reading', async () => {
  const { db } = await freshDatabase()

  it('lets a caller read so much in a minute, and again in the next', () => {
    const mayRead = makeReadLimiter()
    const reader = { db, keys, caller: 'a', perMinute: 20 }
    const now = new Date('2026-11-23T10:00:10Z')
    const answers = Array.from({ length: 30 }, () => mayRead(reader, now))
    expect(answers.filter(Boolean)).toHaveLength(20)
    expect(mayRead({ ...reader, caller: 'b' }, now)).toBe(true)
    expect(mayRead(reader, new Date('2026-11-23T10:01:00Z'))).toBe(true)
  })

  it('holds over two processes on one database, within a tenth for each', async () => {
    const processes = [makeReadLimiter(), makeReadLimiter()]
    const reader = { db, keys, caller: 'c', perMinute: 100 }
    const now = new Date('2026-11-23T11:00:10Z')
    let allowed = 0
    for (let turn = 0; turn < 200; turn += 1) {
      if (processes[turn % 2]!(reader, now)) allowed += 1
      if (turn % 10 === 9) await new Promise((resolve) => setTimeout(resolve, 15))
    }
    expect(allowed).toBeGreaterThanOrEqual(100)
    expect(allowed).toBeLessThanOrEqual(120)
  })
})
