import type { Language } from '#platform/language.ts'

const et = {
  title: 'Otsing',
  titleOf: (query: string) => `Otsing: ${query}`,
  field: 'Mida otsid?',
  hint: 'Täpitähed ja käänded ei loe: „joelahtme volikogus” leiab ka „Jõelähtme volikogu”.',
  submit: 'Otsi',
  filters: 'Kitsenda',
  kind: 'Liik',
  from: 'Alates',
  until: 'Kuni',
  dayWrong: 'Kirjuta kuupäev kujul 2026-10-15.',
  found: (count: string) => `Leitud ${count}`,
  foundMany: (count: string) => `Leitud üle ${count}`,
  nothing: 'Nende sõnadega ei leidu midagi',
  nothingText: 'Proovi vähem sõnu või teist sõna. Otsing leiab ainult seda, mida sul on õigus näha.',
  didYouMean: 'Kas mõtlesid:',
  partial: 'Kõiki neid sõnu korraga ei leidu kuskilt. Siin on mõni neist.',
  empty: 'Kirjuta vähemalt kaks tähte.',
}
export type SearchMessages = typeof et

const en: SearchMessages = {
  title: 'Search',
  titleOf: (query) => `Search: ${query}`,
  field: 'What are you looking for?',
  hint: 'Marks on letters and endings of words do not matter: “joelahtme volikogus” finds “Jõelähtme volikogu” too.',
  submit: 'Search',
  filters: 'Narrow down',
  kind: 'Kind',
  from: 'From',
  until: 'Until',
  dayWrong: 'Write the date as 2026-10-15.',
  found: (count) => `Found: ${count}`,
  foundMany: (count) => `Found: more than ${count}`,
  nothing: 'Nothing holds these words',
  nothingText: 'Try fewer words or another word. Search finds only what you have the right to see.',
  didYouMean: 'Did you mean:',
  partial: 'Nothing holds all these words. These hold some of them.',
  empty: 'Write at least two letters.',
}

const ru: SearchMessages = {
  title: 'Поиск',
  titleOf: (query) => `Поиск: ${query}`,
  field: 'Что вы ищете?',
  hint: 'Знаки над буквами и окончания не важны: «joelahtme volikogus» найдёт и «Jõelähtme volikogu».',
  submit: 'Найти',
  filters: 'Уточнить',
  kind: 'Вид',
  from: 'С',
  until: 'По',
  dayWrong: 'Напишите дату как 2026-10-15.',
  found: (count) => `Найдено: ${count}`,
  foundMany: (count) => `Найдено: более ${count}`,
  nothing: 'С этими словами ничего нет',
  nothingText: 'Попробуйте меньше слов или другое слово. Поиск находит только то, что вы вправе видеть.',
  didYouMean: 'Возможно, вы имели в виду:',
  partial: 'Все эти слова вместе нигде не встречаются. Здесь есть некоторые из них.',
  empty: 'Напишите хотя бы две буквы.',
}

export const searchMessages: Record<Language, SearchMessages> = { et, en, ru }
