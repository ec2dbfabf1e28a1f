import { formatNumber } from '#platform/format.ts'
import type { SettlementSection } from '#platform/settlement-section.ts'
import { Link } from '#ui/link.tsx'
import { useReader } from '#ui/reader.ts'
import { alertAddress } from '../../alerts/paths.ts'
import { ReportLines } from '../../pages/report-lines.tsx'
import { reportPaths, reportsAddress } from '../../paths.ts'
import { countMatching, everything, listPublicReports, type ListedReport } from '../../queries/reports.ts'
import { Announcements } from './announcements.tsx'
import { announcementMessages } from './messages.ts'
import { listShown, type Announcement } from './queries.ts'

const newest = 3

type SettlementReportsProps = {
  ehak: string
  open: number
  reports: readonly ListedReport[]
  announcements: readonly Announcement[]
}

/** What is reported in a settlement, on its own page. */
function SettlementReports({ ehak, open, reports, announcements }: SettlementReportsProps) {
  const { language } = useReader()
  const t = announcementMessages[language]
  return (
    <section class="stack-tight">
      <h2>{t.section}</h2>
      <Announcements announcements={announcements} settlement={ehak} />
      <p>{reports.length === 0 ? t.noReports : t.open(formatNumber(open, language))}</p>
      {reports.length === 0 ? null : <ReportLines reports={reports} />}
      <p class="row no-print">
        <Link href={reportPaths.send}>{t.report}</Link>
        <Link href={reportsAddress({ koht: ehak })}>{t.all}</Link>
        <Link href={alertAddress({ koht: ehak, teema: '' })}>{t.follow}</Link>
      </p>
    </section>
  )
}

export const settlementReports: SettlementSection = async (ctx, { ehak }) => {
  const inSettlement = { ...everything, settlement: ehak }
  const parts = {
    ehak,
    open: await countMatching(ctx.db, { ...inSettlement, state: 'open' }),
    reports: await listPublicReports(ctx.db, inSettlement, { limit: newest }),
    announcements: await listShown(ctx.db, ctx.now),
  }
  return <SettlementReports {...parts} />
}
