import type { Db } from '#platform/database.ts'
import type { SiteKeys } from '#platform/keys.ts'
import { addressKey } from '#platform/mail/mail-address.ts'
import { inbox } from '#modules/notifications/index.ts'
import type { Report } from '../queries/reports.ts'
import { listDoubters } from '../queries/still-broken.ts'

/**
 * How many neighbours have said that this end was none. Whoever said it with an account and by the confirmed address of
 * that account is one; the sender's own address is none.
 */
export async function countNeighbours(
  db: Db,
  keys: SiteKeys,
  report: Pick<Report, 'id' | 'closedAt' | 'reporterPerson' | 'reporterEmail'>,
): Promise<number> {
  const doubters = await listDoubters(db, report)
  const persons = doubters.flatMap(({ personId }) => personId ?? [])
  const byAddress = doubters.flatMap(({ addressIndex }) => addressIndex?.toString('hex') ?? [])
  if (byAddress.length === 0) return persons.length
  const { reporterPerson, reporterEmail } = report
  const known = await inbox.listConfirmedKeys(db, [...persons, ...(reporterPerson === null ? [] : [reporterPerson])])
  const counted = new Set(
    [...known, ...(reporterEmail === null ? [] : [addressKey(reporterEmail)])].map((key) =>
      keys.index(key).toString('hex'),
    ),
  )
  return persons.length + byAddress.filter((index) => !counted.has(index)).length
}
