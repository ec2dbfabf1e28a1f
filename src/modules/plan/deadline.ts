import { calendarDay, monthSpan, type Period, type Span } from './calendar.ts'
import type { Rhythm, Schedule } from './schedule.ts'

export type ReadDeadline = {
  schedule: Schedule
  understood: boolean
  /** Words that say nothing about time, or that were not understood. */
  leftover: string
}

const longestDeadline = 300
const monthStems = ['jaanuar', 'veebruar', 'märts', 'aprill', 'mai', 'juuni', 'juuli', 'august']
const monthNames = [...monthStems, 'septemb', 'oktoob', 'novemb', 'detsemb']
const monthPattern = '(jaanuar|veebruar|märts|aprill|mai|juuni|juuli|august|septemb|oktoob|novemb|detsemb)\\p{L}*'
const yearPattern = '((?:19|20|21)\\d\\d)\\.?(?:\\s*a(?:asta\\p{L}*)?(?!\\p{L})\\.?)?'
const ordinals = ['i', 'ii', 'iii', 'iv', '1', '2', '3', '4']
const ordinalPattern = '(iv|i{1,3}|[1-4])\\.?'
const counts: Record<string, number> = { kord: 1, üks: 1, kaks: 2, kolm: 3, neli: 4, viis: 5, kuus: 6 }

