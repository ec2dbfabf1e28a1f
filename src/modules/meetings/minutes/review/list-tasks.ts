import { timeZoneOf, type Context } from '#platform/context.ts'
import { localDate } from '#platform/format.ts'
import type { Language } from '#platform/language.ts'
import type { WaitingTask } from '#platform/module.ts'
import { nameOfMeeting } from '../../messages/names.ts'
import { meetingDeskPaths } from '../../paths.ts'
import { findMeeting } from '../../queries/meetings.ts'
import { findStatute } from '../../queries/statutes.ts'
import { preparesMeetings } from '../../rules.ts'
import { reviewMessages } from './messages.ts'
import { listUnpublished } from './queries.ts'
import { publishBy } from './rules.ts'

const most = 10

/** What minutes ask of a secretary: to publish them by the statute's day, and to answer remarks. */
export async function listMinutesTasks(ctx: Context, language: Language): Promise<WaitingTask[]> {
  if (!preparesMeetings(ctx.actor)) return []
  const t = reviewMessages[language]
  const tasks: WaitingTask[] = []
  for (const { id, remarks } of await listUnpublished(ctx.db, most)) {
    const meeting = (await findMeeting(ctx.db, { id }))!
    const day = localDate(meeting.startsAt, timeZoneOf(ctx.db))
    const rules = (await findStatute(ctx.db, meeting.body, day))?.minutes
    tasks.push({
      what: remarks > 0 ? t.waitingAnswer : t.waiting,
      about: nameOfMeeting(meeting, language),
      path: meetingDeskPaths.minutes(meeting.number),
      dueOn: rules === undefined ? null : publishBy(day, rules),
      action: t.waitingOpen,
    })
  }
  return tasks
}
