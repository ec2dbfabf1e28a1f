import type { Language } from './language.ts'

const locales: Record<Language, string> = { et: 'et-EE', en: 'en-GB', ru: 'ru-RU' }
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(language: Language, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${timeZone} ${Object.values(options).join(' ')} ${Object.keys(options).join(' ')}`
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locales[language], { timeZone, ...options })
  formatters.set(key, known)
  return known
}

/** A calendar day of the municipality, `YYYY-MM-DD`: terms are counted in local dates, never in UTC. */
export type LocalDate = string

/** The municipality's calendar day at an instant. */
export function localDate(instant: Date, timeZone: string): LocalDate {
  const parts = formatter('en', timeZone, { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(instant)
  const part = (type: string) => parts.find((p) => p.type === type)!.value
  return `${part('year')}-${part('month')}-${part('day')}`
}

const daysInWords = new Map<string, string>()

/** `15. oktoober 2026` and its like. */
export function formatDay(day: LocalDate, language: Language): string {
  const key = language + day
  const known = daysInWords.get(key)
  if (known !== undefined) return known
  if (daysInWords.size > 5000) daysInWords.clear()
  const words = dayInWords(day, language)
  daysInWords.set(key, words)
  return words
}

/** Without the Russian “г.”: dates end sentences, and two full stops would end them twice. */
function dayInWords(day: LocalDate, language: Language): string {
  const format = formatter(language, 'UTC', { day: 'numeric', month: 'long', year: 'numeric' })
  return format.format(new Date(`${day}T00:00Z`)).replace(/\sг\.$/u, '')
}

/** `15. okt`, for dense rows; the year is shown by the caller where it is not this one. */
export function formatDayShort(day: LocalDate, language: Language): string {
  return formatter(language, 'UTC', { day: 'numeric', month: 'short' }).format(new Date(`${day}T00:00Z`))
}

export function formatMonth(month: string, language: Language): string {
  const date = new Date(`${month.slice(0, 7)}-01T00:00Z`)
  return formatter(language, 'UTC', { month: 'long', year: 'numeric' }).format(date)
}

export function formatInstant(instant: Date, language: Language, timeZone: string): string {
  const options = { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' } as const
  return formatter(language, timeZone, options).format(instant)
}

// Making a formatter costs far more than using one.
const perLanguage = <T>(make: (locale: string) => T): Record<Language, T> => ({
  et: make(locales.et),
  en: make(locales.en),
  ru: make(locales.ru),
})
const numbers = perLanguage((locale) => new Intl.NumberFormat(locale))
const euros = perLanguage((locale) => new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }))
const collators = perLanguage((locale) => new Intl.Collator(locale))

export function formatNumber(value: number, language: Language): string {
  return numbers[language].format(value)
}

/** Money is kept in integer cents. */
export function formatMoney(cents: number, language: Language): string {
  return euros[language].format(cents / 100)
}

/** Sorts as a reader of the language expects: in Estonian õ ä ö ü stand at the end and z after s. */
export function compareText(language: Language): (a: string, b: string) => number {
  return collators[language].compare
}

/**
 * The instant that a clock in the zone shows as `2026-11-23T15:00`. Of an hour that a clock change repeats it is the
 * first, of one that it skips the same distance after the change.
 */
export function instantIn(timeZone: string, local: string): Date {
  return new Date(Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).epochMilliseconds)
}

/** The instant as a clock in the zone shows it: `2026-11-23T15:00`. */
export function localTimeOf(instant: Date, timeZone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone)
  return local.toPlainDateTime().toString({ smallestUnit: 'minute' })
}
