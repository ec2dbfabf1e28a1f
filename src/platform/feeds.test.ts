import fc from 'fast-check'
import { parseAtomFeed } from 'feedsmith'
import ICAL from 'ical.js'
import nodeIcal from 'node-ical'
import Parser from 'rss-parser'
import { describe, expect, it } from 'vitest'
import { atomFeed } from './atom.ts'
import { icalendar, type CalendarEntry } from './icalendar.ts'

const updated = new Date('2026-11-23T10:00:00Z')
const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }).map(
  (text) =>
    // What no calendar or feed can carry: control characters, and spaces at the ends, which readers trim.
    text
      .replaceAll(/\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu, 'x')
      .trim()
      .replaceAll(/\s+/g, ' ') || 'x',
)

/** One entry as two readers that know nothing of each other understand it. */
function read(entry: CalendarEntry) {
  const document = icalendar({ name: 'Kalender', entries: [entry] })
  for (const line of document.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  const component = new ICAL.Component(ICAL.parse(document) as never).getFirstSubcomponent('vevent')!
  const event = new ICAL.Event(component)
  const parsed = nodeIcal.sync.parseICS(document)
  const other = Object.values(parsed).find((one) => one?.type === 'VEVENT') as {
    summary: string
    start: Date
    end: Date
    datetype: string
    uid: string
  }
  return { event, other }
}

describe('iCalendar', () => {
  it('says any title and instant so that two readers understand the same', () => {
    const instants = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(words, words, instants, (title, location, at) => {
        const from = new Date(Math.floor(at.getTime() / 1000) * 1000)
        const until = new Date(from.getTime() + 5_400_000)
        const { event, other } = read({ uid: 'a-1@vald', title, location, from, until, updated })
        expect(event.summary).toBe(title)
        expect(event.location).toBe(location)
        expect(event.startDate.toJSDate().getTime()).toBe(from.getTime())
        expect(event.endDate.toJSDate().getTime()).toBe(until.getTime())
        expect(other.start.getTime()).toBe(from.getTime())
        expect(other.end.getTime()).toBe(until.getTime())
        expect(other.uid).toBe('a-1@vald')
      }),
      { numRuns: 200 },
    )
  })

  it.each([
    ['2026-10-25T00:30:00Z', 'the hour that comes twice, first time'],
    ['2026-10-25T01:30:00Z', 'the hour that comes twice, second time'],
    ['2027-03-28T00:59:00Z', 'before the hour that is left out'],
    ['2027-03-28T01:00:00Z', 'after the hour that is left out'],
  ])('keeps the instant %s on a day of clock change (%s)', (instant) => {
    const from = new Date(instant)
    const until = new Date(from.getTime() + 3_600_000)
    const { event, other } = read({ uid: 'x', title: 'Istung', from, until, updated })
    expect(event.startDate.toJSDate().toISOString()).toBe(from.toISOString())
    expect(other.start.toISOString()).toBe(from.toISOString())
    expect(other.end.getTime() - other.start.getTime()).toBe(3_600_000)
  })

  it.each(['2026-10-25', '2027-03-28', '2028-02-29', '2026-12-31'])(
    'a whole day %s is that day and no other',
    (day) => {
      const { event, other } = read({ uid: 'x', title: 'Tähtpäev', day, updated })
      expect(event.startDate.isDate).toBe(true)
      expect(event.startDate.toString()).toBe(day)
      expect(event.duration.toSeconds()).toBe(86_400)
      expect(other.datetype).toBe('date')
    },
  )

  it('a cancelled entry stays, with a higher number', () => {
    const entry = { uid: 'x', title: 'Istung', day: '2026-12-01', updated, sequence: 3, status: 'CANCELLED' } as const
    const document = icalendar({ name: 'K', entries: [entry] })
    expect(document).toContain('STATUS:CANCELLED')
    expect(document).toContain('SEQUENCE:3')
  })
})

describe('Atom', () => {
  it('says any title so that two readers understand the same', async () => {
    const parser = new Parser()
    await fc.assert(
      fc.asyncProperty(words, words, async (title, summary) => {
        const document = atomFeed({
          id: 'tag:vald,2026:voog',
          title,
          language: 'et',
          selfUrl: 'https://vald.ee/feed.atom',
          htmlUrl: 'https://vald.ee/?a=1&b=2',
          author: 'Vald',
          updated,
          entries: [{ id: 'tag:vald,2026:1', title, url: 'https://vald.ee/1?x="', updated, summary }],
        })
        const first = parseAtomFeed(document)
        expect(first.title?.value).toBe(title)
        expect(first.entries![0]).toMatchObject({
          id: 'tag:vald,2026:1',
          title: { value: title },
          summary: { value: summary },
        })
        const second = await parser.parseString(document)
        expect(second.title).toBe(title)
        expect(second.items[0]!.title).toBe(title)
        expect(second.items[0]!.isoDate).toBe(updated.toISOString())
      }),
      { numRuns: 100 },
    )
  })
})
