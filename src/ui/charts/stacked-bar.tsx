import { useId } from 'preact/hooks'
import { ChartFigure } from '#ui/charts/chart-figure.tsx'
import { Drawing, percent } from '#ui/charts/drawing.tsx'
import { Legend, patternId, SeriesPatterns } from '#ui/charts/series-look.tsx'
import { useReader } from '#ui/reader.ts'

export type StackedBarProps = {
  title: string
  description: string
  /** Names of the parts, at most five, in the order in which they stand. */
  parts: readonly string[]
  /** One bar per thing compared; `values` follow `parts`. */
  bars: readonly { label: string; values: readonly number[] }[]
  format: (value: number) => string
  nameLabel?: string
}

const rowHeight = 58

/** What a whole consists of; the bars are drawn to the same length, the whole in numbers stands at the right. */
export function StackedBar({ title, description, parts, bars, format, nameLabel }: StackedBarProps) {
  const { words } = useReader()
  const id = useId()
  const table = {
    nameLabel,
    columns: [...parts, words.total],
    rows: bars.map(({ label, values }) => ({
      name: label,
      cells: [...values.map((value) => format(value)), format(sum(values))],
    })),
  }
  return (
    <ChartFigure title={title} description={description} table={table}>
      <Drawing title={title} description={description} height={bars.length * rowHeight}>
        <SeriesPatterns id={id} count={parts.length} />
        {bars.map(({ label, values }, index) => (
          <g key={label}>
            <text class="chart-name" x="0" y={index * rowHeight + 16}>
              {label}
            </text>
            <text class="chart-value" x="100%" y={index * rowHeight + 16} text-anchor="end">
              {format(sum(values))}
            </text>
            <Segments id={id} values={values} top={index * rowHeight + 24} />
          </g>
        ))}
      </Drawing>
      <Legend id={id} series={parts.map((label) => ({ label }))} />
    </ChartFigure>
  )
}

function Segments({ id, values, top }: { id: string; values: readonly number[]; top: number }) {
  const whole = sum(values)
  return values.map((value, index) => {
    const before = sum(values.slice(0, index))
    const share = whole === 0 ? 0 : value / whole
    const x = percent(whole === 0 ? 0 : before / whole)
    return (
      <g key={x}>
        <rect
          class="chart-segment"
          x={x}
          y={top}
          width={percent(share)}
          height="20"
          fill={`url(#${patternId(id, index)})`}
        />
        {index === 0 ? null : <line class="pattern-line" x1={x} x2={x} y1={top} y2={top + 20} />}
      </g>
    )
  })
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
