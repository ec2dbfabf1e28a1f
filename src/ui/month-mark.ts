import type { Tone } from '#ui/tone.ts'

/** What one month owed and what came of it. */
export type MonthMark = 'kept' | 'due' | 'missed' | 'none'

export const monthTones: Record<MonthMark, Tone> = {
  kept: 'success',
  due: 'warning',
  missed: 'danger',
  none: 'neutral',
}
