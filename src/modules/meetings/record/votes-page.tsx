import { readText } from '#platform/language.ts'
import type { registry } from '#modules/people/index.ts'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { SelectField } from '#ui/fields.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { KeysetPager } from '#ui/keyset-pager.tsx'
import { Link } from '#ui/link.tsx'
import { Moment } from '#ui/moment.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { useReader } from '#ui/reader.ts'
import { liveVoteMessages } from '../messages/live-votes.ts'
import { meetingPaths, meetingsAddress } from '../paths.ts'
import type { RecordedChoice } from './derive-record.ts'
import { recordMessages } from './messages.ts'
import { recordPaths } from './paths.ts'
import type { VoteLine } from './person-queries.ts'

export type VotesPageProps = {
  frame: PageFrame
  bodies: readonly registry.BodyChoice[]
  body: string
  votes: readonly VoteLine[]
  older: string | null
}

/** Declared results of all bodies. */
export function VotesPage({ frame, bodies, body, votes, older }: VotesPageProps) {
  const { language } = frame
  const t = recordMessages[language]
  const chosen = bodies.find(({ slug }) => slug === body)
  return (
    <PublicPage frame={frame} title={t.votesTitle} current="decisions" description={t.votesLead} wide>
      <h1>{t.votesTitle}</h1>
      <p class="lead">{t.votesLead}</p>
      <FilterBar
        action={recordPaths.votes}
        clearHref={recordPaths.votes}
        count={votes.length}
        active={
          chosen === undefined
            ? []
            : [{ label: `${t.body}: ${readText(chosen.name, language).text}`, removeHref: recordPaths.votes }]
        }
      >
        <SelectField
          form={{ values: { kogu: body }, errors: {} }}
          name="kogu"
          label={t.body}
          optional
          emptyLabel={t.all}
          options={bodies.map((one) => ({ value: one.slug, label: readText(one.name, language).text }))}
        />
      </FilterBar>
      <VoteTable caption={t.votesTitle} votes={votes} />
      <KeysetPager
        olderHref={older === null ? undefined : meetingsAddress({ kogu: body, enne: older }, recordPaths.votes)}
      />
      <p class="row no-print">
        <Link href={recordPaths.attendance}>{t.toAttendance}</Link>
        <Link href="/andmed/haaletused">{t.data}</Link>
      </p>
    </PublicPage>
  )
}

type Line = VoteLine & { choice?: RecordedChoice }

export function VoteTable({ caption, votes }: { caption: string; votes: readonly Line[] }) {
  const { language } = useReader()
  const t = recordMessages[language]
  const columns: Column<Line>[] = [
    {
      key: 'what',
      label: t.what,
      rowHeader: true,
      cell: (vote) => (
        <>
          <Link href={`${meetingPaths.live(vote.number)}#h-${vote.voteId}`}>{whatOf(vote, t.agenda)}</Link>
          <span class="person-note">{readText(vote.bodyName, language).text}</span>
        </>
      ),
    },
    ...(votes.some(({ choice }) => choice !== undefined)
      ? [
          {
            key: 'choice',
            label: t.voted,
            cell: (vote: Line) => (vote.choice === undefined ? '' : t.choices[vote.choice]),
          },
        ]
      : []),
    { key: 'result', label: t.result, cell: (vote) => <Result vote={vote} /> },
    { key: 'when', label: t.when, cell: ({ statedAt }) => <Moment at={statedAt} /> },
  ]
  return <DataTable caption={caption} hideCaption columns={columns} rows={votes} rowKey={({ voteId }) => voteId} />
}

const whatOf = ({ about, question }: VoteLine, otherwise: string): string =>
  [about, about.includes(question) ? '' : question].filter((part) => part !== '').join(' — ') || otherwise

function Result({ vote }: { vote: VoteLine }) {
  const { language } = useReader()
  const t = recordMessages[language]
  const undone = t.undone[vote.state]
  const isCounted = vote.for !== null && vote.method !== 'secret'
  return (
    <>
      {liveVoteMessages[language].outcomes[vote.outcome]}
      {undone === '' ? '' : ` (${undone})`}
      <span class="person-note">
        {vote.isClosed ? t.closed : ''}
        {isCounted ? t.counts(vote.for!, vote.against!, vote.abstained!, vote.didNotVote!) : ''}
      </span>
    </>
  )
}
