import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { BarChart } from '#ui/charts/bar-chart.tsx'
import { ColumnChart } from '#ui/charts/column-chart.tsx'
import { LineChart } from '#ui/charts/line-chart.tsx'
import { MonthGrid } from '#ui/charts/month-grid.tsx'
import { OutlineMap } from '#ui/charts/outline-map.tsx'
import { StackedBar } from '#ui/charts/stacked-bar.tsx'
import { axisStep } from '#ui/charts/time-axis.tsx'

const euros = (value: number) => `${value} €`

/** Words of the cells of the table, row by row. */
function tableOf(html: string): string[][] {
  const body = html.slice(html.indexOf('<tbody'), html.indexOf('</tbody'))
  return body
    .split('<tr')
    .slice(1)
    .map((row) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gsu)].map((cell) => cell[1]!.replaceAll(/<[^>]+>/gu, '')),
    )
}

const common = { title: 'Kulud', description: 'Kulud aastas.', format: euros }

test('the table under the bars has the same numbers', () => {
  const bars = [
    { label: 'Haridus', value: 12 },
    { label: 'Teed', value: 3 },
  ]
  const html = render(<BarChart {...common} valueLabel="Kulu" bars={bars} />)
  expect(tableOf(html)).toEqual([
    ['Haridus', '12 €'],
    ['Teed', '3 €'],
  ])
  expect(html).toContain('width="25%"')
})

const series = [
  { label: 'Kavandatud', values: [4, 8], look: 'outline' as const },
  { label: 'Täidetud', values: [3, null] },
]

test.each([
  ['columns', ColumnChart],
  ['lines', LineChart],
])('the table under the %s has the same numbers, a missing one as a dash', (_, Chart) => {
  const html = render(<Chart {...common} periods={['jaan', 'veebr']} series={series} />)
  expect(tableOf(html)).toEqual([
    ['jaan', '4 €', '3 €'],
    ['veebr', '8 €', '–'],
  ])
})

test('parts are shown with their whole', () => {
  const bars = [{ label: '2026', values: [6, 3, 1] }]
  const html = render(<StackedBar {...common} parts={['Maks', 'Toetus', 'Muu']} bars={bars} />)
  expect(tableOf(html)).toEqual([['2026', '6 €', '3 €', '1 €', '10 €']])
  expect(html).toContain('width="60%"')
})

test('every chart says what it shows to those who do not see it', () => {
  const html = render(<BarChart {...common} valueLabel="Kulu" bars={[]} />)
  expect(html).toMatch(/<svg[^>]*role="img"[^>]*aria-labelledby/u)
  expect(html).toContain('>Kulud</title>')
  expect(html).toContain('>Kulud aastas.</desc>')
})

test('the axis grows in round steps', () => {
  expect([7, 40, 2_200_000].map((largest) => axisStep(largest))).toEqual([2, 10, 1_000_000])
})

test('every month of a promise is a word as well as a mark', () => {
  const rows = [{ key: '1', label: 'Protokoll', marks: ['kept', 'missed', 'due', 'none'] as const }]
  const months = ['2026-08', '2026-09', '2026-10', '2026-11']
  const html = render(<MonthGrid caption="2026" rowLabel="Lubadus" months={months} rows={rows} />)
  expect(tableOf(html)).toEqual([['Protokoll', 'täidetud', 'tegemata', 'ootel', 'ei nõutud']])
})

test('the map narrows longitude as the earth does', () => {
  const ring = [
    [25, 59],
    [26, 59],
    [26, 60],
    [25, 60],
    [25, 59],
  ]
  const areas = [
    { key: 'a', label: 'Loo', href: '/kylad/loo', geometry: { type: 'Polygon' as const, coordinates: [ring] } },
  ]
  const html = render(<OutlineMap title="Külad" description="Üks küla." areas={areas} highlightedKey="a" />)
  expect(html).toContain('viewBox="0 0 1000 1970.3"')
  expect(html).toContain('aria-label="Loo"')
  expect(html).toContain('class="highlighted"')
})