function pattern(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}.])${source}(?![\\p{L}\\p{N}])`, 'gu')
}

function monthNumber(stem: string): number {
  return monthNames.indexOf(stem) + 1
}

function oneDay(year: string, month: number, day: string): Span | undefined {
  const date = calendarDay(Number(year), month, Number(day))
  return date === undefined ? undefined : { start: date, due: date }
}

function monthsOf(year: string, first: number, last: number): Span {
  const month = (number: number) => `${year}-${String(number).padStart(2, '0')}`
  return monthSpan(month(first), month(last))
}

function partOfYear(year: string, ordinal: string, months: number): Span | undefined {
  const number = (ordinals.indexOf(ordinal) % 4) + 1
  return number * months > 12 ? undefined : monthsOf(year, (number - 1) * months + 1, number * months)
}

type Group = (index: number) => string
type PointRule = { pattern: RegExp; span: (group: Group) => Span | undefined }

/** From the most exact to the widest, so that the year inside a date is not taken for a year. */
const pointRules: PointRule[] = [
  { pattern: pattern('(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})\\.?'), span: (g) => oneDay(g(3), Number(g(2)), g(1)) },
  { pattern: pattern('(\\d{4})-(\\d{2})-(\\d{2})'), span: (g) => oneDay(g(1), Number(g(2)), g(3)) },
  {
    pattern: pattern(`(\\d{1,2})\\.\\s*${monthPattern}\\s+${yearPattern}`),
    span: (g) => oneDay(g(3), monthNumber(g(2)), g(1)),
  },
  {
    pattern: pattern(`${yearPattern}\\s+${ordinalPattern}\\s*kvarta\\p{L}*`),
    span: (g) => partOfYear(g(1), g(2), 3),
  },
  {
    pattern: pattern(`${ordinalPattern}\\s*kvarta\\p{L}*\\s+${yearPattern}`),
    span: (g) => partOfYear(g(2), g(1), 3),
  },
  {
    pattern: pattern(`${yearPattern}\\s+${ordinalPattern}\\s*poolaasta\\p{L}*`),
    span: (g) => partOfYear(g(1), g(2), 6),
  },
  {
    pattern: pattern(`${ordinalPattern}\\s*poolaasta\\p{L}*\\s+${yearPattern}`),
    span: (g) => partOfYear(g(2), g(1), 6),
  },
  {
    pattern: pattern(`${monthPattern}\\s+${yearPattern}`),
    span: (g) => monthsOf(g(2), monthNumber(g(1)), monthNumber(g(1))),
  },
  {
    pattern: pattern(`${yearPattern}\\s+${monthPattern}`),
    span: (g) => monthsOf(g(1), monthNumber(g(2)), monthNumber(g(2))),
  },
  { pattern: pattern(yearPattern), span: (g) => monthsOf(g(1), 1, 12) },
]

type Reading = { rest: string; rhythms: Rhythm[] }

function consume(reading: Reading, rule: RegExp, rhythmFrom: (match: string[]) => Rhythm | undefined): Reading {
  const rhythms = [...reading.rhythms]
  const rest = reading.rest.replaceAll(rule, (whole: string, ...groups: unknown[]) => {
    const found = rhythmFrom([whole, ...groups.map((group) => (typeof group === 'string' ? group : ''))])
    if (found === undefined) return whole
    rhythms.push(found)
    return ' '
  })
  return { rest, rhythms }
}

function once(span: Span, approximate: boolean): Rhythm {
  const from = span.start === span.due ? {} : { from: span.start }
  return { kind: 'once', ...from, by: span.due, ...(approximate ? { approximate: true as const } : {}) }
}

/** Points in time are first marked ⟦n⟧, so that the rules about them need not repeat how a date is written. */
function readPoints(text: string): Reading {
  const points: Span[] = []
  let rest = text
  for (const rule of pointRules) {
    rest = rest.replaceAll(rule.pattern, (whole: string, ...groups: unknown[]) => {
      const span = rule.span((index) => String(groups[index - 1] ?? ''))
      if (span === undefined) return whole
      points.push(span)
      return `⟦${points.length - 1}⟧`
    })
  }
  const approximate = /orienteeruvalt|eeldatavalt|umbes/u.test(rest)
  const point = (index: string | undefined) => points[Number(index)]!
  let reading: Reading = { rest, rhythms: [] }
  reading = consume(reading, /⟦(\d+)⟧\s*(?:-|kuni)\s*⟦(\d+)⟧/gu, ([, first, last]) => {
    const span = { start: point(first).start, due: point(last).due }
    return span.start > span.due ? undefined : once(span, approximate)
  })
  reading = consume(reading, /alates\s+⟦(\d+)⟧/gu, ([, index]) => ({ kind: 'from', from: point(index).start }))
  const until = /(?:kuni|hiljemalt)\s+⟦(\d+)⟧(?:\s+lõpu\p{L}*|\s+lõpp)?|⟦(\d+)⟧\s+(?:lõpu\p{L}*|lõpp)/gu
  reading = consume(reading, until, ([, before, after]) => {
    const due = point(before === '' ? after : before).due
    return once({ start: due, due }, approximate)
  })
  return consume(reading, /⟦(\d+)⟧/gu, ([, index]) => once(point(index), approximate))
}

function timesOf(written: string): number | undefined {
  const times = written === '' ? 1 : (counts[written] ?? Number(written))
  return Number.isInteger(times) && times >= 1 && times <= 12 ? times : undefined
}

function every(period: Period, times: number | undefined): Rhythm | undefined {
  return times === undefined ? undefined : { kind: 'every', period, times }
}

const periodWords: Record<string, [Period, number]> = {
  kuus: ['month', 1],
  kuu: ['month', 1],
  kvartalis: ['quarter', 1],
  kvartal: ['quarter', 1],
  poolaastas: ['year', 2],
  aastas: ['year', 1],
  aastal: ['year', 1],
  aasta: ['year', 1],
}

function readRhythms(reading: Reading): Reading {
  let next = consume(
    reading,
    /(?:(?:igal aastal|iga-aastaselt)\s+)?((?:peale|pärast|enne)\s+[^,;⟦]{3,150})/gu,
    ([, event]) => ({ kind: 'each', event: event!.trim() }),
  )
  const count = /(?:(üks|kaks|kolm|neli|viis|kuus|\d{1,2})\s+)?kord(?:a|i)?\s+(kuus|kvartalis|poolaastas|aastas)/gu
  next = consume(next, count, ([, written, word]) => {
    const [period, share] = periodWords[word!]!
    const times = timesOf(written ?? '')
    return every(period, times === undefined ? undefined : times * share)
  })
  next = consume(next, /(?<!\p{L})ig(?:al|as|a)\s+(kuus|kuu|kvartalis|kvartal|aastal|aasta)(?!\p{L})/gu, ([, word]) =>
    every(periodWords[word!]![0], 1),
  )
  next = consume(next, /iga-?kuise?lt|iga-?kuine/gu, () => every('month', 1))
  next = consume(next, /kvartaalselt/gu, () => every('quarter', 1))
  next = consume(next, /iga-?aasta(?:selt|ne)/gu, () => every('year', 1))
  next = consume(next, /pidev(?:alt)?(?:\s+tegevus)?|jooksvalt/gu, () => ({ kind: 'continuous' }))
  return consume(next, /vastavalt\s+vajadusele|vajaduse\s+korral|vajadusel|vajaduspõhiselt/gu, () => ({
    kind: 'as-needed',
  }))
}

const order: Rhythm['kind'][] = ['continuous', 'every', 'each', 'once', 'from', 'as-needed']
const fillers = /(?<!\p{L})(?:vähemalt|hiljemalt|orienteeruvalt|eeldatavalt|umbes|ja|ning|ka|kuni|alates)(?!\p{L})/gu

function withoutRepeats(rhythms: Rhythm[]): Rhythm[] {
  const seen = new Map(rhythms.map((rhythm) => [JSON.stringify(rhythm), rhythm]))
  return [...seen.values()].toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
}

/** Reads an Estonian deadline. The words as written are for the caller to keep: this is only what they seem to say. */
export function parseDeadline(written: string): ReadDeadline {
  if (written.length > longestDeadline) return { schedule: [], understood: false, leftover: written }
  const plain = written
    .toLowerCase()
    .replaceAll(/[⟦⟧]/gu, ' ')
    .replaceAll(/[–—−]/gu, '-')
    .replaceAll(/\n+/gu, ', ')
    .replaceAll(/\s+/gu, ' ')
  const { rest, rhythms } = readRhythms(readPoints(plain.trim()))
  const leftover = rest
    .replaceAll(fillers, ' ')
    .replaceAll(/[^\p{L}\p{N}-]+/gu, ' ')
    .trim()
  const schedule = withoutRepeats(rhythms).slice(0, 6)
  return { schedule, understood: schedule.length > 0, leftover: leftover === '-' ? '' : leftover }
}
