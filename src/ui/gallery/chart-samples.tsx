import { formatNumber } from '#platform/format.ts'
import { BarChart } from '#ui/charts/bar-chart.tsx'
import { ColumnChart } from '#ui/charts/column-chart.tsx'
import { LineChart } from '#ui/charts/line-chart.tsx'
import { OutlineMap } from '#ui/charts/outline-map.tsx'
import { StackedBar } from '#ui/charts/stacked-bar.tsx'
import { Link } from '#ui/link.tsx'

const euros = (value: number) => `${formatNumber(value, 'et')} €`
const count = (value: number) => formatNumber(value, 'et')
const months = ['jaan', 'veebr', 'märts', 'apr', 'mai', 'juuni', 'juuli', 'aug', 'sept', 'okt']

const outline = (ring: readonly (readonly number[])[]) => ({ type: 'Polygon', coordinates: [ring] }) as const

const corner = [25.04, 59.45]
const middle = [25.12, 59.46]

const areas = [
  {
    key: 'loo',
    label: 'Loo alevik',
    href: '/kylad/loo',
    geometry: outline([
      [24.93, 59.43],
      [24.95, 59.465],
      [25, 59.475],
      corner,
      [25.02, 59.42],
      [24.97, 59.41],
      [24.93, 59.43],
    ]),
  },
  {
    key: 'kostivere',
    label: 'Kostivere alevik',
    href: '/kylad/kostivere',
    geometry: outline([corner, middle, [25.15, 59.44], [25.14, 59.405], [25.08, 59.395], [25.02, 59.42], corner]),
  },
  {
    key: 'neeme',
    label: 'Neeme küla',
    href: '/kylad/neeme',
    geometry: outline([corner, [25.06, 59.5], [25.1, 59.53], [25.14, 59.515], [25.17, 59.48], middle, corner]),
  },
]

export function ChartSamples() {
  return (
    <section id="joonised" class="stack">
      <h2>Joonised</h2>
      <div class="grid grid-2">
        <BarChart
          title="Valla kulud valdkonniti, 2026"
          description="Suurem osa rahast läheb haridusele."
          valueLabel="Kulu"
          format={euros}
          bars={[
            { label: 'Haridus', value: 12_410_000 },
            { label: 'Vaba aeg ja kultuur', value: 3_120_000 },
            { label: 'Teed ja majandus', value: 2_670_000 },
            { label: 'Sotsiaalne kaitse', value: 1_890_000 },
            { label: 'Üldised valitsussektori teenused', value: 1_330_000 },
          ]}
        />
        <StackedBar
          title="Millest koosneb tulu"
          description="Kaks kolmandikku tulust on elanike tulumaks."
          parts={['Tulumaks', 'Riigi toetused', 'Maamaks', 'Muu']}
          format={euros}
          bars={[
            { label: '2025', values: [13_200_000, 4_600_000, 1_700_000, 1_150_000] },
            { label: '2026', values: [14_162_885, 4_750_000, 2_000_000, 1_062_254] },
          ]}
        />
        <ColumnChart
          title="Eelarve kuude kaupa, 2026"
          description="Kavandatud on kontuur, täidetud on täis tulp."
          periods={months}
          format={euros}
          axisFormat={(value) => (value === 0 ? '0' : `${formatNumber(value / 1_000_000, 'et')} mln`)}
          series={[
            {
              label: 'Kavandatud',
              look: 'outline',
              values: [1.7, 1.7, 1.8, 1.8, 1.9, 2.1, 1.6, 1.6, 1.9, 1.8].map((v) => v * 1_000_000),
            },
            {
              label: 'Täidetud',
              values: [1.6, 1.5, 1.8, 1.9, 1.8, 2.2, 1.4, 1.5, 1.8, null].map((v) =>
                v === null ? null : v * 1_000_000,
              ),
            },
          ]}
        />
        <LineChart
          title="Teated elanikelt, 2026"
          description="Saabunud ja lahendatud teated kuus."
          periods={months}
          format={count}
          series={[
            { label: 'Saabunud', values: [31, 28, 44, 52, 47, 38, 29, 33, 41, 46] },
            { label: 'Lahendatud', values: [27, 30, 36, 49, 51, 40, 31, 30, 39, 42] },
          ]}
        />
      </div>
      <div class="with-aside">
        <OutlineMap
          title="Külad ja alevikud"
          description="Kolm kohta vallas; esile on tõstetud Kostivere."
          areas={areas}
          highlightedKey="kostivere"
        />
        <ul class="plain-list ruled">
          {areas.map(({ key, label, href }) => (
            <li key={key}>
              <Link href={href}>{label}</Link>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
