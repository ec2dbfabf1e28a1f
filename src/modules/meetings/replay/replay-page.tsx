import '../browser-elements.ts'
import { localTimeOf } from '#platform/format.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { localPath } from '#ui/links.ts'
import { PublicPage } from '#ui/public-page.tsx'
import { useReader } from '#ui/reader.ts'
import { nameOfMeeting } from '../messages/names.ts'
import { publicMessages } from '../messages/public.ts'
import { screenMessages } from '../messages/screen.ts'
import { LiveView } from '../pages/live/live-view.tsx'
import type { PublicMeeting } from '../pages/live/public-meeting.ts'
import { meetingPaths } from '../paths.ts'
import type { Meeting } from '../queries/meetings.ts'
import type { PresencePoint, Replay } from './moments.ts'

export type ReplayPageProps = {
  frame: PageFrame
  meeting: Meeting
  names: ReadonlyMap<string, string>
  replay: Replay
  /** How many events have happened. */
  moment: number
  view: PublicMeeting
}

/** A past meeting, event by event; with script it plays by itself. */
export function ReplayPage({ frame, meeting, names, replay, moment, view }: ReplayPageProps) {
  const { language, site } = frame
  const t = screenMessages[language]
  const name = nameOfMeeting(meeting, language)
  const { events } = replay
  const at = events[Math.max(moment - 1, 0)]?.at ?? meeting.startsAt
  const path = meetingPaths.replay(meeting.number)
  const first = events[0]?.at.getTime() ?? 0
  return (
    <PublicPage frame={frame} title={`${t.replay}: ${name}`} current="decisions" wide>
      <Breadcrumbs
        links={[
          { label: publicMessages[language].title, path: meetingPaths.list },
          { label: name, path: meetingPaths.meeting(meeting.number) },
        ]}
      />
      <h1>
        {t.replay}: {name}
      </h1>
      <p class="lead">{t.replayLead}</p>
      <meeting-replay
        class="stack"
        data-path={localPath(path, language)}
        data-moment={String(moment)}
        data-seconds={JSON.stringify(events.map((event) => Math.round((event.at.getTime() - first) / 1000)))}
        data-words={JSON.stringify({ play: t.play, stop: t.stop, speed: t.speed, speeds: t.speeds })}
      >
        <div class="stack" data-inside>
          <nav class="row no-print" aria-label={t.replay}>
            <strong>{t.moment(localTimeOf(at, site.timeZone).slice(11), moment, events.length)}</strong>
            {moment > 1 ? <Link href={`${path}?hetk=1`}>{t.toStart}</Link> : null}
            {moment > 1 ? <Link href={`${path}?hetk=${moment - 1}`}>{t.earlier}</Link> : null}
            {moment < events.length ? <Link href={`${path}?hetk=${moment + 1}`}>{t.later}</Link> : null}
          </nav>
          <PresenceLine replay={replay} at={at} />
          <LiveView {...{ view, names, meeting }} now={at} />
        </div>
      </meeting-replay>
      <section class="stack-tight no-print">
        <h2>{t.chapters}</h2>
        <ul class="plain-list ruled">
          {replay.chapters.map((chapter) => (
            <li key={chapter.moment}>
              <Link href={`${path}?hetk=${chapter.moment}`}>
                {chapter.number}. <span lang="et">{chapter.title}</span>
              </Link>{' '}
              <span class="quiet small">{localTimeOf(chapter.at, site.timeZone).slice(11)}</span>
            </li>
          ))}
        </ul>
      </section>
      <script type="module" src={frame.assets.url('src/modules/meetings/browser/meeting-replay.ts')} />
    </PublicPage>
  )
}

/** How many were present through the meeting, against the quorum; the moment that is shown stands in it. */
function PresenceLine({ replay: { presence, events }, at }: { replay: Replay; at: Date }) {
  const { language } = useReader()
  const t = screenMessages[language]
  const from = events[0]?.at.getTime() ?? 0
  const until = events.at(-1)?.at.getTime() ?? 1
  const most = Math.max(1, ...presence.flatMap(({ present, needed }) => [present, needed]))
  const x = (time: number) => Math.round(((time - from) / Math.max(1, until - from)) * 1000)
  const y = (count: number) => Math.round(104 - (count / most) * 96)
  const counts = presence.map(({ present }) => present)
  const needed = presence.at(-1)?.needed ?? 0
  const words = counts.length === 0 ? '' : t.presenceSays(Math.min(...counts), Math.max(...counts), needed)
  return (
    <figure class="stack-tight">
      <figcaption class="small">
        {t.presence}. {words}
      </figcaption>
      <svg class="replay-line" viewBox="0 0 1000 108" preserveAspectRatio="none" role="img" aria-label={words}>
        <line class="needed" x1="0" x2="1000" y1={y(needed)} y2={y(needed)} />
        <path class="here" d={steps(presence, x, y, until)} />
        <line class="at" x1={x(at.getTime())} x2={x(at.getTime())} y1="0" y2="108" />
      </svg>
    </figure>
  )
}

function steps(
  presence: readonly PresencePoint[],
  x: (time: number) => number,
  y: (count: number) => number,
  until: number,
): string {
  const drawn = presence.map(({ at, present }, index) =>
    index === 0 ? `M${x(at.getTime())} ${y(present)}` : `H${x(at.getTime())}V${y(present)}`,
  )
  return `${drawn.join('')}H${x(until)}`
}
