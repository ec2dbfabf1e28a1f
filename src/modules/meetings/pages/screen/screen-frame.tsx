import type { ComponentChildren } from 'preact'
import { Document } from '#ui/document.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { LiveFragment } from '#ui/live-fragment.tsx'
import { nameOfMeeting } from '../../messages/names.ts'
import { screenMessages } from '../../messages/screen.ts'
import { meetingPaths } from '../../paths.ts'
import type { Meeting } from '../../queries/meetings.ts'

export type ScreenFrameProps = {
  frame: PageFrame
  meeting: Meeting
  version: number
  screen: 'hall' | 'overlay'
  children: ComponentChildren
}

const streams = { hall: 'saal', overlay: 'riba' } as const

/** A page to be looked at from afar: nothing to press, and it follows by itself. */
export function ScreenFrame({ frame, meeting, version, screen, children }: ScreenFrameProps) {
  const name = nameOfMeeting(meeting, frame.language)
  const title = `${screenMessages[frame.language][screen]}: ${name}`
  return (
    <Document frame={frame} title={title} bodyClass={`screen screen-${screen}`}>
      <main id="main">
        <h1 class={screen === 'overlay' ? 'visually-hidden' : 'screen-title'}>{name}</h1>
        <LiveFragment
          frame={frame}
          path={`${meetingPaths.stream(meeting.number)}?vaade=${streams[screen]}`}
          since={version}
        >
          <div data-part={screen}>{children}</div>
        </LiveFragment>
      </main>
    </Document>
  )
}
