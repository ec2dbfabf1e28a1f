import { useId } from 'preact/hooks'
import { ChartFigure } from '#ui/charts/chart-figure.tsx'
import { Drawing, percent } from '#ui/charts/drawing.tsx'
import { fillIndex, Legend, patternId, SeriesPatterns } from '#ui/charts/series-look.tsx'
import { axisStep, largestOf, plot, TimeAxis, timeTable, yOf, type TimeChartProps } from '#ui/charts/time-axis.tsx'

/** Amounts per month or year; planned is an outline, executed is filled. */
export function ColumnChart(props: TimeChartProps) {
  const { title, description, periods, series, format, axisFormat = format } = props
  const id = useId()
  const step = axisStep(largestOf(series))
  const band = 1 / periods.length
  const width = (band * 0.7) / series.length
  return (
    <ChartFigure title={title} description={description} table={timeTable(props)}>
      <Drawing title={title} description={description} height={plot.height}>
        <SeriesPatterns id={id} count={series.length} />
        <TimeAxis periods={periods} format={format} axisFormat={axisFormat} step={step}>
          {series.flatMap(({ label, values, look }, order) =>
            values.map((value, index) => (
              <Column
                key={`${label} ${periods[index]}`}
                x={percent(index * band + band * 0.15 + order * width)}
                width={percent(width * 0.92)}
                top={yOf(value ?? 0, step * 4)}
                fill={look === 'outline' ? null : `url(#${patternId(id, fillIndex(series, order))})`}
              />
            )),
          )}
        </TimeAxis>
      </Drawing>
      {series.length > 1 ? <Legend id={id} series={series} /> : null}
    </ChartFigure>
  )
}

function Column({ x, width, top, fill }: { x: string; width: string; top: number; fill: string | null }) {
  const place = { x, y: top, width, height: Math.max(0, plot.bottom - top) }
  return fill === null ? <rect class="chart-outline" {...place} /> : <rect {...place} fill={fill} />
}
