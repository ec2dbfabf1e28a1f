import { addDays } from './calendar.ts'
import type { Fulfilment, Occurrence, Reason } from './fulfilment.ts'
import type { LocalDate } from '#platform/format.ts'

export type ReminderStage = 'soon' | 'tomorrow' | 'kept' | 'missed' | 'still-late'

export type Reminder = { stage: ReminderStage; due: LocalDate }

/** A reminder with what it rests on: how an occurrence ended, or why the duty stands as it does. */
export type ReasonedReminder = Reminder & { ended?: Pick<Occurrence, 'owed' | 'counted'>; reason: Reason }

const daysBefore = 14
const lookBack = 45
const everyDaysWhileLate = 30

/**
 * What the owners of a commitment are to hear on a day: that an occurrence is near and not yet met, how the last one
 * ended, and once a month that it is still late. Pure, and the same for the same day; who was told already is known
 * by (commitment, stage, due).
 */
export function remindersOn(judgements: readonly Fulfilment[], today: LocalDate): ReasonedReminder[] {
  return judgements.flatMap((judged) =>
    [...before(judged, today), ...after(judged, today)].map((reminder) => ({ ...reminder, reason: judged.reason })),
  )
}

function before({ nextDue, status, occurrences }: Fulfilment, today: LocalDate): Reminder[] {
  if (nextDue === undefined || nextDue < today || nextDue > addDays(today, daysBefore)) return []
  const current = occurrences.find(({ due }) => due === nextDue)
  const isMet = current === undefined ? status === 'kept' && occurrences.length > 0 : current.counted >= current.owed
  if (isMet) return []
  return [{ stage: nextDue <= addDays(today, 1) ? 'tomorrow' : 'soon', due: nextDue }]
}

function after(
  { status, occurrences, reason }: Fulfilment,
  today: LocalDate,
): (Reminder & { ended?: Pick<Occurrence, 'owed' | 'counted'> })[] {
  const ended = occurrences.filter(
    ({ due, met }) => due < today && due >= addDays(today, -lookBack) && (met === 'kept' || met === 'missed'),
  )
  const last = ended.toSorted((a: Occurrence, b: Occurrence) => b.due.localeCompare(a.due))[0]
  if (last !== undefined) {
    const { owed, counted, due } = last
    return [{ stage: last.met === 'kept' ? 'kept' : 'missed', due, ended: { owed, counted } }]
  }
  if (status !== 'late') return []
  const since = 'due' in reason && reason.due !== undefined ? reason.due : 'by' in reason ? reason.by : null
  return since === null ? [] : [{ stage: 'still-late', due: roundOf(since, today) }]
}

/** The same day for a whole month of lateness, so that it is said once a month. */
function roundOf(since: LocalDate, today: LocalDate): LocalDate {
  let round = since
  while (addDays(round, everyDaysWhileLate) <= today) round = addDays(round, everyDaysWhileLate)
  return round
}
