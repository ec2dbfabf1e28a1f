import { describe, expect, it, vi } from 'vitest'
import { announceCommit } from '../data-version.ts'
import type { Db } from '../database.ts'
import { openFragments, type Watched } from './fragment-stream.ts'
import type { OpenPush } from './push-stream.ts'

let versions = 0
/** A stream over a version that the test moves, and what it has carried. */
function watch(parts: Partial<Watched> = {}) {
  const db = {} as Db
  let version = 0
  const watched = {
    db,
    version: async () => version,
    render: async () => ({ all: `v${version}` }),
    onFault: () => undefined,
  }
  const key = `test ${(versions += 1)}`
  const open = (since = 0, caller = 'me') =>
    openFragments(key, { ...watched, ...parts }, { language: 'et', caller, since })
  let commits = 0
  const move = (to: number) => {
    version = to
    announceCommit(db, (commits += 1), 0)
  }
  return { open, move }
}

/** What comes until there have been so many messages, then the reader goes. */
function messages(open: OpenPush | null, count: number): Promise<string[]> {
  return new Promise((resolve) => {
    const told: string[] = []
    const send = (bytes: Uint8Array) => {
      const message = new TextDecoder().decode(bytes)
      if (!message.startsWith('id: ') || told.push(message) !== count) return
      leave()
      resolve(told)
    }
    const leave = open!({ send, end: () => resolve(told), owed: () => 0 })
  })
}
const read = async (open: OpenPush | null, count: number): Promise<string[]> =>
  (await messages(open, count)).map((message) => /^id: (\d+)/.exec(message)![1]!)

describe('a stream of fragments', () => {
  it('carries the newest to whoever is behind, and nothing to whoever is not', async () => {
    const { open, move } = watch()
    move(3)
    expect(await read(open(2), 1)).toEqual(['3'])
    const stream = open(3)
    setTimeout(() => move(4), 250)
    expect(await read(stream, 1)).toEqual(['4'])
  })

  it('carries only the parts that have changed since the reader’s version', async () => {
    let step = 0
    const render = async () => ({ still: 'the same', moving: `step ${(step += 1)}` })
    const { open, move } = watch({ render })
    move(1)
    setTimeout(() => move(2), 250)
    const told = (await messages(open(0), 2)).map((message): unknown => JSON.parse(/^data: (.*)$/m.exec(message)![1]!))
    expect(told).toEqual([{ still: 'the same', moving: 'step 1' }, { moving: 'step 2' }])
  })

  it('never lets something older follow something newer, however slowly it was made', async () => {
    let slow = true
    const render = async () => {
      if (slow) await new Promise((resolve) => setTimeout(resolve, 400))
      slow = false
      return { all: 'x' }
    }
    const { open, move } = watch({ render })
    move(1)
    setTimeout(() => move(2), 200)
    const ids = await read(open(0), 2)
    expect(ids).toEqual(ids.toSorted())
    expect(ids.at(-1)).toBe('2')
  })

  it('tells again what could not be told, and says what went wrong', async () => {
    const onFault = vi.fn()
    let broken = true
    const render = async () => {
      if (broken) {
        broken = false
        throw new Error('away')
      }
      return { all: 'x' }
    }
    const { open, move } = watch({ render, onFault })
    move(1)
    expect(await read(open(0), 1)).toEqual(['1'])
    expect(onFault).toHaveBeenCalledTimes(1)
  })

  it('is refused to a caller who keeps too many, until some are given up', () => {
    const { open } = watch()
    const nobody = { send: () => undefined, end: () => undefined, owed: () => 0 }
    const leave = Array.from({ length: 300 }, () => open(0, 'greedy')!(nobody))
    expect(open(0, 'greedy')).toBeNull()
    expect(open(0, 'modest')).not.toBeNull()
    for (const one of leave) one()
    expect(open(0, 'greedy')).not.toBeNull()
  })

  it('lets a reader go who does not keep up', async () => {
    const { open, move } = watch()
    const end = vi.fn()
    open(0)!({ send: () => undefined, end, owed: () => 2_000_000 })
    move(1)
    await vi.waitFor(() => expect(end).toHaveBeenCalledTimes(1))
  })
})
