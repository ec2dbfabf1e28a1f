import { Moment } from '#ui/moment.tsx'
import { useReader } from '#ui/reader.ts'
import { deviceMessages } from '../messages/device.ts'
import type { Report } from '../queries/reports.ts'
import { clocksDiffer } from './said-by-device.ts'

/** When a report was sent; with both times where it was written well before it arrived, or by a wrong clock. */
export function WrittenAndArrived({ report: { sentAt, createdAt } }: { report: Pick<Report, 'sentAt' | 'createdAt'> }) {
  const t = deviceMessages[useReader().language]
  if (sentAt === null || !clocksDiffer(sentAt, createdAt)) return <Moment at={createdAt} />
  const isAhead = sentAt > createdAt
  return (
    <>
      {isAhead ? t.arrived : t.written} <Moment at={isAhead ? createdAt : sentAt} />
      {isAhead ? '. ' : ', '}
      {isAhead ? t.clockSaid : t.arrivedLater} <Moment at={isAhead ? sentAt : createdAt} />.
    </>
  )
}
