import type { LocalDate } from '#platform/format.ts'
import { readText } from '#platform/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { KeysetPager } from '#ui/keyset-pager.tsx'
import { Link } from '#ui/link.tsx'
import { Day } from '#ui/moment.tsx'
import { Tag } from '#ui/status-tag.tsx'
import { WorkspacePage } from '#ui/workspace-page.tsx'
import { deskMessages, type DeskMessages } from '../../messages/desk.ts'
import { reportDeskPaths } from '../../paths.ts'
import type { InboxReport } from '../../queries/inbox.ts'
import { inboxViews, isOpen, latenessOf, type InboxView } from '../../rules.ts'
import { StateTag } from '../report-parts.tsx'

export type InboxPageProps = {
  frame: PageFrame
  view: InboxView
  counts: Record<InboxView, number>
  reports: readonly InboxReport[]
  today: LocalDate
  newerHref: string | undefined
  olderHref: string | undefined
}

const longestExcerpt = 90

export function InboxPage({ frame, view, counts, reports, today, newerHref, olderHref }: InboxPageProps) {
  const { language } = frame
  const t = deskMessages[language]
  return (
    <WorkspacePage frame={frame} title={t.title} current={reportDeskPaths.inbox} sections={frame.workspace ?? []}>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <nav class="row" aria-label={t.title}>
        {inboxViews.map((one) => (
          <Link
            key={one}
            href={`${reportDeskPaths.inbox}?vaade=${one}`}
            class="filter-chip"
            {...(one === view ? { 'aria-current': 'page' as const } : {})}
          >
            {t.views[one]} <span class="number">{counts[one] >= 1000 ? '1000+' : counts[one]}</span>
          </Link>
        ))}
      </nav>
      <DataTable
        caption={t.views[view]}
        rows={reports}
        rowKey={({ number }) => String(number)}
        empty={t.none}
        columns={[
          {
            key: 'report',
            label: t.report,
            rowHeader: true,
            cell: ({ number, categoryName, words }) => (
              <>
                <Link href={reportDeskPaths.report(number)}>
                  {number} {readText(categoryName, language).text}
                </Link>
                <span class="quiet small"> {[...words].slice(0, longestExcerpt).join('')}</span>
              </>
            ),
          },
          { key: 'place', label: t.place, cell: ({ settlement, address }) => settlement ?? address },
          { key: 'state', label: t.state, cell: (report) => <Standing t={t} report={report} /> },
          { key: 'due', label: t.due, cell: (report) => <Due t={t} report={report} today={today} /> },
          {
            key: 'answers',
            label: t.answers,
            cell: ({ assignedTitle }) => (assignedTitle === null ? t.nobody : readText(assignedTitle, language).text),
          },
        ]}
      />
      <KeysetPager {...{ newerHref, olderHref }} labels={{ newer: t.before, older: t.after }} />
    </WorkspacePage>
  )
}

function Standing({ t, report }: { t: DeskMessages; report: InboxReport }) {
  return (
    <>
      <StateTag state={report.state} /> {report.isPrivate ? <Tag>{t.privateMark}</Tag> : null}{' '}
      {report.isHidden ? <Tag>{t.hiddenMark}</Tag> : null}
    </>
  )
}

function Due({ t, report, today }: { t: DeskMessages; report: InboxReport; today: LocalDate }) {
  const { fixDue, answerDue, firstAnswerAt } = report
  if (!isOpen(report.state) || fixDue === null) return <>–</>
  const lateness = latenessOf(report, today)
  const day = firstAnswerAt === null && answerDue !== null && answerDue < fixDue ? answerDue : fixDue
  return (
    <>
      <Day day={day} />{' '}
      {lateness === 'in-time' ? null : <strong>{lateness === 'fix-late' ? t.late : t.answerLate}</strong>}
    </>
  )
}
