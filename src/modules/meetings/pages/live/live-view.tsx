import { localDate } from '#platform/format.ts'
import { useReader } from '#ui/reader.ts'
import { liveVoteMessages } from '../../messages/live-votes.ts'
import type { Meeting } from '../../queries/meetings.ts'
import { estimatesOf } from './estimates.ts'
import { LiveAgenda } from './live-agenda.tsx'
import type { Known } from './live-parts.tsx'
import { LiveAttendance, LiveQueue, LiveQuorum } from './live-people.tsx'
import { NowStrip } from './now-strip.tsx'
import type { PublicMeeting, VoteNow } from './public-meeting.ts'
import { Question, VoteResult } from './vote-result.tsx'

export type LiveViewProps = {
  view: PublicMeeting
  /** Persons of the meeting by id: first name and surname. */
  names: ReadonlyMap<string, string>
  meeting: Pick<Meeting, 'number' | 'startsAt'>
  now: Date
  /** Items whose own page has a draft or an explanation to read. */
  withPage?: ReadonlySet<string>
  /** Minutes that were planned for an item, by id. */
  planned?: ReadonlyMap<string, number>
}

export const livePartNames = ['now', 'result', 'vote', 'quorum', 'agenda', 'attendance', 'queue'] as const
export type LivePartName = (typeof livePartNames)[number]

/** A meeting as it is held: the inside of the page, the most important first. */
export function LiveView(props: LiveViewProps) {
  const part = (name: LivePartName) => (
    <div data-part={name}>
      <LiveViewPart {...props} name={name} />
    </div>
  )
  return (
    <div class="stack">
      {part('now')}
      {part('result')}
      {part('vote')}
      {part('quorum')}
      <div class="with-aside">
        {part('agenda')}
        <div class="stack">
          {part('attendance')}
          {part('queue')}
        </div>
      </div>
    </div>
  )
}

/** One part of it, which the stream carries anew when it has changed; nothing where there is nothing to tell. */
export function LiveViewPart(props: LiveViewProps & { name: LivePartName }) {
  const { name, view, names, meeting, now, withPage = new Set(), planned = new Map() } = props
  const { language, timeZone } = useReader()
  const { number } = meeting
  const known: Known = { names, number, day: localDate(view.openedAt ?? meeting.startsAt, timeZone) }
  switch (name) {
    case 'now':
      return <NowStrip view={view} startsAt={meeting.startsAt} now={now} known={known} />
    case 'result':
      return view.newestResult === null ? null : (
        <section class="stack-tight">
          <h2>{liveVoteMessages[language].newestResult}</h2>
          <VoteResult vote={view.newestResult} known={known} />
        </section>
      )
    case 'vote':
      return view.voteNow === null ? null : <OpenVote vote={view.voteNow} />
    case 'quorum':
      return view.quorum === null ? null : <LiveQuorum quorum={view.quorum} known={known} />
    case 'agenda':
      return (
        <LiveAgenda
          {...{ view, withPage, known }}
          number={meeting.number}
          estimates={estimatesOf(view, planned, now)}
        />
      )
    case 'attendance':
      return view.attendance === null ? null : <LiveAttendance attendance={view.attendance} known={known} />
    case 'queue':
      return view.waiting.length + view.factionTimes.length === 0 ? null : <LiveQueue view={view} known={known} />
  }
}

/** How many have voted, never what: results begin with the chair's word. */
function OpenVote({ vote: { question, about, method, state, progress } }: { vote: VoteNow }) {
  const { language } = useReader()
  const t = liveVoteMessages[language]
  return (
    <section class="band stack-tight">
      <h2>{state === 'open' ? t.openVote : t.closedVote}</h2>
      <Question about={about} question={question} />
      <p>
        <span class="quiet">{t.methods[method]}.</span>{' '}
        {progress === null ? null : method === 'secret' ? t.haveBallots(progress) : t.haveVoted(progress)}
      </p>
      <p class="small">{t.resultLater}</p>
    </section>
  )
}
