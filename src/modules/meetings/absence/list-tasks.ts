import type { Context } from '#platform/context.ts'
import type { Language } from '#platform/language.ts'
import type { WaitingTask } from '#platform/module.ts'
import { preparesMeetings } from '../rules.ts'
import { listAbsent } from './list-absent.ts'
import { absenceMessages } from './messages.ts'
import { absencePaths } from './paths.ts'
import { reportBy } from './rules.ts'

/** What absences ask of a secretary: to tell the electoral committee in time, and to know of a member in danger. */
export async function listAbsenceTasks(ctx: Context, language: Language): Promise<WaitingTask[]> {
  if (!preparesMeetings(ctx.actor)) return []
  const t = absenceMessages[language]
  const absent = (await listAbsent(ctx)).flatMap((watched) => watched.absent)
  const task = { path: absencePaths.list, action: t.open }
  return absent.flatMap(({ name, fulfilled, reportedOn, isWarned }): WaitingTask[] => {
    if (fulfilled !== null && reportedOn === null)
      return [{ ...task, what: t.waiting, about: name, dueOn: reportBy(fulfilled).due }]
    return isWarned ? [{ ...task, what: t.waitingWarned, about: name, dueOn: null }] : []
  })
}
