import type { LocalDate } from '#platform/format.ts'
import { workingDaysBetween } from '#platform/working-days.ts'

export type ReminderStage = 'soon' | 'tomorrow' | 'overdue' | 'still-overdue'

const workingDaysBefore = 5
const everyDaysWhileOverdue = 14
const dayLength = 86_400_000

/**
 * What those who carry a follow-up out are to hear on a day: within five working days of its due day, within one, when
 * it is over, and every two weeks from then on. The same for the same day; what was told is known by the answer.
 */
export function reminderOn(dueOn: LocalDate, today: LocalDate): { stage: ReminderStage; round: number } | null {
  if (today <= dueOn) {
    const left = workingDaysBetween(today, dueOn)
    if (left <= 1) return { stage: 'tomorrow', round: 0 }
    return left <= workingDaysBefore ? { stage: 'soon', round: 0 } : null
  }
  const late = Math.round((Date.parse(`${today}T00:00Z`) - Date.parse(`${dueOn}T00:00Z`)) / dayLength)
  const round = Math.floor(late / everyDaysWhileOverdue)
  return { stage: round === 0 ? 'overdue' : 'still-overdue', round }
}
