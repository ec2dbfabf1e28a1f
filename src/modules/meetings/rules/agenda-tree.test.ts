import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { branchOf, deepest, depthOf, inTree, isMoreOpen, possibleParents, treeMoved } from './agenda-tree.ts'
import { estimateStarts } from './estimate.ts'

const agenda = [
  { id: 'a', parentId: null },
  { id: 'a1', parentId: 'a' },
  { id: 'a2', parentId: 'a' },
  { id: 'b', parentId: null },
  { id: 'b1', parentId: 'b' },
  { id: 'b11', parentId: 'b1' },
]
const read = (tree: ReturnType<typeof inTree<(typeof agenda)[number]>>) =>
  tree.map(({ number, item }) => `${number} ${item.id}`)

/** Trees as the desk can make them: each item below none, or below one that stands before it and not too deep. */
const trees = fc.array(fc.nat(), { maxLength: 12 }).map((picks) => {
  const items: { id: string; parentId: string | null }[] = []
  for (const [at, pick] of picks.entries()) {
    const parents = [null, ...possibleParents(items, null).map(({ item }) => item.id)]
    items.push({ id: `i${at}`, parentId: parents[pick % parents.length]! })
  }
  return items
})

describe('an agenda with items below items', () => {
  it('is numbered as it is read', () => {
    expect(read(inTree(agenda))).toEqual(['1 a', '1.1 a1', '1.2 a2', '2 b', '2.1 b1', '2.1.1 b11'])
    expect(depthOf({ number: '2.1.1' })).toBe(2)
  })

  it('moves an item with all that is below it, and none out of its place', () => {
    expect(read(treeMoved(agenda, 'b', 'up')).slice(0, 3)).toEqual(['1 b', '1.1 b1', '1.1.1 b11'])
    expect(read(treeMoved(agenda, 'a1', 'up'))).toEqual(read(inTree(agenda)))
    expect(read(treeMoved(agenda, 'a1', 'down')).slice(0, 3)).toEqual(['1 a', '1.1 a2', '1.2 a1'])
  })

  it('lets no item stand below itself, nor deeper than three levels', () => {
    expect([...branchOf(agenda, 'b')]).toEqual(['b', 'b1', 'b11'])
    expect(possibleParents(agenda, 'b').map(({ item }) => item.id)).toEqual([])
    expect(possibleParents(agenda, 'b1').map(({ item }) => item.id)).toEqual(['a', 'b'])
    expect(possibleParents(agenda, null).map(({ item }) => item.id)).toEqual(['a', 'a1', 'a2', 'b', 'b1'])
  })

  it('loses nothing and doubles nothing, whatever is moved', () => {
    fc.assert(
      fc.property(trees, fc.nat(), fc.constantFrom('up' as const, 'down' as const), (items, pick, where) => {
        fc.pre(items.length > 0)
        const { id } = items[pick % items.length]!
        const moved = treeMoved(items, id, where)
        expect(moved.map(({ item }) => item.id).toSorted()).toEqual(items.map((item) => item.id).toSorted())
        expect(new Set(moved.map(({ number }) => number)).size).toBe(items.length)
        expect(Math.max(...moved.map(({ depth }) => depth))).toBeLessThanOrEqual(deepest)
        for (const { item } of moved) expect(item.parentId).toBe(items.find((one) => one.id === item.id)!.parentId)
      }),
    )
  })

  it('knows which of two is more open', () => {
    expect(isMoreOpen('public', 'closed')).toBe(true)
    expect(isMoreOpen('closed', 'internal')).toBe(true)
    expect(isMoreOpen('internal', 'internal')).toBe(false)
  })
})

describe('when an item may come up', () => {
  const from = new Date('2026-12-03T13:00:00Z')
  const at = (starts: ReadonlyMap<string, Date>) =>
    Object.fromEntries([...starts].map(([id, start]) => [id, start.toISOString().slice(11, 16)]))
  const item = (id: string, plannedMinutes: number | null) => ({ id, plannedMinutes })

  it('is what was planned before it, ten minutes where nothing was, to five minutes', () => {
    const ahead = [item('a', 22), item('b', null), item('c', 30)]
    expect(at(estimateStarts(ahead, { from, current: null }))).toEqual({ a: '13:00', b: '13:20', c: '13:30' })
  })

  it('is nobody’s to say where nothing was planned', () => {
    expect(estimateStarts([item('a', null), item('b', null)], { from, current: null }).size).toBe(0)
  })

  it('waits for the item under way, and no longer than it takes once it has taken longer than planned', () => {
    const since = new Date('2026-12-03T12:50:00Z')
    const ahead = [item('b', 10)]
    expect(at(estimateStarts(ahead, { from, current: { ...item('a', 30), since } }))).toEqual({ b: '13:20' })
    expect(at(estimateStarts(ahead, { from, current: { ...item('a', 5), since } }))).toEqual({ b: '13:00' })
  })
})
