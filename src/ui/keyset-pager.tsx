import { Icon } from '#ui/icons.tsx'
import { Link } from '#ui/link.tsx'
import { useReader } from '#ui/reader.ts'

export type KeysetPagerProps = {
  newerHref?: string | undefined
  olderHref?: string | undefined
  /** For lists that are not ordered by time. */
  labels?: { newer: string; older: string }
}

export function KeysetPager({ newerHref, olderHref, labels }: KeysetPagerProps) {
  const { words } = useReader()
  if (newerHref === undefined && olderHref === undefined) return null
  return (
    <nav class="pager" aria-label={words.pages}>
      {newerHref === undefined ? null : (
        <Link href={newerHref} rel="prev">
          <Icon name="arrow" turned="flip" />
          {labels?.newer ?? words.newer}
        </Link>
      )}
      {olderHref === undefined ? null : (
        <Link class="pager-older" href={olderHref} rel="next">
          {labels?.older ?? words.older}
          <Icon name="arrow" />
        </Link>
      )}
    </nav>
  )
}
