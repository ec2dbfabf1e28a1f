import type { ComponentChildren } from 'preact'
import { percent } from '#ui/charts/drawing.tsx'
import type { SeriesLook } from '#ui/charts/series-look.tsx'

export type Series = { label: string; values: readonly (number | null)[]; look?: SeriesLook }

export type TimeChartProps = {
  title: string
  description: string
  /** Names of the months, years or sessions, oldest first. */
  periods: readonly string[]
  series: readonly Series[]
  format: (value: number) => string
  /** Shorter numbers beside the lines, for example thousands. */
  axisFormat?: (value: number) => string
  nameLabel?: string
}

export const plot = { height: 250, top: 14, bottom: 214 } as const

/** The smallest round number (1, 2, 2.5, 5 times a power of ten) whose four steps hold the largest value. */
export function axisStep(largest: number): number {
  const rough = Math.max(largest, 1) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= rough) ?? 10
  return step * power
}

export function largestOf(series: readonly Series[]): number {
  return Math.max(...series.flatMap(({ values }) => values.map((value) => value ?? 0)), 0)
}

export function yOf(value: number, top: number): number {
  const share = top === 0 ? 0 : value / top
  return Math.round((plot.bottom - share * (plot.bottom - plot.top)) * 10) / 10
}

export const xOf = (index: number, count: number) => percent((index + 0.5) / count)

type TimeAxisProps = Pick<TimeChartProps, 'periods' | 'format' | 'axisFormat'> & {
  step: number
  children: ComponentChildren
}

/** Lines with their numbers, the columns or lines drawn over them, and the periods below. */
export function TimeAxis({ periods, format, axisFormat = format, step, children }: TimeAxisProps) {
  return (
    <>
      {[0, 1, 2, 3, 4].map((line) => {
        const y = yOf(line * step, step * 4)
        return (
          <g key={line}>
            <line class={line === 0 ? 'chart-base' : 'chart-grid'} x1="0" x2="100%" y1={y} y2={y} />
            <text x="0" y={y - 4}>
              {line === 0 ? '' : axisFormat(line * step)}
            </text>
          </g>
        )
      })}
      <svg x="12%" width="88%" height={plot.height}>
        {children}
        {periods.map((period, index) => (
          <text
            key={period}
            class={periods.length > 6 && index % 2 === 1 ? 'chart-minor' : undefined}
            x={xOf(index, periods.length)}
            y={plot.bottom + 20}
            text-anchor="middle"
          >
            {period}
          </text>
        ))}
      </svg>
    </>
  )
}

export function timeTable({ periods, series, format, nameLabel }: TimeChartProps) {
  return {
    nameLabel,
    columns: series.map(({ label }) => label),
    rows: periods.map((period, index) => ({
      name: period,
      cells: series.map(({ values }) => {
        const value = values[index] ?? null
        return value === null ? '–' : format(value)
      }),
    })),
  }
}
