import { formatDay, type LocalDate } from './format.ts'
import type { Language, LocalText } from './language.ts'

/** A public holiday with the years for which the list is known to hold. */
type Holiday = { name: LocalText; since: number; until: number | null } & (
  | { month: number; day: number }
  | { daysAfterEaster: number }
)

/**
 * Public holidays of Estonia as the act on holidays and anniversaries lists them (pühade ja tähtpäevade seadus § 2).
 * A change of the law is a new row, and an `until` on the old one: past terms keep the days they were counted with.
 */
const holidays: readonly Holiday[] = [
  { month: 1, day: 1, since: 1992, until: null, name: { et: 'uusaasta', en: "New Year's Day", ru: 'Новый год' } },
  {
    month: 2,
    day: 24,
    since: 1992,
    until: null,
    name: { et: 'iseseisvuspäev', en: 'Independence Day', ru: 'День независимости' },
  },
  {
    daysAfterEaster: -2,
    since: 1992,
    until: null,
    name: { et: 'suur reede', en: 'Good Friday', ru: 'Страстная пятница' },
  },
  {
    daysAfterEaster: 0,
    since: 1992,
    until: null,
    name: { et: 'ülestõusmispühade 1. püha', en: 'Easter Sunday', ru: 'Пасха' },
  },
  { month: 5, day: 1, since: 1992, until: null, name: { et: 'kevadpüha', en: 'Spring Day', ru: 'День весны' } },
  {
    daysAfterEaster: 49,
    since: 1992,
    until: null,
    name: { et: 'nelipühade 1. püha', en: 'Whit Sunday', ru: 'Троица' },
  },
  { month: 6, day: 23, since: 1992, until: null, name: { et: 'võidupüha', en: 'Victory Day', ru: 'День победы' } },
  { month: 6, day: 24, since: 1992, until: null, name: { et: 'jaanipäev', en: "St John's Day", ru: 'Иванов день' } },
  {
    month: 8,
    day: 20,
    since: 1998,
    until: null,
    name: { et: 'taasiseseisvumispäev', en: 'Restoration of Independence', ru: 'День восстановления независимости' },
  },
  {
    month: 12,
    day: 24,
    since: 2005,
    until: null,
    name: { et: 'jõululaupäev', en: 'Christmas Eve', ru: 'Сочельник' },
  },
  { month: 12, day: 25, since: 1992, until: null, name: { et: '1. jõulupüha', en: 'Christmas Day', ru: 'Рождество' } },
  {
    month: 12,
    day: 26,
    since: 1992,
    until: null,
    name: { et: '2. jõulupüha', en: 'Boxing Day', ru: 'Второй день Рождества' },
  },
]

const dayLength = 86_400_000

function addDays(day: LocalDate, count: number): LocalDate {
  return new Date(Date.parse(`${day}T00:00Z`) + count * dayLength).toISOString().slice(0, 10)
}

/** Easter Sunday of a year in the Gregorian calendar (the anonymous algorithm, Nature 1876; Meeus 1991). */
export function easterSunday(year: number): LocalDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  const day = ((h + l - 7 * m + 114) % 31) + 1
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

const yearsKnown = new Map<number, ReadonlyMap<LocalDate, LocalText>>()

/** The public holidays of a year, by day. */
export function holidaysOf(year: number): ReadonlyMap<LocalDate, LocalText> {
  const known = yearsKnown.get(year)
  if (known !== undefined) return known
  const easter = easterSunday(year)
  const found = new Map<LocalDate, LocalText>()
  for (const holiday of holidays) {
    if (year < holiday.since || (holiday.until !== null && year > holiday.until)) continue
    const day =
      'daysAfterEaster' in holiday
        ? addDays(easter, holiday.daysAfterEaster)
        : `${year}-${String(holiday.month).padStart(2, '0')}-${String(holiday.day).padStart(2, '0')}`
    found.set(day, holiday.name)
  }
  if (yearsKnown.size > 200) yearsKnown.clear()
  yearsKnown.set(year, found)
  return found
}

export function holidayOn(day: LocalDate): LocalText | undefined {
  return holidaysOf(Number(day.slice(0, 4))).get(day)
}

