import { localDate } from '#platform/format.ts'
import { useReader } from '#ui/reader.ts'
import { liveVoteMessages } from '../../messages/live-votes.ts'
import type { Meeting } from '../../queries/meetings.ts'
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
}

/** A meeting as it is held: the inside of the page, the most important first. */
export function LiveView({ view, names, meeting, now, withPage = new Set() }: LiveViewProps) {
  const { language, timeZone } = useReader()
  const t = liveVoteMessages[language]
  const known: Known = { names, day: localDate(view.openedAt ?? meeting.startsAt, timeZone) }
  return (
    <div class="stack">
      <NowStrip view={view} startsAt={meeting.startsAt} now={now} known={known} />
      {view.newestResult === null ? null : (
        <section class="stack-tight">
          <h2>{t.newestResult}</h2>
          <VoteResult vote={view.newestResult} known={known} />
        </section>
      )}
      {view.voteNow === null ? null : <OpenVote vote={view.voteNow} />}
      {view.quorum === null ? null : <LiveQuorum quorum={view.quorum} known={known} />}
      <div class="with-aside">
        <LiveAgenda view={view} number={meeting.number} withPage={withPage} known={known} />
        <div class="stack">
          {view.attendance === null ? null : <LiveAttendance attendance={view.attendance} known={known} />}
          {view.waiting.length === 0 ? null : <LiveQueue waiting={view.waiting} known={known} />}
        </div>
      </div>
    </div>
  )
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
