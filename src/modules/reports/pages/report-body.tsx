import { formatDay, formatMoney, type LocalDate } from '#platform/format.ts'
import { AttachmentList, type reading } from '#modules/files/index.ts'
import { nameOfSettlement } from '#modules/places/index.ts'
import { readText } from '#platform/language.ts'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Link } from '#ui/link.tsx'
import { Moment } from '#ui/moment.tsx'
import { Notice } from '#ui/notice.tsx'
import { useReader } from '#ui/reader.ts'
import { Timeline, type TimelineEntry } from '#ui/timeline.tsx'
import { afterSubject } from '../field/after-photos.ts'
import { askingMessages } from '../messages/asking.ts'
import { factMessages } from '../messages/facts.ts'
import { fieldMessages } from '../messages/field.ts'
import { publicMessages } from '../messages/public.ts'
import { stateMessages } from '../messages/states.ts'
import { WrittenAndArrived } from '../offline/written-and-arrived.tsx'
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
  const entries = entriesOf(report, updates, t, language, seesHidden === true)
  return (
    <>
      <p class="row">
        <StateTag state={state} />{' '}
        <span>
          {state === 'confirmed' && report.firstAnswerAt !== null
            ? t.receivedAndAnswered
            : stateMessages[language][state].meaning}
        </span>
      </p>
      <Promises report={report} today={today} />
      {report.duplicateNumber === null ? null : (
        <p>
          {t.duplicateOf} <Link href={reportPaths.report(report.duplicateNumber)}>{report.duplicateNumber}</Link>.
        </p>
      )}
      <Related label={t.sameReported} numbers={report.doubleNumbers} />
      {report.splitFromNumber === null ? null : <Related label={t.splitFrom} numbers={[report.splitFromNumber]} />}
      <Related label={t.splitInto} numbers={report.splitNumbers} />
      <blockquote lang={report.language} class="local-text">
        {words}
      </blockquote>
      <DefinitionList
        definitions={[
          ...factsOf(report, t, language),
          ...said.map(({ label, value }) => ({ term: label, definition: value })),
        ]}
      />
      <Photos files={files} after={afterSubject(report.id)} />
      {entries.length === 0 ? null : (
        <section class="stack-tight">
          <h2 id="lugu">{t.history}</h2>
          <Timeline entries={entries} />
        </section>
      )}
    </>
  )
}

function Related({ label, numbers }: { label: string; numbers: readonly number[] }) {
  if (numbers.length === 0) return null
  return (
    <p>
      {label}{' '}
      {numbers.map((number, at) => (
        <>
          {at === 0 ? '' : ', '}
          <Link href={reportPaths.report(number)}>{number}</Link>
        </>
      ))}
    </p>
  )
}

/** What was sent, and beside it what was mended. */
function Photos({ files, after }: { files: ReportParts['files']; after: string }) {
  const { language } = useReader()
  const [t, words] = [publicMessages[language], fieldMessages[language]]
  if (files.length === 0) return null
  const mended = files.filter(({ subject }) => subject === after)
  const sent = files.filter(({ subject }) => subject !== after)
  return (
    <section class="stack-tight">
      <h2>{t.photos}</h2>
      {files.some(({ state }) => state === 'received') ? <p class="quiet">{t.photosChecked}</p> : null}
      {mended.length === 0 ? (
        <AttachmentList files={sent} />
      ) : (
        <div class="grid">
          {sent.length === 0 ? null : (
            <div class="stack-tight">
              <h3>{words.before}</h3>
              <AttachmentList files={sent} />
            </div>
          )}
          <div class="stack-tight">
            <h3>{words.after}</h3>
            <AttachmentList files={mended} />
          </div>
        </div>
      )}
    </section>
  )
}

function Promises({ report, today }: { report: Report; today: LocalDate }) {
  const { language } = useReader()
  const t = publicMessages[language]
  const { state, answerDue, fixDue, firstAnswerAt, waitsSince } = report
  if (!isOpen(state) || answerDue === null || fixDue === null) return null
  const lateness = latenessOf(report, today)
  if (lateness === 'fix-late') return <Notice tone="warning">{t.late(formatDay(fixDue, language))}</Notice>
  if (waitsSince !== null) return <Notice>{askingMessages[language].waits(formatDay(waitsSince, language))}</Notice>
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
    ...(report.costCents === null
      ? []
      : [{ term: fieldMessages[language].costTold, definition: formatMoney(report.costCents, language) }]),
    { term: t.sent, definition: <WrittenAndArrived report={report} /> },
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
    ...updates.map((update): TimelineEntry => {
      const { id, at, author, authorTitle, words, newState, what, aboutNumber, hiddenAt, hiddenReason } = update
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
            {what === null ? null : <p>{factMessages[language][what](aboutNumber)}</p>}
            {isHidden || words === '' ? null : <p class="local-text">{words}</p>}
          </div>
        ),
      }
    }),
  ]
}
