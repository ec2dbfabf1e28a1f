import type { LocalDate } from '#platform/format.ts'
import { system, type Context } from '#platform/context.ts'
import { attachFiles, changeReaders } from '#modules/files/index.ts'
import { reportSubject } from './events.ts'
import { afterSubject } from './field/after-photos.ts'
import type { Answered } from './questions.ts'
import { isPublic, type ReportForReading } from './rules.ts'

/** Files that answer a question whose answers are for staff alone. */
export const staffSubject = (id: string): string => `report-staff:${id}`

/** Where the files of a report are: those that were sent, openly or to staff, and those of what was mended. */
export const fileSubjectsOf = (id: string): string[] => [reportSubject(id), afterSubject(id), staffSubject(id)]

type Readers = { visibility: 'everyone' } | { visibility: 'roles'; roles: readonly ['official' | 'reportsCoordinator'] }

/** Who may read a report's pictures: of a private one only coordinators by role, others who work on it by its page. */
export function readersOf(report: Pick<ReportForReading, 'state' | 'isPrivate' | 'hiddenAt'>): Readers {
  return isPublic(report) ? { visibility: 'everyone' } : staffReadersOf(report)
}

function staffReadersOf({ isPrivate, hiddenAt }: Pick<ReportForReading, 'isPrivate' | 'hiddenAt'>): Readers {
  return { visibility: 'roles', roles: [isPrivate || hiddenAt !== null ? 'reportsCoordinator' : 'official'] }
}

type Holder = Pick<ReportForReading, 'state' | 'isPrivate' | 'hiddenAt'> & { id: string }

/** After everybody may see the report, or no longer may: its files follow it, those for staff stay with staff. */
export async function changeFileReaders(
  ctx: Context,
  report: Holder,
  keeping: { keepUntil?: LocalDate | null } = {},
): Promise<void> {
  for (const subject of fileSubjectsOf(report.id)) {
    const readers = subject === staffSubject(report.id) ? staffReadersOf(report) : readersOf(report)
    await changeReaders(ctx, subject, readers, keeping)
  }
}

/**
 * What came with a new report. Whoever sent it has no account, or shares it with everybody: the system attaches it.
 */
export async function attachSent(
  ctx: Context,
  report: Holder,
  { photos, answered, keepUntil = null }: Sent,
): Promise<void> {
  const inside = { ...ctx, actor: system }
  const open = [...photos, ...(answered?.files ?? [])]
  await attachFiles(inside, open, { to: reportSubject(report.id), readers: readersOf(report), keepUntil })
  const closed = { to: staffSubject(report.id), readers: staffReadersOf(report), keepUntil }
  await attachFiles(inside, answered?.staffFiles ?? [], closed)
}

type Sent = { photos: readonly string[]; answered: Answered | null; keepUntil?: LocalDate | null }
