import { formatDay, formatNumber } from '#platform/format.ts'
import { readText, type LocalText } from '#platform/language.ts'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { SelectField } from '#ui/fields.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { nameOfMeeting } from '../messages/names.ts'
import { meetingPaths } from '../paths.ts'
import { recordMessages, type RecordWords } from './messages.ts'
import { recordPaths } from './paths.ts'
import type { MeetingAttendance, PersonAttendance } from './queries.ts'
import type { StretchChoice } from './stretch.ts'

export type AttendancePageProps = {
  frame: PageFrame
  bodies: readonly { slug: string; name: LocalText; kind: string }[]
  chosen: { body: string; stretch: string }
  stretches: readonly StretchChoice[]
  persons: readonly PersonAttendance[]
  meetings: readonly MeetingAttendance[]
}

/** Attendance of one body: per member with the right denominators, and per meeting. */
export function AttendancePage({ frame, bodies, chosen, stretches, persons, meetings }: AttendancePageProps) {
  const { language } = frame
  const t = recordMessages[language]
  const form = { values: { kogu: chosen.body, aeg: chosen.stretch }, errors: {} }
  const body = bodies.find(({ slug }) => slug === chosen.body)
  return (
    <PublicPage frame={frame} title={t.title} current="decisions" description={t.lead} wide>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      {body === undefined ? (
        <p>{t.none}</p>
      ) : (
        <>
          <FilterBar
            action={recordPaths.attendance}
            clearHref={recordPaths.attendance}
            count={persons.length}
            active={[]}
          >
            <SelectField
              form={form}
              name="kogu"
              label={t.body}
              optional
              emptyLabel={readText(bodies[0]!.name, language).text}
              options={bodies.slice(1).map((one) => ({ value: one.slug, label: readText(one.name, language).text }))}
            />
            <SelectField
              form={form}
              name="aeg"
              label={t.stretch}
              optional
              emptyLabel={labelOf(stretches[0]!, t, language)}
              options={stretches.slice(1).map((one) => ({ value: one.value, label: labelOf(one, t, language) }))}
            />
          </FilterBar>
          {persons.length === 0 ? (
            <p>{t.noneHere}</p>
          ) : (
            <>
              <section class="stack-tight">
                <h2>{t.byPerson}</h2>
                <DataTable
                  caption={t.byPerson}
                  hideCaption
                  columns={personColumns(t, language)}
                  rows={persons}
                  rowKey={(one) => one.personId}
                />
              </section>
              <Meaning t={t} />
              <section class="stack-tight">
                <h2>{t.byMeeting}</h2>
                <DataTable
                  caption={t.byMeeting}
                  hideCaption
                  rowKey={(one) => String(one.number)}
                  rows={meetings}
                  columns={[
                    {
                      key: 'meeting',
                      label: t.meeting,
                      rowHeader: true,
                      cell: (one) => (
                        <Link href={meetingPaths.meeting(one.number)}>
                          {nameOfMeeting({ ...one, body: { ...emptyBody, ...body } }, language)}
                        </Link>
                      ),
                    },
                    { key: 'on', label: t.when, cell: (one) => formatDay(one.on, language) },
                    { key: 'came', label: t.came, cell: (one) => t.cameOf(one.came, one.seats) },
                  ]}
                />
              </section>
            </>
          )}
        </>
      )}
      <p class="row no-print">
        <Link href={recordPaths.votes}>{t.toVotes}</Link>
        <Link href="/andmed/istungitel-osalemine">{t.data}</Link>
      </p>
    </PublicPage>
  )
}

const emptyBody = { id: '', seats: null }

function labelOf({ term, year }: StretchChoice, t: RecordWords, language: PageFrame['language']): string {
  if (term === null) return t.year(year!)
  return t.term(
    term.number,
    formatDay(term.from, language),
    term.until === null ? null : formatDay(term.until, language),
  )
}

function personColumns(t: RecordWords, language: PageFrame['language']): Column<PersonAttendance>[] {
  const number = (value: number) => formatNumber(value, language)
  return [
    {
      key: 'name',
      label: t.member,
      rowHeader: true,
      cell: ({ slug, name }) => (slug === null ? name : <Link href={recordPaths.person(slug)}>{name}</Link>),
    },
    { key: 'held', label: t.held, numeric: true, cell: (one) => number(one.held) },
    { key: 'whole', label: t.whole, numeric: true, cell: (one) => number(one.whole) },
    {
      key: 'partly',
      label: t.partly,
      numeric: true,
      cell: (one) => (
        <>
          {number(one.partly)}
          {one.partly === 0 ? null : <span class="person-note">{t.missed(one.minutesMissed)}</span>}
        </>
      ),
    },
    { key: 'excused', label: t.excused, numeric: true, cell: (one) => number(one.excused) },
    { key: 'absent', label: t.absent, numeric: true, cell: (one) => number(one.absent) },
    { key: 'share', label: t.share, numeric: true, cell: (one) => percent(one.whole + one.partly, one.held) },
    { key: 'votes', label: t.votes, numeric: true, cell: (one) => t.votesOf(one.votesTaken, one.votes) },
  ]
}

export const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${Math.round((part / whole) * 100)}%`

export function Meaning({ t }: { t: RecordWords }) {
  return (
    <section class="stack-tight">
      <h2>{t.meaning}</h2>
      <ul>
        {t.meanings.map((meaning) => (
          <li key={meaning}>{meaning}</li>
        ))}
      </ul>
    </section>
  )
}
