import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differenceBetween, likenessOf, type ComparedCommitment } from './difference.ts'
import { wordDifference, type Segment } from '#platform/word-difference.ts'

function aCommitment(number: string, text: string, over: Partial<ComparedCommitment> = {}): ComparedCommitment {
  return {
    number,
    text,
    deadlineAsWritten: 'Pidev tegevus',
    parties: ['IT-juht'],
    fulfilment: '',
    chapter: 'A',
    ...over,
  }
}

const news = aCommitment('1.1', 'Avaldame valla uudiseid veebilehel ja sotsiaalmeedias.')
const budget = aCommitment('1.2', 'Eelarve täitmist saab vaadata joonistelt.')
const youth = aCommitment('1.3', 'Noortevolikogu korraldab üritusi ja konverentsi.')

function textOf(segments: readonly Segment[], dropped: Segment['kind']): string {
  return segments
    .filter(({ kind }) => kind !== dropped)
    .map(({ text }) => text)
    .join('')
}

describe('between two versions', () => {
  test('nothing changed', () => {
    const versions = [news, budget, youth]
    expect(differenceBetween(versions, structuredClone(versions))).toEqual({
      added: [],
      removed: [],
      renumbered: [],
      changed: [],
      unchanged: 3,
    })
  })

  test('what came, what went and what moved', () => {
    const fresh = aCommitment('1.1', 'Külavanemate valimisi toetab vallasekretär.')
    const moved = { ...news, number: '1.2' }
    const difference = differenceBetween([news, budget, youth], [fresh, moved, youth])
    expect(difference).toMatchObject({ added: [fresh], removed: [budget], unchanged: 1, changed: [] })
    expect(difference.renumbered).toEqual([{ from: '1.1', to: '1.2' }])
  })

  test('two that changed places are renumbered, not rewritten', () => {
    const difference = differenceBetween(
      [news, budget],
      [
        { ...budget, number: '1.1' },
        { ...news, number: '1.2' },
      ],
    )
    expect(difference.renumbered).toEqual([
      { from: '1.2', to: '1.1' },
      { from: '1.1', to: '1.2' },
    ])
    expect(difference.changed).toEqual([])
  })

  test('what changed, field by field and word by word', () => {
    const after = { ...news, deadlineAsWritten: 'Kord kuus', parties: ['IT-juht', 'vallavanem'] }
    const { changed } = differenceBetween([news], [after])
    expect(Object.keys(changed[0]!.fields)).toEqual(['deadline', 'parties'])
    expect(changed[0]!.fields.parties).toEqual([
      { kind: 'same', text: 'IT-juht' },
      { kind: 'added', text: ', vallavanem' },
    ])
  })

  test('every commitment is accounted for', () => {
    const text = fc.constantFrom(news.text, budget.text, youth.text, '', 'Uus lubadus külamajade kohta')
    const versions = fc.array(fc.tuple(fc.constantFrom('1.1', '1.2', '2.1', '2.2'), text), { maxLength: 6 })
    fc.assert(
      fc.property(versions, versions, (old, young) => {
        const before = old.map(([number, words]) => aCommitment(number, words))
        const after = young.map(([number, words]) => aCommitment(number, words))
        const { added, removed, changed, renumbered, unchanged } = differenceBetween(before, after)
        expect(before.length - removed.length).toBe(after.length - added.length)
        expect(unchanged).toBeLessThanOrEqual(after.length - added.length)
        expect(changed.length + renumbered.length + unchanged).toBeGreaterThanOrEqual(after.length - added.length)
      }),
    )
  })
})

describe('word by word', () => {
  test('only the changed words are marked', () => {
    expect(wordDifference('Kord kuus ilmub leht', 'Kord aastas ilmub leht')).toEqual([
      { kind: 'same', text: 'Kord ' },
      { kind: 'removed', text: 'kuus' },
      { kind: 'added', text: 'aastas' },
      { kind: 'same', text: ' ilmub leht' },
    ])
  })

  test('both texts can be read back from it', () => {
    const words = fc.array(fc.constantFrom('vald', 'leht', ',', ' ', 'ja', '\n', 'õu', '1.2'), { maxLength: 40 })
    fc.assert(
      fc.property(words, words, (old, young) => {
        const [before, after] = [old.join(''), young.join('')]
        const segments = wordDifference(before, after)
        expect(textOf(segments, 'added')).toBe(before)
        expect(textOf(segments, 'removed')).toBe(after)
      }),
    )
  })

  test('long texts are compared in no time', () => {
    const before = Array.from({ length: 20_000 }, (_, index) => `sõna${index}`).join(' ')
    const after = before.replaceAll('7', 'seitse')
    const began = performance.now()
    const segments = wordDifference(before, after)
    expect(textOf(segments, 'added')).toBe(before)
    expect(performance.now() - began).toBeLessThan(2_000)
  })

  test('likeness goes from nothing in common to the same', () => {
    expect(likenessOf(news.text, news.text)).toBe(1)
    expect(likenessOf('abc', 'xyz')).toBe(0)
    expect(likenessOf('Avaldame uudiseid', 'Avaldame valla uudiseid')).toBeGreaterThan(0.6)
  })
})
