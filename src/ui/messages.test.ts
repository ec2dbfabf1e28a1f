import { expect, test } from 'vitest'
import { languages } from '#platform/language.ts'
import { uiMessages } from '#ui/messages.ts'

test('everything on the page is said in every language', () => {
  const wanted = Object.keys(uiMessages.et).toSorted()
  for (const language of languages) {
    expect(Object.keys(uiMessages[language]).toSorted()).toEqual(wanted)
    for (const text of Object.values(uiMessages[language])) if (typeof text === 'string') expect(text).not.toBe('')
  }
})

test('the count of results is grammatical', () => {
  expect(uiMessages.et.results(1)).toBe('Leiti 1 kirje')
  expect(uiMessages.et.results(0)).toBe('Leiti 0 kirjet')
  expect(uiMessages.ru.results(22)).toBe('Найдено: 22 записи')
  expect(uiMessages.ru.results(11)).toBe('Найдено: 11 записей')
})
