import { formatDay } from '#platform/format.ts'
import { readText } from '#platform/language.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { DataTable, type Column } from '#ui/data-table.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { DownloadLink, Link } from '#ui/link.tsx'
import { localPath } from '#ui/links.ts'
import { LocalTextView } from '#ui/local-text-view.tsx'
import { Notice } from '#ui/notice.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { useReader } from '#ui/reader.ts'
import { statuses } from '../fulfilment.ts'
import { planPageMessages } from '../messages/page-plan.ts'
import { versionMessages } from '../messages/page-versions.ts'
import { reportMessages } from '../messages/report.ts'
import { statusMessages } from '../messages/status.ts'
import { total } from '../paper/status-overview.ts'
import { planPaths } from '../paths.ts'
import type { YearReport } from '../report-of-year.ts'
import type { StatusCounts } from '../status.ts'
import { CommitmentInReport } from './report-commitment.tsx'
import type { EvidenceSources } from './what-pages-take.ts'

type ReportPageProps = {
  frame: PageFrame
  report: YearReport
  sources: EvidenceSources
  years: readonly number[]
  canMakePdf: boolean
}

export function ReportPage({ frame, report, sources, years, canMakePdf }: ReportPageProps) {
  const { language } = frame
  const t = reportMessages[language]
  const { year, asOf, counts, vouched, chapters, review } = report
  const day = formatDay(asOf, language)
  return (
    <PublicPage frame={frame} title={t.title(year)} description={t.description(year)} current="promises" wide>
      <Breadcrumbs links={[{ label: planPageMessages[language].plan, path: planPaths.plan }]} />
      <article class="stack" id="aruanne">
        <h1>{t.title(year)}</h1>
        <p class="lead">{planPageMessages[language].summary(total(counts), counts, vouched, day)}</p>
        {report.isFinished ? (
          <p>{t.finished(day)}</p>
        ) : (
          <Notice title={t.unfinishedTitle}>
            <p>{t.unfinished(day)}</p>
          </Notice>
        )}
        <p class="quiet">{t.computed}</p>
        <ReportFiles year={year} canMakePdf={canMakePdf} />
        <section class="stack" id="seisud">
          <h2>{t.byChapter}</h2>
          <ByChapter report={report} />
        </section>
        {review === null ? null : (
          <section class="stack-tight" id="ulevaade">
            <h2>{t.review}</h2>
            <LocalTextView text={review.summary} />
            {review.actNumber === null ? null : (
              <p class="quiet small">{versionMessages[language].reviewAct(review.actNumber)}</p>
            )}
          </section>
        )}
        {chapters.map((chapter) => (
          <section key={chapter.number} class="stack" id={`peatukk-${chapter.number}`}>
            <h2>
              {chapter.number}. <LocalTextView text={chapter.title} inline />
            </h2>
            {chapter.commitments.map((commitment) => (
              <CommitmentInReport key={commitment.id} commitment={commitment} sources={sources} />
            ))}
          </section>
        ))}
      </article>
      <OtherYears years={years.filter((one) => one !== year)} />
    </PublicPage>
  )
}

type CountsRow = { name: string; href: string | null; counts: StatusCounts }

function ByChapter({ report }: { report: YearReport }) {
  const { language } = useReader()
  const t = reportMessages[language]
  const words = statusMessages[language].statuses
  const rows: CountsRow[] = [
    ...report.chapters.map(({ number, title, counts }) => ({
      name: `${number}. ${readText(title, language).text}`,
      href: `#peatukk-${number}`,
      counts,
    })),
    { name: t.whole, href: null, counts: report.counts },
  ]
  const columns: readonly Column<CountsRow>[] = [
    {
      key: 'chapter',
      label: t.chapter,
      rowHeader: true,
      cell: ({ name, href }) => (href === null ? name : <a href={href}>{name}</a>),
    },
    ...statuses.map((status): Column<CountsRow> => ({
      key: status,
      label: words[status],
      numeric: true,
      cell: ({ counts }) => counts[status],
    })),
    { key: 'all', label: t.all, numeric: true, cell: ({ counts }) => total(counts) },
  ]
  return <DataTable caption={t.byChapter} hideCaption columns={columns} rows={rows} rowKey={({ name }) => name} />
}

function ReportFiles({ year, canMakePdf }: { year: number; canMakePdf: boolean }) {
  const { language } = useReader()
  const t = reportMessages[language]
  const path = localPath(planPaths.reportPdf(year), language)
  return (
    <section class="stack-tight no-print" aria-labelledby="kaasa">
      <h2 id="kaasa">{planPageMessages[language].takeAlong}</h2>
      {canMakePdf ? (
        <>
          <DownloadLink href={path} label={t.asPdf} note={t.pdf} />
          <DownloadLink href={`${path}?kuju=arhiiv`} label={t.archive} note={t.pdfA} />
        </>
      ) : (
        <p>{t.noPdf}</p>
      )}
    </section>
  )
}

function OtherYears({ years }: { years: readonly number[] }) {
  const { language } = useReader()
  const t = reportMessages[language]
  if (years.length === 0) return null
  return (
    <section class="stack-tight no-print" aria-labelledby="aastad">
      <h2 id="aastad">{t.otherYears}</h2>
      <ReportYears years={years} />
    </section>
  )
}

/** A link to each year's report. */
export function ReportYears({ years }: { years: readonly number[] }) {
  const { language } = useReader()
  return (
    <ul class="plain-list">
      {years.map((year) => (
        <li key={year}>
          <Link href={planPaths.report(year)}>{reportMessages[language].report(year)}</Link>
        </li>
      ))}
    </ul>
  )
}

/** Instead of a file, where the machine cannot make one. */
export function NoPdfPage({ frame, path }: { frame: PageFrame; path: string }) {
  const t = reportMessages[frame.language]
  return (
    <PublicPage frame={frame} title={t.noPdfTitle} current="promises">
      <h1>{t.noPdfTitle}</h1>
      <p class="lead">{t.noPdf}</p>
      <p>
        <Link href={path}>{t.toPage}</Link>
      </p>
    </PublicPage>
  )
}
