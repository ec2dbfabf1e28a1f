import { useId } from 'preact/hooks'
import type { MonthMark } from '#ui/month-mark.ts'
import { useReader } from '#ui/reader.ts'

export type SparklineProps = {
  label: string
  /** Oldest first, usually twelve. */
  months: readonly MonthMark[]
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
      {months.map((mark, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a month is its place in the row
        <MonthBar key={index} mark={mark} x={index * 10} />
      ))}
    </svg>
  )
}

function MonthBar({ mark, x }: { mark: MonthMark; x: number }) {
  if (mark === 'kept') return <rect class="spark-kept" x={x + 2} y="2" width="6" height="16" rx="1" />
  if (mark === 'missed') return <path class="spark-missed" d={`M${x + 2} 8l6 6m0-6-6 6`} />
  if (mark === 'due') return <rect class="spark-due" x={x + 2.5} y="2.5" width="5" height="15" rx="1" />
  return <circle class="spark-none" cx={x + 5} cy="16.5" r="1.25" />
}
