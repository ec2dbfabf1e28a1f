import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinParagraphs, paragraphsOf } from './paragraphs.ts'

test('a draft falls into paragraphs by blank lines, or by lines where there are none', () => {
  expect(paragraphsOf('§ 1. Esimene.\n\n§ 2. Teine\nja jätk.\n').map(({ id, text }) => `${id}:${text}`)).toEqual([
    '1:§ 1. Esimene.',
    '2:§ 2. Teine\nja jätk.',
  ])
  expect(paragraphsOf('§ 1. Esimene.\n§ 2. Teine.').map(({ id }) => id)).toEqual(['1', '2'])
  expect(paragraphsOf('  \n \n')).toEqual([])
})

test('paragraphs put together again are the same paragraphs, whatever the text', () => {
  const line = fc.stringMatching(/^[a-zõäöü§ .]{0,12}$/u)
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const words = lines.join('\n')
      const paragraphs = paragraphsOf(words)
      const joined = joinParagraphs(paragraphs, words)
      // A single paragraph has nothing between it and another, so nothing tells how the text was parted.
      if (paragraphs.length > 1) expect(paragraphsOf(joined)).toEqual(paragraphs)
    }),
  )
})
