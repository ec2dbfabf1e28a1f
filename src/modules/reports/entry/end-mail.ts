import { inTransaction, system, timeZoneOf, type Context } from '#platform/context.ts'
import { localDate } from '#platform/format.ts'
import { record } from '#platform/events.ts'
import { changeReaders } from '#modules/files/index.ts'
import { mailSubject } from '../events.ts'
import { deleteOldMails, settleMail, type Settled } from '../queries/mails.ts'
import { daysToDecideOnMail } from '../rules.ts'

declare module '#platform/events.ts' {
  interface Events {
    'reports.mails-forgotten': { count: number }
  }
}

/** Decided on: neither its words nor its pictures are kept; a report has copies of its own. */
export async function endMail(ctx: Context, id: string, settled: Settled): Promise<void> {
  await settleMail(ctx, id, settled)
  await letGoOfPictures(ctx, id)
}

/** They go in the next sweep of files. */
async function letGoOfPictures(ctx: Context, id: string): Promise<void> {
  const yesterday = localDate(new Date(ctx.now.getTime() - 86_400_000), timeZoneOf(ctx.db))
  const nobody = { visibility: 'persons', persons: [] } as const
  await changeReaders(ctx, mailSubject(id), nobody, { keepUntil: yesterday })
}

/** Letters that nobody decided on in time go with their pictures; answers how many there were. */
export async function forgetMails(context: Context, limit: number): Promise<number> {
  const before = new Date(context.now.getTime() - daysToDecideOnMail * 86_400_000)
  return inTransaction({ ...context, actor: system }, async (ctx) => {
    const ids = await deleteOldMails(ctx.db, before, limit)
    for (const id of ids) await letGoOfPictures(ctx, id)
    if (ids.length > 0) await record(ctx, 'reports.mails-forgotten', 'reports:mails', { count: ids.length })
    return ids.length
  })
}