function isWeekend(day: LocalDate): boolean {
  const weekday = new Date(`${day}T00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6
}

/** Shortened days before holidays are working days. */
export function isWorkingDay(day: LocalDate): boolean {
  return !isWeekend(day) && holidayOn(day) === undefined
}

/** A due day with everything needed to explain it. */
export type DueDay = {
  start: LocalDate
  /** The last day; it ends at 24:00 local time. */
  due: LocalDate
  workingDays: number
  /** Holidays that fell on a weekday and were not counted. */
  skippedHolidays: readonly { day: LocalDate; name: LocalText }[]
  skippedWeekends: number
}

/** The day on which a term of working days ends; the term runs from the day after `start`. */
export function addWorkingDays(start: LocalDate, count: number): DueDay {
  if (!Number.isInteger(count) || count < 0) throw new RangeError('a term has a whole number of working days')
  let day = start
  let left = count
  let skippedWeekends = 0
  const skippedHolidays: { day: LocalDate; name: LocalText }[] = []
  while (left > 0) {
    day = addDays(day, 1)
    if (isWorkingDay(day)) left -= 1
    else if (isWeekend(day)) skippedWeekends += 1
    else skippedHolidays.push({ day, name: holidayOn(day)! })
  }
  return { start, due: day, workingDays: count, skippedHolidays, skippedWeekends }
}

/** A day that is no working day moves to the next one (a term's end by TsÜS § 136). */
export function nextWorkingDay(day: LocalDate): LocalDate {
  let next = day
  while (!isWorkingDay(next)) next = addDays(next, 1)
  return next
}

/** Working days after `from` up to and including `until`; negative when `until` is past. */
export function workingDaysBetween(from: LocalDate, until: LocalDate): number {
  const [first, last] = from <= until ? [from, until] : [until, from]
  let count = 0
  for (let day = addDays(first, 1); day <= last; day = addDays(day, 1)) if (isWorkingDay(day)) count += 1
  return from <= until ? count : 0 - count
}

const words = {
  et: {
    days: (count: number) => (count === 1 ? '1 tööpäev' : `${count} tööpäeva`),
    sentence: (days: string, start: string, due: string) => `${days} alates päevast pärast ${start}: ${due}`,
    skipped: (what: string) => `Vahele jäid ${what}.`,
    weekends: (count: number) => (count === 1 ? '1 nädalavahetuse päev' : `${count} nädalavahetuse päeva`),
    and: ' ja ',
  },
  en: {
    days: (count: number) => (count === 1 ? '1 working day' : `${count} working days`),
    sentence: (days: string, start: string, due: string) => `${days} from the day after ${start}: ${due}`,
    skipped: (what: string) => `Not counted: ${what}.`,
    weekends: (count: number) => (count === 1 ? '1 weekend day' : `${count} weekend days`),
    and: ' and ',
  },
  ru: {
    days: (count: number) => `${count} ${russianDays(count, 'рабочий день', 'рабочих дня', 'рабочих дней')}`,
    sentence: (days: string, start: string, due: string) => `${days} со дня после ${start}: ${due}`,
    skipped: (what: string) => `Не засчитаны: ${what}.`,
    weekends: (count: number) => `${count} ${russianDays(count, 'выходной день', 'выходных дня', 'выходных дней')}`,
    and: ' и ',
  },
} as const

function russianDays(count: number, one: string, few: string, many: string): string {
  const form = new Intl.PluralRules('ru').select(count)
  return form === 'one' ? one : form === 'few' ? few : many
}

/** How a due day came about, in words: "5 tööpäeva alates …: … Vahele jäid …". */
export function sayDueDay(found: DueDay, language: Language): string {
  const t = words[language]
  const sentence = t.sentence(
    t.days(found.workingDays),
    formatDay(found.start, language),
    formatDay(found.due, language),
  )
  const skipped = [
    ...(found.skippedWeekends === 0 ? [] : [t.weekends(found.skippedWeekends)]),
    ...found.skippedHolidays.map(({ day, name }) => `${name[language] ?? name.et} (${formatDay(day, language)})`),
  ]
  if (skipped.length === 0) return `${sentence}.`
  const list = skipped.length === 1 ? skipped[0]! : `${skipped.slice(0, -1).join(', ')}${t.and}${skipped.at(-1)!}`
  return `${sentence}. ${t.skipped(list)}`
}
