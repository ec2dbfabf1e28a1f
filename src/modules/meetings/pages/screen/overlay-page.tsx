import { useReader } from '#ui/reader.ts'
import { liveVoteMessages } from '../../messages/live-votes.ts'
import { liveMessages } from '../../messages/live.ts'
import { screenMessages } from '../../messages/screen.ts'
import { Name } from '../live/live-parts.tsx'
import type { LiveViewProps } from '../live/live-view.tsx'
import type { ScreenPageProps } from './hall-page.tsx'
import { ScreenFrame } from './screen-frame.tsx'

/** A lower third over a video picture: the item, who speaks, the vote; clear everywhere else. */
export function OverlayPage({ frame, meeting, view, names, version }: ScreenPageProps) {
  return (
    <ScreenFrame {...{ frame, meeting, version }} screen="overlay">
      <OverlayView {...{ view, names, meeting }} now={frame.now} />
    </ScreenFrame>
  )
}

export function OverlayView({ view: { current, speaking, voteNow, newestResult, phase }, names }: LiveViewProps) {
  const { language } = useReader()
  const [t, live, votes] = [screenMessages[language], liveMessages[language], liveVoteMessages[language]]
  const isResultOfNow =
    newestResult !== null && current !== null && newestResult.about.some(({ id }) => id === current.id)
  const result = newestResult?.inside?.result ?? null
  // Of an election the votes are no votes for and against.
  const counts = result === null || result.election !== null ? null : result.counts
  return (
    <div class="lower-third">
      <p class="lower-third-item">
        {current === null ? (
          live.phases[phase]
        ) : (
          <>
            {current.number}. <span lang="et">{current.title}</span>
          </>
        )}
      </p>
      {current?.closed?.isNow === true ? <p>{t.closed}</p> : null}
      {speaking === null ? null : (
        <p>
          <strong>
            <Name personId={speaking.personId} names={names} />
          </strong>
          , {live.speechTypes[speaking.type]}
        </p>
      )}
      {voteNow === null ? null : (
        <p>
          {voteNow.state === 'open' ? t.voting : t.voteClosed}
          {voteNow.progress === null ? '' : `: ${voteNow.progress.done} / ${voteNow.progress.of}`}
        </p>
      )}
      {voteNow === null && isResultOfNow && newestResult.outcome !== null ? (
        <p>
          {newestResult.state === 'stated' ? (
            <>
              {votes.outcomes[newestResult.outcome]}
              {counts === null ? '' : ` ${counts.for} : ${counts.against}`}
            </>
          ) : (
            votes.undone[newestResult.state]
          )}
        </p>
      ) : null}
    </div>
  )
}
