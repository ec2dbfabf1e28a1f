import { todayOf, type Context } from '#platform/context.ts'
import { readText, type Language } from '#platform/language.ts'
import type { WaitingTask } from '#platform/module.ts'
import { deskMessages } from './messages/desk.ts'
import { publicMessages } from './messages/public.ts'
import { reportDeskPaths } from './paths.ts'
import { listFieldWork } from './queries/field.ts'
import { listInbox } from './queries/inbox.ts'
import { hasFieldWork } from './rules.ts'

const most = 50

/**
 * Open reports that the acting person answers for, each by the day that is owed next, and the work given to them. What
 * waits for its sender does not wait for them.
 */
export async function listReportTasks(ctx: Context, language: Language): Promise<WaitingTask[]> {
  const { actor } = ctx
  if (actor.personId === null || actor.postIds.length === 0) return []
  const [t, words] = [deskMessages[language], publicMessages[language]]
  const works = hasFieldWork(actor) ? await listFieldWork(ctx.db, actor) : []
  const reports = await listInbox(ctx.db, actor, { view: 'mine' }, todayOf(ctx), { offset: 0, limit: most })
  return [
    ...works.slice(0, most).map(({ number, categoryName, settlement, address, fixDue }) => ({
      what: `${words.number(number)}: ${readText(categoryName, language).text}`,
      about: settlement?.name ?? address,
      path: reportDeskPaths.field,
      dueOn: fixDue,
      action: t.mendAction,
    })),
    ...reports
      .filter(({ waitsSince }) => waitsSince === null)
      .map(({ number, categoryName, settlement, address, firstAnswerAt, answerDue, fixDue }) => ({
        what: `${words.number(number)}: ${readText(categoryName, language).text}`,
        about: settlement ?? address,
        path: reportDeskPaths.report(number),
        dueOn: firstAnswerAt === null ? answerDue : fixDue,
        action: firstAnswerAt === null ? t.answerAction : t.mendAction,
      })),
  ]
}
