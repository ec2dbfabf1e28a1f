import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { DataTable } from '#ui/data-table.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { MarkStrip } from '#ui/mark-strip.tsx'
import { Moment } from '#ui/moment.tsx'
import { Progress } from '#ui/progress.tsx'
import { Sparkline } from '#ui/sparkline.tsx'
import { StatusTag } from '#ui/status-tag.tsx'
import type { Tone } from '#ui/tone.ts'

const tones: readonly Tone[] = ['success', 'info', 'warning', 'danger', 'neutral']

test('a status is a word with its own shape, never a colour alone', () => {
  const drawn = tones.map((tone) => render(<StatusTag tone={tone} label="Täidetud" />))
  for (const html of drawn) expect(html).toContain('Täidetud')
  expect(new Set(drawn.map((html) => /<svg[^>]*>(.*)<\/svg>/u.exec(html)?.[1])).size).toBe(tones.length)
})

test('each mark of the strip names the promise and how it stands, and the words are counted', () => {
  const marks = [
    { href: '/tegevuskava/1', label: 'Protokollid', status: 'täidetud', tone: 'success' as const },
    { href: '/tegevuskava/2', label: 'Ümarlaud', status: 'hilinenud', tone: 'danger' as const },
  ]
  const html = render(<MarkStrip groups={[{ heading: 'Avatus', marks }]} />)
  expect(html).toContain('Protokollid: täidetud')
  expect(html).toContain('Ümarlaud: hilinenud')
  expect(html).toContain('1 hilinenud')
})

test('the sparkline says in words what it draws', () => {
  const html = render(<Sparkline label="Kuuülevaade" months={['kept', 'kept', 'missed', 'due', 'none']} />)
  expect(html).toContain('Kuuülevaade: täidetud 2, tegemata 1, ootel 1 kuud')
})

test('progress is said in numbers', () => {
  expect(render(<Progress label="Kohal" done={17} total={19} />)).toContain('17 / 19')
})

test('a date is written out in full and does not grow old in a kept page', () => {
  const html = render(<Moment at={new Date('2026-11-23T07:10:00Z')} />)
  expect(html).toContain('datetime="2026-11-23T07:10:00.000Z"')
  expect(html).toContain('23. november 2026')
  expect(html).toContain('09:10')
  expect(html).not.toContain('eest')
})

test('a table says by which column it is sorted and labels its cells for phones', () => {
  const sort = { href: '/toetused?jarjestus=-summa', direction: 'ascending' as const }
  const html = render(
    <DataTable
      caption="Toetused"
      rows={[{ name: 'Neeme selts', sum: '90 €' }]}
      rowKey={(row) => row.name}
      columns={[
        { key: 'name', label: 'Taotleja', rowHeader: true, cell: (row) => row.name },
        { key: 'sum', label: 'Summa', numeric: true, sort, cell: (row) => row.sum },
      ]}
    />,
  )
  expect(html).toContain('aria-sort="ascending"')
  expect(html).toContain('data-label="Summa"')
  expect(html).toContain('scope="row"')
})

test('I see how many were found and can take each filter off', () => {
  const active = [{ label: 'Loo alevik', removeHref: '/teated?seis=avatud' }]
  const html = render(
    <FilterBar action="/teated" active={active} clearHref="/teated" count={3}>
      <p>…</p>
    </FilterBar>,
  )
  expect(html).toContain('Leiti 3 kirjet')
  expect(html).toContain('href="/teated?seis=avatud"')
  expect(html).toContain('Eemalda piirang:')
})
