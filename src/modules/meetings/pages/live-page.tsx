import type { VNode } from 'preact'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { LiveFragment } from '#ui/live-fragment.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { nameOfMeeting } from '../messages/names.ts'
import { publicMessages } from '../messages/public.ts'
import { meetingPaths } from '../paths.ts'
import type { Meeting } from '../queries/meetings.ts'
import { LiveView } from './live/live-view.tsx'
import type { PublicMeeting } from './live/public-meeting.ts'

export type LivePageProps = {
  frame: PageFrame
  meeting: Meeting
  view: PublicMeeting
  names: ReadonlyMap<string, string>
  /** Items whose own page has more to read. */
  withPage: ReadonlySet<string>
  /** Minutes that were planned for an item, by id. */
  planned: ReadonlyMap<string, number>
  /** Number of the last event that is shown. */
  version: number
  /** What other modules have to say of it, as it was when the page was asked for. */
  sections: readonly VNode[]
}

/** The meeting as it happens; without script, as it was when the page was asked for. */
export function LivePage({ frame, meeting, view, names, withPage, planned, version, sections }: LivePageProps) {
  const { language, now } = frame
  const name = nameOfMeeting(meeting, language)
  return (
    <PublicPage frame={frame} title={name} current="decisions" wide>
      <Breadcrumbs
        links={[
          { label: publicMessages[language].title, path: meetingPaths.list },
          { label: name, path: meetingPaths.meeting(meeting.number) },
        ]}
      />
      <h1>{name}</h1>
      <LiveFragment frame={frame} path={meetingPaths.stream(meeting.number)} since={version}>
        <LiveView {...{ view, names, meeting, now, withPage, planned }} />
      </LiveFragment>
      {sections}
    </PublicPage>
  )
}
