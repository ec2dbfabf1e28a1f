import type { NavigationLink } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { useReader } from '#ui/reader.ts'

export type SectionNavProps = {
  links: readonly (NavigationLink & { count?: number })[]
  /** Path of the link in use. */
  current?: string
  label?: string
}

/** Views of the same thing (each its own address), or parts of a long page (`#…`). */
export function SectionNav({ links, current, label }: SectionNavProps) {
  const { words } = useReader()
  return (
    <nav class="section-nav" aria-label={label ?? words.sections}>
      <ul>
        {links.map((link) => (
          <li key={link.path}>
            <SectionLink {...link} isCurrent={link.path === current} />
          </li>
        ))}
      </ul>
    </nav>
  )
}

function SectionLink({ label, path, count, isCurrent }: NavigationLink & { count?: number; isCurrent: boolean }) {
  return (
    <Link href={path} {...(isCurrent ? { 'aria-current': 'page' as const } : {})}>
      {label}
      {count === undefined ? null : <span class="quiet small">{count}</span>}
    </Link>
  )
}
