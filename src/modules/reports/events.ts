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
    'reports.taken-off': { number: number }
    'reports.put-back': { number: number }
    'reports.words-hidden': { number: number }
    'reports.sent': { category: string; channel: string }
    'reports.private-changed': { what: string }
    'reports.assigned': { post: string }
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
  | 'reports.words-hidden'

export const reportSubject = (id: string): string => `report:${id}`

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
