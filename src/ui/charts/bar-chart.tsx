import { ChartFigure } from '#ui/charts/chart-figure.tsx'
import { Drawing, percent } from '#ui/charts/drawing.tsx'

export type BarChartProps = {
  title: string
  description: string
  bars: readonly { label: string; value: number }[]
  /** What the numbers are, for the table's heading. */
  valueLabel: string
  format: (value: number) => string
  nameLabel?: string
}

const rowHeight = 46

/** Amounts compared, longest first when the caller sorts them so; name and number stand above each bar. */
export function BarChart({ title, description, bars, valueLabel, format, nameLabel }: BarChartProps) {
  const largest = Math.max(...bars.map((bar) => bar.value), 0)
  const table = {
    nameLabel,
    columns: [valueLabel],
    rows: bars.map((bar) => ({ name: bar.label, cells: [format(bar.value)] })),
  }
  return (
    <ChartFigure title={title} description={description} table={table}>
      <Drawing title={title} description={description} height={bars.length * rowHeight}>
        {bars.map((bar, index) => (
          <Bar
            key={bar.label}
            label={bar.label}
            value={format(bar.value)}
            share={largest === 0 ? 0 : Math.max(0, bar.value) / largest}
            top={index * rowHeight}
          />
        ))}
      </Drawing>
    </ChartFigure>
  )
}

function Bar({ label, value, share, top }: { label: string; value: string; share: number; top: number }) {
  return (
    <>
      <text class="chart-name" x="0" y={top + 16}>
        {label}
      </text>
      <text class="chart-value" x="100%" y={top + 16} text-anchor="end">
        {value}
      </text>
      <rect class="chart-track" y={top + 23} width="100%" height="10" rx="2" />
      <rect class="series-1 chart-fill" y={top + 23} width={percent(share)} height="10" rx="2" />
    </>
  )
}
