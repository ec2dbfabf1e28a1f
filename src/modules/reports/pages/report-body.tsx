import { formatDay, type LocalDate } from '#platform/format.ts'
import { AttachmentList, type reading } from '#modules/files/index.ts'
import { nameOfSettlement } from '#modules/places/index.ts'
import { readText } from '#platform/language.ts'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Link } from '#ui/link.tsx'
import { Moment } from '#ui/moment.tsx'
import { Notice } from '#ui/notice.tsx'
import { useReader } from '#ui/reader.ts'
import { Timeline, type TimelineEntry } from '#ui/timeline.tsx'
import { publicMessages } from '../messages/public.ts'
import { stateMessages } from '../messages/states.ts'
import { reportPaths } from '../paths.ts'
import type { Report, Update } from '../queries/reports.ts'
import { isOpen, latenessOf } from '../rules.ts'
import { StateTag, toneOf } from './report-parts.tsx'

export type ReportParts = {
  report: Report
  updates: readonly Update[]
  files: readonly reading.AttachedFile[]
  /** To the category's own questions. */
  said: readonly { label: string; value: string }[]
  today: LocalDate
}

/** What a report says and what has become of it: the same for the public, the sender and officials. */
export function ReportBody({
  report,
  updates,
  files,
  said,
  today,
  seesHidden,
}: ReportParts & { seesHidden?: boolean }) {
  const { language } = useReader()
  const t = publicMessages[language]
  const { state, words } = report
  return (
    <>
      <p class="row">
        <StateTag state={state} /> <span>{stateMessages[language][state].meaning}</span>
      </p>
      <Promises report={report} today={today} />
      {report.duplicateNumber === null ? null : (
        <p>
          {t.duplicateOf} <Link href={reportPaths.report(report.duplicateNumber)}>{report.duplicateNumber}</Link>.
        </p>
      )}
      <blockquote lang={report.language} class="local-text">
        {words}
      </blockquote>
      <DefinitionList
        definitions={[
          ...factsOf(report, t, language),
          ...said.map(({ label, value }) => ({ term: label, definition: value })),
        ]}
      />
      {files.length === 0 ? null : (
        <section class="stack-tight">
          <h2>{t.photos}</h2>
          {files.some(({ state: kept }) => kept === 'received') ? <p class="quiet">{t.photosChecked}</p> : null}
          <AttachmentList files={files} />
        </section>
      )}
      <section class="stack-tight">
        <h2 id="lugu">{t.history}</h2>
        <Timeline entries={entriesOf(report, updates, t, language, seesHidden === true)} />
      </section>
    </>
  )
}

function Promises({ report, today }: { report: Report; today: LocalDate }) {
  const { language } = useReader()
  const t = publicMessages[language]
  const { state, answerDue, fixDue, firstAnswerAt } = report
  if (!isOpen(state) || answerDue === null || fixDue === null) return null
  const lateness = latenessOf(report, today)
  if (lateness === 'fix-late') return <Notice tone="warning">{t.late(formatDay(fixDue, language))}</Notice>
  return (
    <>
      {lateness === 'answer-late' ? (
        <Notice tone="warning">{t.answerLate(formatDay(answerDue, language))}</Notice>
      ) : null}
      <p>
        {firstAnswerAt === null && lateness === 'in-time' ? `${t.nextAnswer(formatDay(answerDue, language))} ` : ''}
        {t.nextFix(formatDay(fixDue, language))}
      </p>
    </>
  )
}

type Words = (typeof publicMessages)['et']
type ReaderLanguage = keyof typeof publicMessages

function factsOf(report: Report, t: Words, language: ReaderLanguage) {
  const { settlement, address, latitude, longitude } = report
  const place = [settlement === null ? '' : nameOfSettlement(settlement, language), address].filter(
    (part) => part !== '',
  )
  return [
    { term: t.category, definition: readText(report.categoryName, language).text },
    {
      term: t.where,
      definition: (
        <>
          {place.length === 0 ? t.noPlace : place.join(', ')}
          {latitude === null || longitude === null ? null : (
            <span class="quiet number"> ({`${latitude.toFixed(5)}, ${longitude.toFixed(5)}`})</span>
          )}
        </>
      ),
    },
    { term: t.sent, definition: <Moment at={report.createdAt} /> },
    {
      term: t.sender,
      definition: report.showsName && report.reporterName !== null ? report.reporterName : t.byAnonymous,
    },
  ]
}

function entriesOf(
  report: Report,
  updates: readonly Update[],
  t: Words,
  language: ReaderLanguage,
  seesHidden: boolean,
): TimelineEntry[] {
  const received: TimelineEntry[] =
    report.confirmedAt === null
      ? []
      : [{ key: 'received', when: <Moment at={report.confirmedAt} />, title: t.received, tone: 'info' }]
  return [
    ...received,
    ...updates.map(({ id, at, author, authorTitle, words, newState, hiddenAt, hiddenReason }): TimelineEntry => {
      const who = authorTitle === null ? t.author[author] : readText(authorTitle, language).text
      const isHidden = hiddenAt !== null && !seesHidden
      return {
        key: id,
        when: <Moment at={at} />,
        title: newState === null ? who : `${who}. ${t.isNow(stateMessages[language][newState].name)}`,
        tone: newState === null ? 'neutral' : toneOf(newState),
        children: (
          <div id={`kiri-${id}`} class="stack-tight">
            {hiddenAt === null ? null : <p>{t.hiddenWords(hiddenReason ?? '')}</p>}
            {isHidden || words === '' ? null : <p class="local-text">{words}</p>}
          </div>
        ),
      }
    }),
  ]
}
