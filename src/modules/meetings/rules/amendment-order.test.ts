import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  areInConflict,
  mergeAmendments,
  reachOf,
  voidWhenPassed,
  votingOrder,
  type Amendment,
} from './amendment-order.ts'

const draft = [
  { id: 'p1', text: 'Valla eelarve maht on kümme tuhat eurot' },
  { id: 'p2', text: 'Määrus jõustub kolmandal päeval' },
  { id: 'p3', text: 'Otsus avaldatakse lehel' },
]
const remove = (id: string, paragraphId: string): Amendment => ({ id, change: { kind: 'delete', paragraphId } })
const replace = (id: string, paragraphId: string, text: string): Amendment => ({
  id,
  change: { kind: 'replace', paragraphId, text },
})
const insert = (id: string, after: string | null, text: string): Amendment => ({
  id,
  change: { kind: 'insert', after, text },
})

describe('the order of voting', () => {
  it('begins with what reaches furthest: deletion, replacement, insertion', () => {
    const order = votingOrder(draft, [insert('i', 'p1', 'Uus'), replace('r', 'p1', 'Muu'), remove('d', 'p3')])
    expect(order.map(({ amendmentId }) => amendmentId)).toEqual(['d', 'r', 'i'])
  })
  it('takes the larger change first, and of equals the one moved earlier', () => {
    const small = replace('small', 'p2', 'Määrus jõustub viiendal päeval')
    const large = replace('large', 'p2', 'Jõustumise määrab vallavalitsus eraldi')
    expect(votingOrder(draft, [small, large]).map((one) => one.amendmentId)).toEqual(['large', 'small'])
    const twin = replace('twin', 'p2', 'Määrus jõustub viiendal päeval')
    expect(votingOrder(draft, [small, twin]).map((one) => one.amendmentId)).toEqual(['small', 'twin'])
  })
  it('measures a replacement by the words lost and gained', () => {
    expect(reachOf(replace('x', 'p2', 'Määrus jõustub viiendal päeval').change, draft)).toEqual({
      kind: 'replace',
      share: 0.25,
    })
    expect(reachOf(replace('x', 'p2', draft[1]!.text).change, draft).share).toBe(0)
  })
  it('shows what contradicts what', () => {
    const order = votingOrder(draft, [remove('d', 'p1'), replace('r', 'p1', 'Muu'), insert('i', 'p1', 'Uus')])
    expect(order.map((one) => one.conflictsWith)).toEqual([['r'], ['d'], []])
  })
  it('voids the rivals of what has passed', () => {
    const [d, r, other] = [remove('d', 'p1'), replace('r', 'p1', 'Muu'), replace('o', 'p2', 'Muu')]
    expect(voidWhenPassed(d, [d, r, other])).toEqual(['r'])
  })
})

describe('the merged draft', () => {
  it('holds every accepted change, with what it comes from', () => {
    const merged = mergeAmendments(draft, [insert('i', 'p1', 'Uus'), replace('r', 'p2', 'Muu'), remove('d', 'p3')])
    expect(merged.paragraphs).toEqual([
      { ...draft[0], changedBy: null },
      { id: 'i', text: 'Uus', changedBy: 'i' },
      { id: 'p2', text: 'Muu', changedBy: 'r' },
    ])
    expect(merged.deleted).toEqual([{ paragraphId: 'p3', amendmentId: 'd' }])
  })
  it('reports contradicting amendments and overwrites nothing', () => {
    const merged = mergeAmendments(draft, [replace('x', 'p1', 'Üks'), replace('y', 'p1', 'Kaks')])
    expect(merged.conflicts).toEqual([{ paragraphId: 'p1', amendmentIds: ['x', 'y'] }])
    expect(merged.paragraphs[0]!.text).toBe(draft[0]!.text)
  })
  it('puts insertions where they belong, at the beginning and after deleted and inserted paragraphs too', () => {
    const merged = mergeAmendments(draft, [
      insert('c', 'b', 'C'),
      remove('d', 'p2'),
      insert('b', 'p2', 'B'),
      insert('a', null, 'A'),
    ])
    expect(merged.paragraphs.map(({ id }) => id)).toEqual(['a', 'p1', 'b', 'c', 'p3'])
  })
  it('lets an inserted paragraph be replaced by a later amendment', () => {
    const merged = mergeAmendments(draft, [insert('a', 'p1', 'A'), replace('r', 'a', 'AA')])
    expect(merged.paragraphs[1]).toEqual({ id: 'a', text: 'AA', changedBy: 'r' })
  })
  it('reports what names no paragraph of the draft', () => {
    expect(mergeAmendments(draft, [remove('d', 'p9'), insert('i', 'p9', 'X')]).misplaced).toEqual(['d', 'i'])
  })
})

const paragraphId = fc.constantFrom('p1', 'p2', 'p3', 'p9')
const text = fc.constantFrom('üks', 'kaks kolm', 'Määrus jõustub kohe')
const change = fc.oneof(
  fc.record({ kind: fc.constant('delete' as const), paragraphId }),
  fc.record({ kind: fc.constant('replace' as const), paragraphId, text }),
  fc.record({ kind: fc.constant('insert' as const), after: fc.option(paragraphId), text }),
)
const amendments = fc
  .array(change, { maxLength: 8 })
  .map((changes) => changes.map((change, at): Amendment => ({ id: `a${at}`, change })))

test('every accepted amendment is in the text, or reported as contradicted or misplaced', () => {
  fc.assert(
    fc.property(amendments, (accepted) => {
      const merged = mergeAmendments(draft, accepted)
      const told = new Set([
        ...merged.paragraphs.map(({ changedBy }) => changedBy),
        ...merged.deleted.map(({ amendmentId }) => amendmentId),
        ...merged.conflicts.flatMap(({ amendmentIds }) => amendmentIds),
        ...merged.misplaced,
      ])
      for (const { id } of accepted) expect(told).toContain(id)
    }),
  )
})

test('conflicts are mutual, and the order of voting loses nothing', () => {
  fc.assert(
    fc.property(amendments, (all) => {
      for (const a of all)
        for (const b of all) expect(areInConflict(a.change, b.change)).toBe(areInConflict(b.change, a.change))
      const order = votingOrder(draft, all)
      expect(order.map(({ amendmentId }) => amendmentId).toSorted()).toEqual(all.map(({ id }) => id).toSorted())
      for (const { reach } of order) expect(reach.share >= 0 && reach.share <= 1).toBe(true)
    }),
  )
})
