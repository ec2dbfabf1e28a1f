import { formatNumber } from '#platform/format.ts'
import { useReader } from '#ui/reader.ts'

export type ProgressProps = { label: string; done: number; total: number }

/** How far something is, in numbers; the bar only repeats them. */
export function Progress({ label, done, total }: ProgressProps) {
  const { language, words } = useReader()
  const share = total === 0 ? 0 : Math.min(100, Math.round((done / total) * 100))
  return (
    <div class="progress">
      <div class="row row-between">
        <span>{label}</span>
        <strong>{words.progress(formatNumber(done, language), formatNumber(total, language))}</strong>
      </div>
      <svg aria-hidden="true" focusable="false">
        <rect class="track" width="100%" height="8" rx="4" />
        <rect class="done" width={`${share}%`} height="8" rx="4" />
      </svg>
    </div>
  )
}
