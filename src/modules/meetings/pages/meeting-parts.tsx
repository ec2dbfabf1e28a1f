import { formatInstant, localDate, localTimeOf } from '#platform/format.ts'
import { readText } from '#platform/language.ts'
import { Link } from '#ui/link.tsx'
import { Moment } from '#ui/moment.tsx'
import { useReader } from '#ui/reader.ts'
import { StatusTag } from '#ui/status-tag.tsx'
import type { Tone } from '#ui/tone.ts'
import { nameMessages, nameOfMeeting } from '../messages/names.ts'
import { publicMessages } from '../messages/public.ts'
import { meetingPaths } from '../paths.ts'
import type { Meeting } from '../queries/meetings.ts'

const tones: Record<Meeting['state'], Tone> = {
  draft: 'neutral',
  announced: 'info',
  invited: 'info',
  'in-session': 'success',
  held: 'neutral',
  cancelled: 'neutral',
}

/** How it stands; of one whose time is past nothing more is known here. */
export function MeetingState({ meeting, now }: { meeting: Meeting; now: Date }) {
  const { language } = useReader()
  const words = nameMessages[language]
  const isPast = (meeting.state === 'announced' || meeting.state === 'invited') && meeting.startsAt <= now
  return (
    <StatusTag
      tone={isPast ? 'neutral' : tones[meeting.state]}
      label={isPast ? words.held : words.states[meeting.state]}
    />
  )
}

/** From when until when; the end of the same day as a clock time alone. */
export function MeetingTime({ meeting: { startsAt, endsAt } }: { meeting: Meeting }) {
  const { language, timeZone } = useReader()
  if (endsAt === null) return <Moment at={startsAt} />
  const isSameDay = localDate(startsAt, timeZone) === localDate(endsAt, timeZone)
  const end = isSameDay ? localTimeOf(endsAt, timeZone).slice(11) : formatInstant(endsAt, language, timeZone)
  return (
    <>
      <Moment at={startsAt} />, {publicMessages[language].until(end)}
    </>
  )
}

/** The place, and whether one can be there from afar. */
export function whereOf({ place, mode }: Meeting, language: keyof typeof nameMessages): string {
  return [place, nameMessages[language].modes[mode]].filter((part) => part !== '').join(', ')
}

export function MeetingLines({ meetings, now }: { meetings: readonly Meeting[]; now: Date }) {
  const { language } = useReader()
  return (
    <ul class="plain-list ruled">
      {meetings.map((meeting) => (
        <li key={meeting.number} class="stack-tight">
          <p class="row-between">
            <Link href={meetingPaths.meeting(meeting.number)}>{nameOfMeeting(meeting, language)}</Link>
            <MeetingState meeting={meeting} now={now} />
          </p>
          <p>
            <MeetingTime meeting={meeting} />
          </p>
          <p class="quiet small">{whereOf(meeting, language)}</p>
        </li>
      ))}
    </ul>
  )
}

/** Days alone: their meetings have no page yet. */
export function PlannedDays({ meetings }: { meetings: readonly Meeting[] }) {
  const { language } = useReader()
  return (
    <ul class="plain-list ruled">
      {meetings.map((meeting) => (
        <li key={meeting.number} class="row-between">
          <span>
            <MeetingTime meeting={meeting} />
          </span>
          <span class="quiet">{readText(meeting.body.name, language).text}</span>
        </li>
      ))}
    </ul>
  )
}
