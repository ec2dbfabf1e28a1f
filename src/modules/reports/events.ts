import type { Context } from '#platform/context.ts'
import { record, type Events } from '#platform/events.ts'
import { isPublic, type ReportForReading } from './rules.ts'

declare module '#platform/events.ts' {
  interface Events {
    'reports.received': { number: number; category: string }
    'reports.answered': { number: number; state: string }
    'reports.told-more': { number: number; by: string; state: string }
    'reports.moved': { number: number; category: string }
    'reports.doubled': { number: number; of: number }
    'reports.told-apart': { number: number; of: number }
    'reports.split': { number: number; into: number }
    'reports.paused': { number: number }
    'reports.resumed': { number: number; days: number }
    'reports.taken-off': { number: number }
    'reports.put-back': { number: number }
    'reports.words-hidden': { number: number }
    'reports.sent': { category: string; channel: string }
    'reports.private-changed': { what: string }
    'reports.assigned': { post: string }
    'reports.undone': { number: number; state: string }
    'reports.bulk-done': { what: string; count: number }
    'reports.bulk-undone': { what: string; count: number }
    'reports.cost-told': { number: number; cents: number }
    'reports.work-given': { post: string }
    'reports.reopened-by-neighbours': { number: number; count: number }
    'reports.fix-doubted': { number: number; count: number }
    'reports.check-asked': Record<string, never>
    'reports.mail-taken': { as: string }
    'reports.mail-dismissed': Record<string, never>
    'reports.picture-covered': { number: number }
    'reports.original-opened': { file: string }
    'reports.priority-set': { priority: string }
    'reports.template-changed': { version: number }
    'reports.note-written': Record<string, never>
    'reports.unconfirmed-forgotten': { count: number }
  }
}

type ToldOfPublic =
  | 'reports.received'
  | 'reports.answered'
  | 'reports.told-more'
  | 'reports.moved'
  | 'reports.doubled'
  | 'reports.told-apart'
  | 'reports.split'
  | 'reports.paused'
  | 'reports.undone'
  | 'reports.picture-covered'
  | 'reports.fix-doubted'
  | 'reports.reopened-by-neighbours'
  | 'reports.cost-told'
  | 'reports.resumed'
  | 'reports.words-hidden'

export const reportSubject = (id: string): string => `report:${id}`

/** What the pictures of a letter are attached to until it is a report. */
export const mailSubject = (id: string): string => `report-mail:${id}`

/** What happens to a report that not everybody may see is recorded without saying what it is about. */
export async function recordAbout<K extends ToldOfPublic>(
  ctx: Context,
  report: Pick<ReportForReading, 'state' | 'isPrivate' | 'hiddenAt'> & { id: string },
  type: K,
  facts: Events[K],
): Promise<void> {
  if (isPublic(report)) await record(ctx, type, reportSubject(report.id), facts as never)
  else await record(ctx, 'reports.private-changed', reportSubject(report.id), { what: type })
}
