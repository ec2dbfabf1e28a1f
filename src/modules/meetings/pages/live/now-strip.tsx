import { Notice } from '#ui/notice.tsx'
import { useReader } from '#ui/reader.ts'
import { StatusTag } from '#ui/status-tag.tsx'
import type { Tone } from '#ui/tone.ts'
import { liveMessages } from '../../messages/live.ts'
import { OfFaction } from './faction-parts.tsx'
import { At, Name, type Known } from './live-parts.tsx'
import type { PublicItemHead, PublicMeeting } from './public-meeting.ts'

const tones: Record<PublicMeeting['phase'], Tone> = {
  planned: 'neutral',
  convened: 'info',
  running: 'success',
  paused: 'warning',
  suspended: 'danger',
  adjourned: 'warning',
  ended: 'neutral',
  cancelled: 'neutral',
  postponed: 'neutral',
}

export type NowStripProps = { view: PublicMeeting; startsAt: Date; now: Date; known: Known }

/** What goes on this moment: how the meeting stands and why, the item, who speaks. */
export function NowStrip({ view, startsAt, now, known }: NowStripProps) {
  const { language } = useReader()
  const t = liveMessages[language]
  const { phase, openedAt, endedAt, current, speaking } = view
  const isHeld = phase === 'running' || phase === 'paused' || phase === 'suspended'
  const hasNotBegun = phase === 'planned' || phase === 'convened'
  return (
    <section class="band stack-tight">
      <h2>{view.endedAt === null ? t.now : t.past}</h2>
      <p class="row">
        <StatusTag
          tone={tones[phase]}
          label={phase === 'adjourned' && openedAt === null ? t.neverBegan : t.phases[phase]}
        />
        {hasNotBegun ? (
          <When label={startsAt > now ? t.starts : t.shouldHaveBegun} at={startsAt} known={known} />
        ) : null}
        {openedAt === null ? null : <When label={t.began} at={openedAt} known={known} />}
        {endedAt === null || openedAt === null ? null : <When label={t.finished} at={endedAt} known={known} />}
      </p>
      <Standstill view={view} now={now} known={known} />
      {view.isClosedSitting ? <p>{t.closedSitting}</p> : null}
      {current === null ? isHeld ? <p>{t.noItem}</p> : null : <CurrentItem item={current} />}
      {speaking === null ? null : (
        <p>
          {t.speaks}:{' '}
          <strong>
            <Name personId={speaking.personId} names={known.names} />
          </strong>
          <OfFaction personId={speaking.personId} factions={view.factions} /> ({t.speechTypes[speaking.type]}),{' '}
          {t.since} <At at={speaking.since} day={known.day} />
          {speaking.isPaused ? `; ${t.speechPaused}` : ''}
        </p>
      )}
      {isHeld ? (
        <p class="quiet small">
          {t.chair}: <Name personId={view.chairPersonId} names={known.names} />
        </p>
      ) : null}
    </section>
  )
}

function When({ label, at, known }: { label: string; at: Date; known: Known }) {
  return (
    <span>
      {label} <At at={at} day={known.day} />
    </span>
  )
}

function CurrentItem({ item: { number, title, closed } }: { item: PublicItemHead }) {
  const { language } = useReader()
  const t = liveMessages[language]
  return (
    <>
      <h3>
        {t.item(number)}. <span lang="et">{title}</span>
      </h3>
      {closed === null ? null : (
        <Notice>
          <p>{closed.isNow ? t.closedNow : t.closedBefore}</p>
          <ClosedBasis basis={closed.basis} />
        </Notice>
      )}
    </>
  )
}

/** The basis in law on which something is closed, where one is known. */
export function ClosedBasis({ basis }: { basis: string | null }) {
  const { language } = useReader()
  return basis === null ? null : (
    <p class="small">
      {liveMessages[language].basis}: <span lang="et">{basis}</span>
    </p>
  )
}

type StandstillProps = { view: PublicMeeting; now: Date; known: Known }

/** Why nothing goes on, and when it will. */
function Standstill({ view: { phase, standstill }, now, known }: StandstillProps) {
  const { language } = useReader()
  const t = liveMessages[language]
  const reason = standstill?.reason ?? null
  const until = standstill?.until ?? null
  if (phase !== 'suspended' && reason === null && until === null) return null
  return (
    <Notice tone="warning">
      {phase === 'suspended' ? <p>{t.suspendedBecause}</p> : null}
      {reason === null ? null : (
        <p>
          {t.reason}: <span lang="et">{reason}</span>
        </p>
      )}
      {until === null ? null : (
        <p>
          {phase === 'postponed' ? t.newTime : until > now ? t.goesOn : t.shouldHaveGoneOn}{' '}
          <At at={until} day={known.day} />
        </p>
      )}
    </Notice>
  )
}
