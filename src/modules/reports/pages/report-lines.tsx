import { Link } from '#ui/link.tsx'
import { Moment } from '#ui/moment.tsx'
import { reportPaths } from '../paths.ts'
import type { ListedReport } from '../queries/reports.ts'
import { StateTag, useReportName } from './report-parts.tsx'

const longestExcerpt = 160

/** Reports below each other, each with its state and the beginning of its words. */
export function ReportLines({ reports }: { reports: readonly ListedReport[] }) {
  return (
    <ul class="plain-list ruled">
      {reports.map((report) => (
        <ReportLine key={report.number} report={report} />
      ))}
    </ul>
  )
}

function ReportLine({ report }: { report: ListedReport }) {
  const name = useReportName()
  const { number, words, state, createdAt } = report
  const excerpt = [...words].length > longestExcerpt ? `${[...words].slice(0, longestExcerpt).join('')}…` : words
  return (
    <li class="stack-tight">
      <p class="row-between">
        <Link href={reportPaths.report(number)}>{name(report)}</Link>
        <StateTag state={state} />
      </p>
      <p lang={report.language}>{excerpt}</p>
      <p class="quiet small">
        {number} · <Moment at={createdAt} />
      </p>
    </li>
  )
}
