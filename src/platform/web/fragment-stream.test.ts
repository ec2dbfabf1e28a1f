import { describe, expect, it, vi } from 'vitest'
import { announceCommit } from '../data-version.ts'
import type { Db } from '../database.ts'
import { openFragments, type Watched } from './fragment-stream.ts'

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

async function read(stream: ReadableStream, count: number): Promise<string[]> {
  const reader = stream.getReader()
  const ids: string[] = []
  const decoder = new TextDecoder()
  while (ids.length < count) {
    const { value, done } = await reader.read()
    if (done) break
    const id = /^id: (\d+)/m.exec(decoder.decode(value as Uint8Array))?.[1]
    if (id !== undefined) ids.push(id)
  }
  await reader.cancel()
  return ids
}

describe('a stream of fragments', () => {
  it('carries the newest to whoever is behind, and nothing to whoever is not', async () => {
    const { open, move } = watch()
    move(3)
    expect(await read(open(2)!, 1)).toEqual(['3'])
    const stream = open(3)!
    setTimeout(() => move(4), 250)
    expect(await read(stream, 1)).toEqual(['4'])
  })

  it('carries only the parts that have changed since the reader’s version', async () => {
    let step = 0
    const render = async () => ({ still: 'the same', moving: `step ${(step += 1)}` })
    const { open, move } = watch({ render })
    move(1)
    const stream = open(0)!
    setTimeout(() => move(2), 250)
    const reader = stream.getReader()
    const told: unknown[] = []
    while (told.length < 2) {
      const { value } = await reader.read()
      const data = /^data: (.*)$/m.exec(new TextDecoder().decode(value as Uint8Array))?.[1]
      if (data !== undefined) told.push(JSON.parse(data))
    }
    await reader.cancel()
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
    const stream = open(0)!
    setTimeout(() => move(2), 200)
    const ids = await read(stream, 2)
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
    expect(await read(open(0)!, 1)).toEqual(['1'])
    expect(onFault).toHaveBeenCalledTimes(1)
  })

  it('is refused to a caller who keeps too many, until some are given up', () => {
    const { open } = watch()
    const streams = Array.from({ length: 300 }, () => open(0, 'greedy')!)
    expect(streams.every((stream) => stream !== null)).toBe(true)
    expect(open(0, 'greedy')).toBeNull()
    expect(open(0, 'modest')).not.toBeNull()
    for (const stream of streams) void stream.cancel()
    expect(open(0, 'greedy')).not.toBeNull()
  })
})
