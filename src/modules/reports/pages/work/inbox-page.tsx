import '../../desk-elements.ts'
import { emptyForm, type FormState } from '#platform/forms.ts'
import type { LocalDate } from '#platform/format.ts'
import { readText } from '#platform/language.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { SelectField } from '#ui/fields.tsx'
import { ErrorSummary } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { KeysetPager } from '#ui/keyset-pager.tsx'
import { Link } from '#ui/link.tsx'
import { localPath } from '#ui/links.ts'
import { Day } from '#ui/moment.tsx'
import { useReader } from '#ui/reader.ts'
import { Tag } from '#ui/status-tag.tsx'
import { WorkspacePage } from '#ui/workspace-page.tsx'
import { bulkSteps } from '../../bulk/bulk-input.ts'
import { askingMessages } from '../../messages/asking.ts'
import { bulkMessages } from '../../messages/bulk.ts'
import { deskMessages, type DeskMessages } from '../../messages/desk.ts'
import { entryMessages } from '../../messages/entry.ts'
import { templateMessages } from '../../messages/templates.ts'
import { inboxAddress, reportDeskPaths } from '../../paths.ts'
import type { InboxReport } from '../../queries/inbox.ts'
import { inboxViews, mostInView, isOpen, latenessOf, type InboxView } from '../../rules.ts'
import { StateTag } from '../report-parts.tsx'
import { chosenIn, InboxFilters, type InboxFiltersProps } from './inbox-filters.tsx'

export type InboxPageProps = InboxFiltersProps & {
  frame: PageFrame
  counts: Record<InboxView, number>
  reports: readonly InboxReport[]
  today: LocalDate
  newerHref: string | undefined
  olderHref: string | undefined
  form?: FormState
}

const longestExcerpt = 90

export function InboxPage(props: InboxPageProps) {
  const { frame, counts, reports, today, newerHref, olderHref, form = emptyForm, ...filters } = props
  const { language } = frame
  const [t, words] = [deskMessages[language], bulkMessages[language]]
  const { view } = filters.filter
  return (
    <WorkspacePage
      frame={frame}
      title={t.title}
      current={reportDeskPaths.inbox}
      sections={frame.workspace ?? []}
      hasErrors={Object.keys(form.errors).length > 0}
    >
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <p class="row">
        <ButtonLink variant="secondary" small href={reportDeskPaths.enter}>
          {entryMessages[language].title}
        </ButtonLink>
        <ButtonLink variant="secondary" small href={reportDeskPaths.mails}>
          {entryMessages[language].mails}
        </ButtonLink>
        <ButtonLink variant="secondary" small href={reportDeskPaths.templates}>
          {templateMessages[language].title}
        </ButtonLink>
      </p>
      <ErrorSummary form={form} />
      <nav class="row" aria-label={t.title}>
        {inboxViews.map((one) => (
          <Link
            key={one}
            href={inboxAddress({ ...chosenIn(filters.filter), vaade: one })}
            class="filter-chip"
            {...(one === view ? { 'aria-current': 'page' as const } : {})}
          >
            {t.views[one]} <span class="number">{counts[one] >= mostInView ? `${mostInView}+` : counts[one]}</span>
          </Link>
        ))}
      </nav>
      <InboxFilters {...filters} />
      <form class="stack" method="post" action={localPath(reportDeskPaths.chosen, language)} novalidate>
        <report-rows data-chosen={words.chosen}>
          <p class="quiet small no-print" data-keys="" hidden>
            {words.keys}
          </p>
          <ReportTable caption={t.views[view]} reports={reports} today={today} form={form} />
          <p class="quiet" data-count="" role="status"></p>
        </report-rows>
        {reports.length === 0 ? null : (
          <div class="row no-print">
            <SelectField
              form={form}
              name="what"
              label={words.what}
              options={bulkSteps.map((one) => ({ value: one, label: words.steps[one] }))}
            />
            <Button variant="secondary">{words.next}</Button>
          </div>
        )}
      </form>
      <KeysetPager {...{ newerHref, olderHref }} labels={{ newer: t.before, older: t.after }} />
      <script type="module" src={frame.assets.url('src/modules/reports/desk-browser/report-rows.ts')} />
    </WorkspacePage>
  )
}

type ReportTableProps = {
  caption: string
  reports: readonly InboxReport[]
  today: LocalDate
  /** What is ticked; undefined where nothing can be. */
  form?: FormState
}

export function ReportTable({ caption, reports, today, form }: ReportTableProps) {
  const { language } = useReader()
  const [t, words] = [deskMessages[language], bulkMessages[language]]
  const ticked = (form?.values.n ?? '').split(',')
  const ticking: Column<InboxReport> = {
    key: 'chosen',
    label: words.choose,
    cell: ({ number }) => (
      <input
        type="checkbox"
        name="n"
        id={number === reports[0]?.number ? 'field-n' : undefined}
        value={number}
        checked={ticked.includes(String(number))}
        aria-label={words.chooseReport(number)}
      />
    ),
  }
  return (
    <DataTable
      caption={caption}
      rows={reports}
      rowKey={({ number }) => String(number)}
      empty={t.none}
      columns={[
        ...(form === undefined ? [] : [ticking]),
        {
          key: 'report',
          label: t.report,
          rowHeader: true,
          cell: ({ number, categoryName, words: said }) => (
            <>
              <Link href={reportDeskPaths.report(number)}>
                {number} {readText(categoryName, language).text}
              </Link>
              <span class="quiet small"> {[...said].slice(0, longestExcerpt).join('')}</span>
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
  )
}

function Standing({ t, report }: { t: DeskMessages; report: InboxReport }) {
  const { language } = useReader()
  const { state, priority, waitsSince, isPrivate, isHidden } = report
  return (
    <>
      <StateTag state={state} />{' '}
      {priority === 'usual' ? null : <Tag>{templateMessages[language].priorities[priority]}</Tag>}{' '}
      {waitsSince === null ? null : <Tag>{askingMessages[language].waitsMark}</Tag>}{' '}
      {isPrivate ? <Tag>{t.privateMark}</Tag> : null} {isHidden ? <Tag>{t.hiddenMark}</Tag> : null}
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
