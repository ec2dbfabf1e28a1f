import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import type { Language, LocalText } from '#platform/language.ts'
import { LocalTextView } from '#ui/local-text-view.tsx'
import { ReaderContext } from '#ui/reader.ts'

const text: LocalText = { et: 'Tee on suletud.', en: 'The road is closed.', behind: ['en'] }

const readIn = (language: Language, inline = false) =>
  render(
    <ReaderContext.Provider value={{ language, timeZone: 'Europe/Tallinn' }}>
      <LocalTextView text={text} inline={inline} />
    </ReaderContext.Provider>,
  )

test('in Estonian I read the text and nothing more', () => {
  expect(readIn('et')).toBe('<div><p class="local-text">Tee on suletud.</p></div>')
})

test('a text that is not in Russian is shown in Estonian and says so', () => {
  const html = readIn('ru')
  expect(html).toContain('lang="et"')
  expect(html).toContain('Этот текст есть только на эстонском языке.')
})

test('a translation that is behind says so', () => {
  const html = readIn('en')
  expect(html).toContain('The road is closed.')
  expect(html).toContain('This translation is behind')
})

test('inside a sentence only the language is marked', () => {
  expect(readIn('ru', true)).toBe('<span lang="et">Tee on suletud.</span>')
})
