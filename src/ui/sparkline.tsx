import { useId } from 'preact/hooks'
import type { MonthMark } from '#ui/month-mark.ts'
import { useReader } from '#ui/reader.ts'

export type SparklineProps = {
  label: string
  /** Oldest first, usually twelve. */
  months: readonly MonthMark[]
}

const kinds = ['kept', 'missed', 'due', 'none'] as const

/** All months of a kind are one path: a page may hold dozens of these rows. */
const shapes: Record<MonthMark, (x: number) => string> = {
  kept: (x) => `M${x + 2} 2h6v16h-6z`,
  missed: (x) => `M${x + 2} 8l6 6m0-6-6 6`,
  due: (x) => `M${x + 2.5} 2.5h5v15h-5z`,
  none: (x) => `M${x + 3.75} 16.5a1.25 1.25 0 1 0 2.5 0a1.25 1.25 0 1 0-2.5 0`,
}

/** A year in a row: full bars kept, crosses missed, hollow bars due, dots where nothing was owed. */
export function Sparkline({ label, months }: SparklineProps) {
  const { words } = useReader()
  const id = useId()
  const count = (mark: MonthMark) => months.filter((month) => month === mark).length
  const summary = words.monthsSummary(count('kept'), count('missed'), count('due'))
  return (
    <svg class="sparkline" viewBox={`0 0 ${months.length * 10} 20`} role="img" aria-labelledby={id}>
      <title id={id}>{`${label}: ${summary}`}</title>
      {kinds.map((kind) => {
        const drawn = months.map((mark, at) => (mark === kind ? shapes[kind](at * 10) : '')).join('')
        return drawn === '' ? null : <path key={kind} class={`spark-${kind}`} d={drawn} />
      })}
    </svg>
  )
}

/** What the shapes mean, once for all the rows below. */
export function SparklineLegend({ label }: { label: string }) {
  const { words } = useReader()
  return (
    <div class="row small quiet">
      <span>{label}:</span>
      <ul class="legend" aria-label={words.meaningOfMarks}>
        {kinds.map((kind) => (
          <li key={kind}>
            <svg class="spark-sample" viewBox="0 0 10 20" aria-hidden="true" focusable="false">
              <path class={`spark-${kind}`} d={shapes[kind](0)} />
            </svg>
            {words[kind]}
          </li>
        ))}
      </ul>
    </div>
  )
}
