import { localTimeOf } from '#platform/format.ts'
import { Link } from '#ui/link.tsx'
import { useReader } from '#ui/reader.ts'
import { StatusTag } from '#ui/status-tag.tsx'
import { nameMessages, nameOfMeeting } from '../messages/names.ts'
import { publicMessages } from '../messages/public.ts'
import { meetingPaths } from '../paths.ts'
import type { Meeting } from '../queries/meetings.ts'

/** The meetings of today, one sentence each, with the way to follow those that are held now. */
export function Today({ meetings }: { meetings: readonly Meeting[] }) {
  const { language, timeZone } = useReader()
  const t = publicMessages[language]
  return (
    <ul class="plain-list stack-tight">
      {meetings.map((meeting) => (
        <li key={meeting.number} class="row">
          <span>
            {t.todayAt(localTimeOf(meeting.startsAt, timeZone).slice(11))}{' '}
            <Link href={meetingPaths.meeting(meeting.number)}>{nameOfMeeting(meeting, language)}</Link>
          </span>
          {meeting.state === 'in-session' ? (
            <>
              <StatusTag tone="success" label={nameMessages[language].states['in-session']} />
              <Link href={meetingPaths.live(meeting.number)}>{t.watchLive}</Link>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
