import fc from 'fast-check'
import { expect, it } from 'vitest'
import { timeInWords } from './time-in-words.ts'

const zone = 'Europe/Tallinn'
const now = new Date('2026-11-23T22:20:00+02:00')
const words = (at: string, language = 'et') => timeInWords(new Date(at), now, language, zone)

it.each([
  ['2026-11-23T22:19:30+02:00', '30 sekundi eest'],
  ['2026-11-23T22:20:00+02:00', 'nüüd'],
  ['2026-11-23T22:00:00+02:00', '20 minuti eest'],
  ['2026-11-23T08:00:00+02:00', '14 tunni eest'],
  ['2026-11-22T22:30:00+02:00', 'eile'],
  ['2026-11-21T23:02:00+02:00', 'üleeile'],
  ['2026-11-20T23:02:00+02:00', '3 päeva eest'],
  ['2026-11-24T01:00:00+02:00', '2 tunni pärast'],
  ['2026-11-24T09:00:00+02:00', 'homme'],
  ['2026-10-15T09:00:00+03:00', '1 kuu eest'],
  ['2026-01-10T09:00:00+02:00', '10 kuu eest'],
  ['2025-11-20T09:00:00+02:00', '1 aasta eest'],
  ['2021-11-20T09:00:00+02:00', '5 aasta eest'],
])('calls %s „%s”', (at, said) => expect(words(at)).toBe(said))

it('speaks the reader’s language', () => {
  expect(words('2026-11-22T22:30:00+02:00', 'en')).toBe('yesterday')
  expect(words('2026-11-21T22:30:00+02:00', 'ru')).toBe('позавчера')
})

it('calls a day yesterday only when it is the date before', () => {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: zone })
  const instants = fc.integer({ min: 1, max: 72 * 60 })
  fc.assert(
    fc.property(instants, (minutes) => {
      const at = new Date(now.getTime() - minutes * 60_000)
      const isYesterday = day.format(at) === '2026-11-22'
      return (timeInWords(at, now, 'et', zone) === 'eile') === isYesterday
    }),
  )
})
