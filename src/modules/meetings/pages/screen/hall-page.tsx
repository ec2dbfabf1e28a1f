import { localDate } from '#platform/format.ts'
import type { PageFrame } from '#ui/frame.ts'
import { useReader } from '#ui/reader.ts'
import { liveVoteMessages } from '../../messages/live-votes.ts'
import { liveMessages } from '../../messages/live.ts'
import { screenMessages } from '../../messages/screen.ts'
import type { Meeting } from '../../queries/meetings.ts'
import { OfFaction } from '../live/faction-parts.tsx'
import { At, Name, type Known } from '../live/live-parts.tsx'
import type { LiveViewProps } from '../live/live-view.tsx'
import type { PublicMeeting, PublicVote, VoteNow } from '../live/public-meeting.ts'
import { ScreenFrame } from './screen-frame.tsx'

export type ScreenPageProps = {
  frame: PageFrame
  meeting: Meeting
  view: PublicMeeting
  names: ReadonlyMap<string, string>
  version: number
}

/** For the wall of the room: what goes on, the vote, who is here, in letters that are read from the last row. */
export function HallPage({ frame, meeting, view, names, version }: ScreenPageProps) {
  return (
    <ScreenFrame {...{ frame, meeting, version }} screen="hall">
      <HallView {...{ view, names, meeting }} now={frame.now} />
    </ScreenFrame>
  )
}

export function HallView({ view, names, meeting }: LiveViewProps) {
  const { language, timeZone } = useReader()
  const [t, live] = [screenMessages[language], liveMessages[language]]
  const known: Known = { names, number: null, day: localDate(view.openedAt ?? meeting.startsAt, timeZone) }
  const { phase, current, speaking, waiting, voteNow, quorum } = view
  return (
    <>
      <p class="screen-line">
        <span>{live.phases[phase]}</span>
        {quorum === null ? null : (
          <span class={quorum.met ? undefined : 'screen-alarm'}>
            {quorum.met ? '' : `${t.noQuorum}. `}
            {t.here(quorum.present, quorum.base)}
          </span>
        )}
      </p>
      {current === null ? null : (
        <section class="screen-item">
          <p>{live.item(current.number)}</p>
          <h2 lang="et">{current.title}</h2>
          {current.closed?.isNow === true ? <p class="screen-alarm">{t.closed}</p> : null}
        </section>
      )}
      {voteNow === null ? <Newest view={view} known={known} /> : <BigVote vote={voteNow} />}
      {speaking === null ? null : (
        <p class="screen-speaker">
          {t.speaks}: <Name personId={speaking.personId} names={names} />
          <OfFaction personId={speaking.personId} factions={view.factions} /> ({live.speechTypes[speaking.type]})
        </p>
      )}
      {waiting.length === 0 ? null : (
        <p>
          {t.next(waiting.length)}:{' '}
          {waiting.slice(0, 5).map(({ id, personId }, at) => (
            <span key={id}>
              {at === 0 ? '' : ', '}
              <Name personId={personId} names={names} />
            </span>
          ))}
        </p>
      )}
    </>
  )
}

function BigVote({ vote: { question, state, method, progress } }: { vote: VoteNow }) {
  const { language } = useReader()
  const [t, words] = [screenMessages[language], liveVoteMessages[language]]
  return (
    <section class="screen-vote">
      <p>{state === 'open' ? t.voting : t.voteClosed}</p>
      <h2 lang="et">{question}</h2>
      {progress === null ? null : (
        <p class="screen-number">
          {progress.done} / {progress.of}
        </p>
      )}
      <p>{words.methods[method]}</p>
    </section>
  )
}

/** The newest result stays on the wall until another item or vote takes its place. */
function Newest({ view: { newestResult: vote, current, endedAt }, known }: { view: PublicMeeting; known: Known }) {
  const isOfNow = vote !== null && (current === null || vote.about.some(({ id }) => id === current.id))
  if (!isOfNow || vote.outcome === null || endedAt !== null) return null
  return <BigResult vote={vote} outcome={vote.outcome} known={known} />
}

type BigResultProps = { vote: PublicVote; outcome: NonNullable<PublicVote['outcome']>; known: Known }

function BigResult({ vote, outcome, known }: BigResultProps) {
  const { language } = useReader()
  const words = liveVoteMessages[language]
  const result = vote.inside?.result ?? null
  return (
    <section class="screen-vote">
      {vote.inside === null ? null : <h2 lang="et">{vote.inside.question}</h2>}
      <p class="screen-number">{vote.state === 'stated' ? words.outcomes[outcome] : words.undone[vote.state]}</p>
      {result === null || result.election !== null ? null : <p>{words.counts(result.counts)}</p>}
      {result?.election?.elected.map(({ candidateId, office }) => (
        <p key={candidateId}>
          <Name personId={candidateId} names={known.names} />: {words.offices[office]}
        </p>
      ))}
      <p class="small">
        <At at={vote.at} day={known.day} />
      </p>
    </section>
  )
}
