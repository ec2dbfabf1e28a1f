import type { NavigationLink } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { useReader } from '#ui/reader.ts'

/** The way here from the home page; the page itself is its title and is not repeated. */
export function Breadcrumbs({ links }: { links: readonly NavigationLink[] }) {
  const { words } = useReader()
  return (
    <nav class="breadcrumbs" aria-label={words.breadcrumbs}>
      <ol>
        {[{ label: words.homePage, path: '/' }, ...links].map(({ label, path }) => (
          <li key={path}>
            <Link href={path}>{label}</Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
