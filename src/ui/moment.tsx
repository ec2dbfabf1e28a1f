import '#ui/custom-elements.ts'
import { formatDay, formatInstant, type LocalDate } from '#platform/format.ts'
import { useReader } from '#ui/reader.ts'

/**
 * An instant as an absolute date; the browser adds how long ago that is.
 * The server must not: anonymous pages are kept as ready bytes, and minutes would grow old in them.
 */
export function Moment({ at }: { at: Date }) {
  const { language, timeZone } = useReader()
  return (
    <relative-time>
      <time datetime={at.toISOString()}>{formatInstant(at, language, timeZone)}</time>
    </relative-time>
  )
}

/** A calendar day of the municipality. */
export function Day({ day }: { day: LocalDate }) {
  const { language } = useReader()
  return <time datetime={day}>{formatDay(day, language)}</time>
}
