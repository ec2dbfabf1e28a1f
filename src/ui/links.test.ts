import { expect, test } from 'vitest'
import { localPath } from '#ui/links.ts'

test('Estonian pages have no language in their address', () => {
  expect(localPath('/tegevuskava', 'et')).toBe('/tegevuskava')
})

test('I stay in my language when I follow a link', () => {
  expect(localPath('/istungid/12?leht=2#paevakord', 'ru')).toBe('/ru/istungid/12?leht=2#paevakord')
})

test.each([
  ['/', '/en'],
  ['/?lk=2', '/en?lk=2'],
  ['/#uudised', '/en#uudised'],
])('the home page %s is in English at %s', (path, expected) => {
  expect(localPath(path, 'en')).toBe(expected)
})

test('a path that already carries a language changes it instead of gaining a second one', () => {
  expect(localPath('/en/eelarve', 'en')).toBe('/en/eelarve')
  expect(localPath('/en/eelarve', 'ru')).toBe('/ru/eelarve')
  expect(localPath('/ru', 'et')).toBe('/')
})

test('a path that only begins like a language is left alone', () => {
  expect(localPath('/energia', 'en')).toBe('/en/energia')
  expect(localPath('/rukkilill', 'et')).toBe('/rukkilill')
})

test.each(['https://www.riigiteataja.ee/', '//example.org', 'mailto:vald@example.ee', '#main'])(
  'the link %s elsewhere stays as it is',
  (path) => {
    expect(localPath(path, 'en')).toBe(path)
  },
)
