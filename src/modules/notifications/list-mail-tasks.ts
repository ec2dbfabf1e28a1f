import type { Context } from '#platform/context.ts'
import type { Language } from '#platform/language.ts'
import type { WaitingTask } from '#platform/module.ts'
import { workMessages } from './messages/work.ts'
import { notificationPaths } from './paths.ts'
import { countUnsettled } from './queries/mail-lists.ts'
import { mayManageMails } from './send-again.ts'

/** Letters that wait for an administrator's decision. */
export async function listMailTasks({ db, actor }: Context, language: Language): Promise<WaitingTask[]> {
  if (!mayManageMails(actor)) return []
  const count = await countUnsettled(db)
  if (count === 0) return []
  const t = workMessages[language]
  return [
    { what: t.waitsFailed(count), about: t.title, path: notificationPaths.workMails, dueOn: null, action: t.decide },
  ]
}
