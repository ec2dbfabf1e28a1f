import { formatNumber } from '#platform/format.ts'
import { readText } from '#platform/language.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { DataTable } from '#ui/data-table.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { KeysetPager } from '#ui/keyset-pager.tsx'
import { Link } from '#ui/link.tsx'
import { Moment } from '#ui/moment.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { registry } from '#modules/people/index.ts'
import { meetingPaths } from '../paths.ts'
import { Meaning, percent } from './attendance-page.tsx'
import type { RecordedChoice } from './derive-record.ts'
import { recordMessages } from './messages.ts'
import { recordPaths } from './paths.ts'
import type { AttendedMeeting, InBody, RecordedPerson, VoteLine } from './person-queries.ts'
import { VoteTable } from './votes-page.tsx'

export type RecordPageProps = {
  frame: PageFrame
  person: RecordedPerson
  years: readonly InBody[]
  meetings: readonly AttendedMeeting[]
  votes: readonly (VoteLine & { choice: RecordedChoice })[]
  older: string | null
}

/** How one person attended and voted. */
export function RecordPage({ frame, person, years, meetings, votes, older }: RecordPageProps) {
  const { language } = frame
  const t = recordMessages[language]
  const number = (value: number) => formatNumber(value, language)
  return (
    <PublicPage
      frame={frame}
      title={`${person.name}: ${t.section}`}
      current="decisions"
      description={t.personLead}
      wide
    >
      <Breadcrumbs links={[{ label: t.title, path: recordPaths.attendance }]} />
      <h1>{person.name}</h1>
      <p class="lead">{t.personLead}</p>
      <p class="no-print">
        <Link href={registry.pathOfPerson(person.slug)}>{t.toPerson(person.name)}</Link>
      </p>
      {years.length === 0 ? (
        <p>{t.notHere}</p>
      ) : (
        <>
          <section class="stack-tight">
            <h2>{t.byBody}</h2>
            <DataTable
              caption={t.byBody}
              hideCaption
              rows={years}
              rowKey={(one) => `${one.bodySlug}${one.year}`}
              columns={[
                { key: 'body', label: t.body, rowHeader: true, cell: (one) => readText(one.bodyName, language).text },
                { key: 'year', label: t.yearHead, numeric: true, cell: (one) => String(one.year) },
                { key: 'held', label: t.held, numeric: true, cell: (one) => number(one.held) },
                { key: 'whole', label: t.whole, numeric: true, cell: (one) => number(one.whole) },
                { key: 'partly', label: t.partly, numeric: true, cell: (one) => number(one.partly) },
                { key: 'excused', label: t.excused, numeric: true, cell: (one) => number(one.excused) },
                { key: 'absent', label: t.absent, numeric: true, cell: (one) => number(one.absent) },
                {
                  key: 'share',
                  label: t.share,
                  numeric: true,
                  cell: (one) => percent(one.whole + one.partly, one.held),
                },
              ]}
            />
          </section>
          <section class="stack-tight">
            <h2>{t.meetings}</h2>
            <DataTable
              caption={t.meetings}
              hideCaption
              rows={meetings}
              rowKey={(one) => String(one.number)}
              columns={[
                {
                  key: 'meeting',
                  label: t.meeting,
                  rowHeader: true,
                  cell: (one) => (
                    <Link href={meetingPaths.meeting(one.number)}>
                      {readText(one.bodyName, language).text}, <Moment at={one.startsAt} />
                    </Link>
                  ),
                },
                { key: 'how', label: t.how, cell: (one) => t.kinds[one.kind] },
              ]}
            />
          </section>
        </>
      )}
      <section class="stack-tight">
        <h2>{t.voted}</h2>
        {votes.length === 0 ? <p>{t.noVotes}</p> : <VoteTable caption={t.voted} votes={votes} />}
        <KeysetPager olderHref={older === null ? undefined : `${recordPaths.person(person.slug)}?enne=${older}`} />
      </section>
      <Meaning t={t} />
      <p class="no-print">
        <Link href={recordPaths.attendance}>{t.toAttendance}</Link>
      </p>
    </PublicPage>
  )
}
