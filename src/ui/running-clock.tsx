import '#ui/custom-elements.ts'

export type RunningClockProps = {
  /** What had passed when the page was made. */
  seconds: number
  isRunning: boolean
  limit: number | null
  /** Said when the limit is passed while somebody looks. */
  overWords: string
}

/** Minutes and seconds that go on by themselves where there is script; without it, as they stood. */
export function RunningClock({ seconds, isRunning, limit, overWords }: RunningClockProps) {
  const whole = Math.floor(seconds)
  return (
    <running-clock
      class="stat-number"
      data-seconds={String(whole)}
      data-runs={isRunning ? '' : undefined}
      data-limit={limit === null ? undefined : String(limit)}
      data-over={overWords}
    >
      {Math.floor(whole / 60)}:{String(whole % 60).padStart(2, '0')}
    </running-clock>
  )
}
