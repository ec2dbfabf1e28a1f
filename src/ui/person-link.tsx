import { Link } from '#ui/link.tsx'

export type PersonLinkProps = {
  name: string
  initials: string
  href?: string | undefined
  /** Post or body under the name. */
  note?: string
}

/** A person is their name, initials and post; there are no portraits. */
export function PersonLink({ name, initials, href, note }: PersonLinkProps) {
  return (
    <span class="person">
      <Initials initials={initials} />
      <span>
        {href === undefined ? name : <Link href={href}>{name}</Link>}
        {note === undefined ? null : <span class="person-note">{note}</span>}
      </span>
    </span>
  )
}

export function Initials({ initials }: { initials: string }) {
  return (
    <span class="initials" aria-hidden="true">
      {initials}
    </span>
  )
}
