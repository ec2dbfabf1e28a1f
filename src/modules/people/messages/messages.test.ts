import { expect, it } from 'vitest'
import { myPageMessages } from './my-page.ts'
import { publicMessages } from './public.ts'
import { workMessages } from './work.ts'

function emptyWords(words: object, path = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? emptyWords(value, `${path}${key}.`)
      : value === ''
        ? [`${path}${key}`]
        : [],
  )
}

it.each([publicMessages, workMessages, myPageMessages])('no word is missing in any language', ({ et, en, ru }) => {
  for (const words of [et, en, ru]) expect(emptyWords(words)).toEqual([])
  expect(Object.keys(en)).toEqual(Object.keys(et))
  expect(Object.keys(ru)).toEqual(Object.keys(et))
})
