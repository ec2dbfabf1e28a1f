import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lease, makeLedger } from './ledger.ts'

describe('what processes know of one another', () => {
  it('lets kept pages be served only for one lease after hearing its own words', () => {
    let now = 1000
    const ledger = makeLedger('a', () => now)
    expect(ledger.mayServeKept()).toBe(false)
    const words = ledger.speak()
    now += 100
    expect(ledger.mayServeKept()).toBe(false)
    ledger.hear(words)
    expect(ledger.mayServeKept()).toBe(true)
    now = 1000 + lease - 1
    expect(ledger.mayServeKept()).toBe(true)
    now = 1000 + lease
    expect(ledger.mayServeKept()).toBe(false)
  })

  it('answers a change when every other process has seen it', async () => {
    let now = 0
    const ledger = makeLedger('a', () => now)
    ledger.hear('b:1:4')
    let seen = false
    const waiting = ledger.seenEverywhere(5).then(() => (seen = true))
    ledger.echo(5)
    await Promise.resolve()
    expect(seen).toBe(false)
    ledger.hear('b:2:5')
    await waiting
    expect(ledger.processes()).toBe(2)
  })

  it('answers a change at once when nobody else is there and its own echo has come', async () => {
    const ledger = makeLedger('a', () => 0)
    const waiting = ledger.seenEverywhere(5)
    ledger.echo(5)
    await waiting
    expect(ledger.processes()).toBe(1)
  })

  it('waits for a silent process no longer than its lease', async () => {
    let now = 0
    const ledger = makeLedger('a', () => now)
    ledger.hear('b:1:4')
    ledger.echo(5)
    let seen = false
    const waiting = ledger.seenEverywhere(5).then(() => (seen = true))
    now = lease - 1
    await new Promise((resolve) => setTimeout(resolve, 120))
    expect(seen).toBe(false)
    now = lease
    await waiting
  })

  it('never lets a process serve what is older than a change that was answered', () => {
    // A run is a shuffled story of one writer (a) and one reader (b) on an ordered queue of notifications.
    const step = fc.constantFrom('speak', 'commit', 'deliver-a', 'deliver-b', 'record', 'time')
    fc.assert(
      fc.property(fc.array(step, { minLength: 10, maxLength: 80 }), (steps) => {
        let now = 0
        const a = makeLedger('a', () => now)
        const b = makeLedger('b', () => now)
        const queue: (string | number)[] = []
        const onTheWay: string[] = []
        const at = { a: 0, b: 0 }
        let recorded = 0
        let knownToB = 0
        const answered: number[] = []
        const pending: { id: number; since: number; done: boolean }[] = []
        const deliver = (who: 'a' | 'b') => {
          const item = queue[at[who]]
          if (item === undefined) return
          at[who] += 1
          const ledger = who === 'a' ? a : b
          if (typeof item === 'string') ledger.hear(item)
          else {
            if (who === 'b') knownToB = item
            ledger.echo(item)
            if (who === 'b') onTheWay.push(b.speak())
          }
        }
        for (const one of steps) {
          if (one === 'speak') onTheWay.push(b.speak())
          else if (one === 'commit') queue.push(...onTheWay.splice(0, 1))
          else if (one === 'deliver-a') deliver('a')
          else if (one === 'deliver-b') deliver('b')
          else if (one === 'time') now += 400
          else {
            recorded += 1
            queue.push(recorded)
            pending.push({ id: recorded, since: now, done: false })
          }
          for (const change of pending) {
            if (!change.done && a.isSeen(change.id, change.since)) {
              change.done = true
              answered.push(change.id)
            }
          }
          if (b.mayServeKept()) for (const id of answered) expect(knownToB).toBeGreaterThanOrEqual(id)
        }
      }),
      { numRuns: 3000 },
    )
  })
})
