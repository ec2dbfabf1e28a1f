import { Link } from '#ui/link.tsx'
import { useReader } from '#ui/reader.ts'
import { leadMessages } from '../messages/lead.ts'
import { nameMessages } from '../messages/names.ts'
import { meetingDeskPaths, meetingPaths } from '../paths.ts'
import type { Meeting } from '../queries/meetings.ts'

type Props = { meeting: Pick<Meeting, 'continues' | 'continuedBy'>; atDesk?: boolean }

/** From a meeting that was broken off to the one that goes on with it, and back. In public only what is announced. */
export function ContinuedLinks({ meeting: { continues, continuedBy }, atDesk = false }: Props) {
  const { language } = useReader()
  const t = leadMessages[language]
  const paths = atDesk ? meetingDeskPaths : meetingPaths
  const shown = [
    { label: t.continues, to: continues },
    { label: t.continuedBy, to: continuedBy },
  ].filter(({ to }) => to !== null && (atDesk || to.isPublic))
  if (shown.length === 0) return null
  return (
    <p class="row">
      {shown.map(({ label, to }) => (
        <span key={label}>
          {label}: <Link href={paths.meeting(to!.number)}>{nameMessages[language].meetingNumber(to!.number)}</Link>
        </span>
      ))}
    </p>
  )
}
