import type { ComponentChildren } from 'preact'
import { formatDay, type LocalDate } from '#platform/format.ts'
import { Link } from '#ui/link.tsx'
import { useReader } from '#ui/reader.ts'

export type StatProps = {
  /** Already formatted, with its unit. */
  number: string
  label: ComponentChildren
  /** Every number says from when it is. */
  asOf: LocalDate
  /** Where the number comes from. */
  href?: string
}

export function Stat({ number, label, asOf, href }: StatProps) {
  const { language, words } = useReader()
  return (
    <p class="stat">
      <span class="stat-number">{number}</span>
      <span class="stat-label">{href === undefined ? label : <Link href={href}>{label}</Link>}</span>
      <span class="stat-when">{words.asOf(formatDay(asOf, language))}</span>
    </p>
  )
}
