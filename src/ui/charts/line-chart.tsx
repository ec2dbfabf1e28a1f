import { ChartFigure } from '#ui/charts/chart-figure.tsx'
import { Drawing } from '#ui/charts/drawing.tsx'
import { seriesClass } from '#ui/charts/series-look.tsx'
import {
  axisStep,
  largestOf,
  plot,
  TimeAxis,
  timeTable,
  xOf,
  yOf,
  type Series,
  type TimeChartProps,
} from '#ui/charts/time-axis.tsx'

/** How something moves over time; each line has its own dashes and is named where it ends. */
export function LineChart(props: TimeChartProps) {
  const { title, description, periods, series, format, axisFormat = format } = props
  const step = axisStep(largestOf(series))
  return (
    <ChartFigure title={title} description={description} table={timeTable(props)}>
      <Drawing title={title} description={description} height={plot.height}>
        <TimeAxis periods={periods} format={format} axisFormat={axisFormat} step={step}>
          {series.map((line, order) => (
            <Line key={line.label} line={line} order={order} count={periods.length} top={step * 4} />
          ))}
        </TimeAxis>
      </Drawing>
      <ul class="legend">
        {series.map(({ label }, order) => (
          <li key={label}>
            <svg class="legend-swatch" aria-hidden="true" focusable="false">
              <line class={lineClass(order)} x1="0" x2="20" y1="8" y2="8" />
            </svg>
            {label}
          </li>
        ))}
      </ul>
    </ChartFigure>
  )
}

const lineClass = (order: number) => `${seriesClass(order)} chart-line chart-line-${order + 1}`

function Line({ line, order, count, top }: { line: Series; order: number; count: number; top: number }) {
  const points = line.values.map((value, index) => ({ value, x: xOf(index, count), y: yOf(value ?? 0, top) }))
  return (
    <g>
      {points.map((point, index) => {
        const next = points[index + 1]
        if (next === undefined || point.value === null || next.value === null) return null
        return <line key={point.x} class={lineClass(order)} x1={point.x} y1={point.y} x2={next.x} y2={next.y} />
      })}
      {points.map(({ value, x, y }) =>
        value === null ? null : <circle key={x} class={`${seriesClass(order)} chart-fill`} cx={x} cy={y} r="3.5" />,
      )}
    </g>
  )
}
