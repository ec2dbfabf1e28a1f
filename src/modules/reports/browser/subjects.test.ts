import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findSubjects, plain, type Subject } from './subjects.ts'

type Listed = { code: string; name: { et: string; ru: string }; keywords: { et: string; ru: string } }
const { categories } = JSON.parse(readFileSync('sites/joelahtme/reports.json', 'utf8')) as { categories: Listed[] }
const inLanguage = (language: 'et' | 'ru'): Subject[] =>
  categories.map(({ code, name, keywords }) => ({ code, name: name[language], words: keywords[language] }))
const first = (text: string, language: 'et' | 'ru' = 'et') => findSubjects(inLanguage(language), text)[0]?.code

describe('a subject', () => {
  it.each([
    ['lamp', 'tanavavalgustus'],
    ['Lambid ei põle', 'tanavavalgustus'],
    ['pimedas', 'tanavavalgustus'],
    ['TÄNAVAVALGUSTUS', 'tanavavalgustus'],
    ['tanavavalgusti', 'tanavavalgustus'],
    ['auk', 'tee-auk'],
    ['Suur auk teel', 'tee-auk'],
    ['bussipeatuse klaas', 'bussipeatus'],
  ])('is found by “%s”', (text, code) => expect(first(text)).toBe(code))

  it('is found in Russian', () => {
    expect(first('фонарь', 'ru')).toBe('tanavavalgustus')
    expect(first('яма', 'ru')).toBe('tee-auk')
  })

  it('is not found by what says nothing', () => {
    for (const text of ['', ' ', 'ei', 'xyzzy', '<b>', '"]']) expect(findSubjects(inLanguage('et'), text)).toEqual([])
  })

  it('folds letters as people type them', () => expect(plain('Jõelähtme ŠTEPSEL Ёлка')).toBe('joelahtme stepsel елка'))
})
