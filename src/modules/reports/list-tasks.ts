import { todayOf, type Context } from '#platform/context.ts'
import { readText, type Language } from '#platform/language.ts'
import type { WaitingTask } from '#platform/module.ts'
import { deskMessages } from './messages/desk.ts'
import { publicMessages } from './messages/public.ts'
import { reportDeskPaths } from './paths.ts'
import { listInbox } from './queries/inbox.ts'

const most = 50

/** Open reports that the acting person answers for, each by the day that is owed next. */
export async function listReportTasks(ctx: Context, language: Language): Promise<WaitingTask[]> {
  const { actor } = ctx
  if (actor.personId === null || actor.postIds.length === 0) return []
  const reports = await listInbox(ctx.db, actor, 'mine', todayOf(ctx), { offset: 0, limit: most })
  return reports.map(({ number, categoryName, settlement, address, firstAnswerAt, answerDue, fixDue }) => ({
    what: `${publicMessages[language].number(number)}: ${readText(categoryName, language).text}`,
    about: settlement ?? address,
    path: reportDeskPaths.report(number),
    dueOn: firstAnswerAt === null ? answerDue : fixDue,
    action: firstAnswerAt === null ? deskMessages[language].answerAction : deskMessages[language].mendAction,
  }))
}
