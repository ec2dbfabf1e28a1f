import { formatDay, type LocalDate } from '#platform/format.ts'
import type { Language } from '#platform/language.ts'
import { periodAround, periods, type Period, type Span } from '../calendar.ts'

const et = {
  months: 'jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember',
  inMonths:
    'jaanuaris veebruaris märtsis aprillis mais juunis juulis augustis septembris oktoobris novembris detsembris',
  month: (name: string, year: string) => `${name} ${year}`,
  quarter: (roman: string, year: string) => `${year}. aasta ${roman} kvartal`,
  year: (year: string) => `${year}. aasta`,
  inMonth: (name: string, year: string) => `${name} ${year}`,
  inQuarter: (roman: string, year: string) => `${year}. aasta ${roman} kvartalis`,
  inYear: (year: string) => `${year}. aastal`,
}
type CalendarWords = typeof et
const en: CalendarWords = {
  months: 'January February March April May June July August September October November December',
  inMonths: 'January February March April May June July August September October November December',
  month: (name, year) => `${name} ${year}`,
  quarter: (roman, year) => `quarter ${roman} of ${year}`,
  year: (year) => year,
  inMonth: (name, year) => `in ${name} ${year}`,
  inQuarter: (roman, year) => `in quarter ${roman} of ${year}`,
  inYear: (year) => `in ${year}`,
}
const ru: CalendarWords = {
  months: 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь',
  inMonths: 'январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре',
  month: (name, year) => `${name} ${year} года`,
  quarter: (roman, year) => `${roman} квартал ${year} года`,
  year: (year) => `${year} год`,
  inMonth: (name, year) => `в ${name} ${year} года`,
  inQuarter: (roman, year) => `в ${roman} квартале ${year} года`,
  inYear: (year) => `в ${year} году`,
}
const words = { et, en, ru }
const quarters = ['I', 'II', 'III', 'IV']

function monthIndex(day: LocalDate): number {
  return Number(day.slice(5, 7)) - 1
}

/** `novembris 2026`, `in quarter IV of 2026`, `в 2026 году`. */
export function inPeriod(period: Period, start: LocalDate, language: Language): string {
  const { inMonths, inMonth, inQuarter, inYear } = words[language]
  const year = start.slice(0, 4)
  if (period === 'year') return inYear(year)
  if (period === 'quarter') return inQuarter(quarters[Math.floor(monthIndex(start) / 3)]!, year)
  return inMonth(inMonths.split(' ')[monthIndex(start)]!, year)
}

/** A stretch of days by the shortest name that it has: a month, a quarter, a year, years, or its two ends. */
export function spanName({ start, due }: Span, language: Language): string {
  const { months, month, quarter, year } = words[language]
  const startYear = start.slice(0, 4)
  const whole = periods.find((period) => {
    const around = periodAround(start, period)
    return around.start === start && around.due === due
  })
  if (whole === 'month') return month(months.split(' ')[monthIndex(start)]!, startYear)
  if (whole === 'quarter') return quarter(quarters[Math.floor(monthIndex(start) / 3)]!, startYear)
  if (whole === 'year') return year(startYear)
  if (start.endsWith('-01-01') && due.endsWith('-12-31')) return `${startYear}–${due.slice(0, 4)}`
  return `${formatDay(start, language)} – ${formatDay(due, language)}`
}

/** The form of a Russian noun that goes with a number: 1 день, 2 дня, 5 дней. */
export function russianPlural(count: number, one: string, few: string, many: string): string {
  const rule = new Intl.PluralRules('ru').select(count)
  return rule === 'one' ? one : rule === 'few' ? few : many
}

/** Begins with a capital and ends with one full stop, also after the Russian "г.". */
export function sentence(text: string): string {
  const begun = text.charAt(0).toUpperCase() + text.slice(1)
  return begun.endsWith('.') ? begun : `${begun}.`
}
