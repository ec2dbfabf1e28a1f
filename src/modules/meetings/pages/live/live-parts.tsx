import { localDate, localTimeOf, type LocalDate } from '#platform/format.ts'
import { Moment } from '#ui/moment.tsx'
import { useReader } from '#ui/reader.ts'
import { liveMessages } from '../../messages/live.ts'

/** Who is called how, and on which day the meeting is held. */
export type Known = {
  names: ReadonlyMap<string, string>
  day: LocalDate
  /** Of the meeting, where results lead to the page on which they can be checked; null on screens that nobody touches. */
  number: number | null
}

/** On the day of the meeting the clock is enough; lists of many would drown in dates. */
export function At({ at, day }: { at: Date; day: LocalDate }) {
  const { timeZone } = useReader()
  if (localDate(at, timeZone) !== day) return <Moment at={at} />
  return <time datetime={at.toISOString()}>{localTimeOf(at, timeZone).slice(11)}</time>
}

/** A person by name; never by an id. */
export function Name({ personId, names }: { personId: string; names: ReadonlyMap<string, string> }) {
  const { language } = useReader()
  return <>{names.get(personId) ?? liveMessages[language].nameless}</>
}
