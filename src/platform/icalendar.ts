import type { LocalDate } from './format.ts'

export type CalendarEntry = {
  /** Stable for ever: `<kind>-<id>@<host>`. */
  uid: string
  /** Grows with each change of the entry. */
  sequence?: number
  title: string
  description?: string
  location?: string
  url?: string
  categories?: readonly string[]
  status?: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED'
  updated: Date
} & ({ day: LocalDate; until?: LocalDate } | { from: Date; until: Date })

export type Calendar = {
  name: string
  /** What tells calendars how often to come again. */
  refreshHours?: number
  method?: 'PUBLISH' | 'CANCEL' | 'REQUEST'
  entries: readonly CalendarEntry[]
}

/** An iCalendar document (RFC 5545, RFC 7986). Instants stand in UTC, so no clock change can shift them; days have none. */
export function icalendar({ name, refreshHours = 12, method = 'PUBLISH', entries }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Avavald//Avavald//ET',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    `NAME:${text(name)}`,
    `X-WR-CALNAME:${text(name)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:PT${refreshHours}H`,
    `X-PUBLISHED-TTL:PT${refreshHours}H`,
    ...entries.flatMap(linesOf),
    'END:VCALENDAR',
  ]
  return `${lines.map(fold).join('\r\n')}\r\n`
}

function linesOf(entry: CalendarEntry): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${text(entry.uid)}`,
    `DTSTAMP:${instant(entry.updated)}`,
    `LAST-MODIFIED:${instant(entry.updated)}`,
    `SEQUENCE:${entry.sequence ?? 0}`,
    ...timesOf(entry),
    `SUMMARY:${text(entry.title)}`,
    ...(entry.description === undefined ? [] : [`DESCRIPTION:${text(entry.description)}`]),
    ...(entry.location === undefined ? [] : [`LOCATION:${text(entry.location)}`]),
    ...(entry.url === undefined ? [] : [`URL:${entry.url.replaceAll(/[\r\n]/g, '')}`]),
    ...(entry.categories === undefined || entry.categories.length === 0
      ? []
      : [`CATEGORIES:${entry.categories.map(text).join(',')}`]),
    `STATUS:${entry.status ?? 'CONFIRMED'}`,
    'END:VEVENT',
  ]
}

function timesOf(entry: CalendarEntry): string[] {
  if ('from' in entry) return [`DTSTART:${instant(entry.from)}`, `DTEND:${instant(entry.until)}`]
  // The end of a whole day is the day after it (RFC 5545 § 3.6.1).
  const after = new Date(Date.parse(`${entry.until ?? entry.day}T00:00Z`) + 86_400_000).toISOString().slice(0, 10)
  return [`DTSTART;VALUE=DATE:${day(entry.day)}`, `DTEND;VALUE=DATE:${day(after)}`, 'TRANSP:TRANSPARENT']
}

const day = (date: LocalDate): string => date.replaceAll('-', '')

function instant(at: Date): string {
  return `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}

function text(value: string): string {
  return value
    .replaceAll(/(?![\t\r\n])\p{Cc}/gu, '')
    .replaceAll('\\', '\\\\')
    .replaceAll(';', String.raw`\;`)
    .replaceAll(',', String.raw`\,`)
    .replaceAll(/\r\n|\r|\n/g, String.raw`\n`)
}

/** Lines of at most 75 octets, never cut within a letter. */
function fold(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const letter of line) {
    const length = Buffer.byteLength(letter)
    if (octets + length > 75) {
      parts.push(part)
      part = ' '
      octets = 1
    }
    part += letter
    octets += length
  }
  parts.push(part)
  return parts.join('\r\n')
}
