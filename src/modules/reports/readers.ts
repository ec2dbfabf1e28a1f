import { reportSubject } from './events.ts'
import { afterSubject } from './field/after-photos.ts'
import { isPublic, type ReportForReading } from './rules.ts'

/** Where the files of a report are: those that were sent, and those of what was mended. */
export const fileSubjectsOf = (id: string): string[] => [reportSubject(id), afterSubject(id)]

type Readers = { visibility: 'everyone' } | { visibility: 'roles'; roles: readonly ['official' | 'reportsCoordinator'] }

/** Who may read a report's pictures: of a private one only coordinators by role, others who work on it by its page. */
export function readersOf(report: Pick<ReportForReading, 'state' | 'isPrivate' | 'hiddenAt'>): Readers {
  if (isPublic(report)) return { visibility: 'everyone' }
  return {
    visibility: 'roles',
    roles: [report.isPrivate || report.hiddenAt !== null ? 'reportsCoordinator' : 'official'],
  }
}
