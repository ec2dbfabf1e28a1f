import { formatDay, type LocalDate } from '#platform/format.ts'
import type { Language } from '#platform/language.ts'
import type { Period } from '../calendar.ts'
import type { Duty } from '../duty.ts'
import type { Rhythm, Schedule } from '../schedule.ts'
import { russianPlural, spanName } from './calendar-words.ts'

type OfKind<T extends { kind: string }, K extends T['kind']> = Extract<T, { kind: K }>
type ScheduleWords = {
  rhythms: { [K in Rhythm['kind']]: (rhythm: OfKind<Rhythm, K>) => string }
  duties: { [K in Duty['kind']]: (duty: OfKind<Duty, K>) => string }
}

const etFrom =
  'jaanuarist veebruarist märtsist aprillist maist juunist juulist augustist septembrist oktoobrist novembrist detsembrist'

function isNewYear(day: LocalDate): boolean {
  return day.endsWith('-01-01')
}

function etFromDay(day: LocalDate): string {
  const year = day.slice(0, 4)
  if (isNewYear(day)) return `alates ${year}. aastast`
  return `alates ${Number(day.slice(8))}. ${etFrom.split(' ')[Number(day.slice(5, 7)) - 1]} ${year}`
}

function etTimes(times: number, period: Period): string {
  const count = ['üks kord', 'kaks korda', 'kolm korda', 'neli korda'][times - 1] ?? `${times} korda`
  return `${count} ${{ month: 'kuus', quarter: 'kvartalis', year: 'aastas' }[period]}`
}

function enTimes(times: number, period: Period): string {
  return `${['once', 'twice', 'three times', 'four times'][times - 1] ?? `${times} times`} a ${period}`
}

function ruTimes(times: number, period: Period): string {
  const count = `${times === 1 ? 'один' : times} ${russianPlural(times, 'раз', 'раза', 'раз')}`
  return `${count} в ${{ month: 'месяц', quarter: 'квартал', year: 'год' }[period]}`
}

function ruNotLessThan(times: number, period: Period): string {
  // After "не реже" Russian wants the genitive: "не реже одного раза", "не реже 2 раз".
  const count = times === 1 ? 'одного раза' : `${times} ${russianPlural(times, 'раза', 'раз', 'раз')}`
  return `не реже ${count} в ${{ month: 'месяц', quarter: 'квартал', year: 'год' }[period]}`
}

function onceName(rhythm: OfKind<Rhythm, 'once'>, language: Language, about: string, by: string): string {
  const when =
    rhythm.from === undefined
      ? `${by} ${formatDay(rhythm.by, language)}`
      : spanName({ start: rhythm.from, due: rhythm.by }, language)
  return rhythm.approximate ? `${about} ${when}` : when
}

const et = {
  rhythms: {
    continuous: () => 'pidev tegevus',
    every: (r) => etTimes(r.times, r.period),
    each: (r) => `iga kord ${r.event}`,
    once: (r) => onceName(r, 'et', 'umbes', 'tähtaeg'),
    from: (r) => etFromDay(r.from),
    'as-needed': () => 'vastavalt vajadusele',
  },
  duties: {
    'per-period': (d) => `vähemalt ${etTimes(d.atLeast, d.period)}`,
    each: () => 'iga kord',
    fresh: (d) => `uuendatud viimase ${d.days} päeva jooksul`,
    standing: (d) => `igal ajal olemas vähemalt ${d.atLeast}`,
    once: (d) => `üks kord, tähtaeg ${formatDay(d.by, 'et')}`,
  },
} satisfies ScheduleWords

const en: ScheduleWords = {
  rhythms: {
    continuous: () => 'continuous',
    every: (r) => enTimes(r.times, r.period),
    each: (r) => `each time: ${r.event}`,
    once: (r) => onceName(r, 'en', 'about', 'by'),
    from: (r) => `from ${isNewYear(r.from) ? r.from.slice(0, 4) : formatDay(r.from, 'en')}`,
    'as-needed': () => 'as needed',
  },
  duties: {
    'per-period': (d) => `at least ${enTimes(d.atLeast, d.period)}`,
    each: () => 'every time',
    fresh: (d) => (d.days === 1 ? 'updated within the last day' : `updated within the last ${d.days} days`),
    standing: (d) => `at least ${d.atLeast} in place at any time`,
    once: (d) => `once, by ${formatDay(d.by, 'en')}`,
  },
}

const ru: ScheduleWords = {
  rhythms: {
    continuous: () => 'постоянно',
    every: (r) => ruTimes(r.times, r.period),
    each: (r) => `каждый раз: ${r.event}`,
    once: (r) => onceName(r, 'ru', 'примерно', 'срок —'),
    from: (r) => (isNewYear(r.from) ? `с ${r.from.slice(0, 4)} года` : `с ${formatDay(r.from, 'ru')}`),
    'as-needed': () => 'по мере необходимости',
  },
  duties: {
    'per-period': (d) => ruNotLessThan(d.atLeast, d.period),
    each: () => 'каждый раз',
    fresh: (d) =>
      `обновлено за ${russianPlural(d.days, 'последний', 'последние', 'последние')} ${d.days} ${russianPlural(d.days, 'день', 'дня', 'дней')}`,
    standing: (d) => `постоянно не менее ${d.atLeast}`,
    once: (d) => `один раз, срок — ${formatDay(d.by, 'ru')}`,
  },
}

export const scheduleMessages: Record<Language, ScheduleWords> = { et, en, ru }

export function sayRhythm<K extends Rhythm['kind']>(rhythm: OfKind<Rhythm, K>, language: Language): string {
  const say = scheduleMessages[language].rhythms[rhythm.kind as K] as (rhythm: OfKind<Rhythm, K>) => string
  return say(rhythm)
}

/** All that a deadline says, in words; empty when nothing was understood. */
export function saySchedule(schedule: Schedule, language: Language): string {
  return schedule.map((rhythm) => sayRhythm(rhythm, language)).join(', ')
}

export function sayDuty<K extends Duty['kind']>(duty: OfKind<Duty, K>, language: Language): string {
  const say = scheduleMessages[language].duties[duty.kind as K] as (duty: OfKind<Duty, K>) => string
  return say(duty)
}

const etNumbers = ['üks', 'kaks', 'kolm', 'neli']

/** A deadline without what may be written or left out at will: "Kord kuus" and "üks kord kuus" are the same. */
function bare(words: string): string {
  const counted = etNumbers.reduce((text, word, at) => text.replaceAll(`${word} `, `${at + 1} `), words.toLowerCase())
  return counted
    .replaceAll(/\b1 kord\b/gu, 'kord')
    .replaceAll(/\.? aasta(?:st)?(?![\p{L}])/gu, '')
    .replaceAll(/[\s,.–-]+/gu, ' ')
    .trim()
}

/** Whether two deadlines in Estonian say the same, so that one of them is enough. */
export function saysTheSame(one: string, other: string): boolean {
  return bare(one) === bare(other)
}
