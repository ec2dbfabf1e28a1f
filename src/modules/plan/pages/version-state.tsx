import { formatDay, type LocalDate } from '#platform/format.ts'
import { useReader } from '#ui/reader.ts'
import { StatusTag } from '#ui/status-tag.tsx'
import type { Tone } from '#ui/tone.ts'
import { versionMessages } from '../messages/page-versions.ts'
import type { VersionRow } from '../queries/versions.ts'
import type { VersionState } from '../rules.ts'

const stateTones: Record<VersionState, Tone> = {
  draft: 'neutral',
  discussion: 'info',
  adopted: 'success',
  withdrawn: 'neutral',
}

export type StateOfVersion = Pick<VersionRow, 'state' | 'inForceFrom' | 'number'>

/** How a version stands, with the word that a resident would use: in force, was in force, will be. */
export function VersionStanding({
  version,
  inForce,
  today,
}: {
  version: StateOfVersion
  inForce: number | null
  today: LocalDate
}) {
  const { language } = useReader()
  const t = versionMessages[language]
  const { state, inForceFrom, number } = version
  if (state !== 'adopted') return <StatusTag tone={stateTones[state]} label={t.states[state]} />
  if (number === inForce) return <StatusTag tone="success" label={t.inForce} />
  const isLater = inForceFrom !== null && inForceFrom > today
  return (
    <StatusTag tone="neutral" label={isLater ? t.adoptedNotYet(formatDay(inForceFrom, language)) : t.adoptedEarlier} />
  )
}

/** The number of the version in force among those listed. */
export function numberInForce(versions: readonly StateOfVersion[], today: LocalDate): number | null {
  const adopted = versions.filter(
    ({ state, inForceFrom }) => state === 'adopted' && inForceFrom !== null && inForceFrom <= today,
  )
  const newest = adopted.toSorted(
    (a, b) => (b.inForceFrom ?? '').localeCompare(a.inForceFrom ?? '') || b.number - a.number,
  )[0]
  return newest?.number ?? null
}

type Dates = Pick<
  VersionRow,
  'adoptedBy' | 'adoptedOn' | 'actNumber' | 'inForceFrom' | 'discussionFrom' | 'discussionUntil'
>

/** Everything that has a day: discussion, decision, coming into force. */
export function VersionDates({ version }: { version: Dates }) {
  const { language } = useReader()
  const t = versionMessages[language]
  const { adoptedBy, adoptedOn, inForceFrom, discussionFrom, discussionUntil } = version
  const day = (one: LocalDate) => formatDay(one, language)
  const said = [
    ...(discussionFrom !== null && discussionUntil !== null
      ? [t.discussionSpan(day(discussionFrom), day(discussionUntil))]
      : []),
    ...(adoptedOn === null
      ? []
      : [`${t.bodies[adoptedBy === 'council' ? 'council' : 'government']}, ${day(adoptedOn)}`]),
    ...(inForceFrom === null ? [] : [t.inForceFrom(day(inForceFrom))]),
  ]
  return (
    <>
      {said.map((words, at) => (
        <span key={words}>
          {at === 0 ? null : <br />}
          {words}
        </span>
      ))}
    </>
  )
}
