import { Icon } from '#ui/icons.tsx'
import { Link } from '#ui/link.tsx'
import { useReader } from '#ui/reader.ts'

export type KeysetPagerProps = { newerHref?: string | undefined; olderHref?: string | undefined }

export function KeysetPager({ newerHref, olderHref }: KeysetPagerProps) {
  const { words } = useReader()
  if (newerHref === undefined && olderHref === undefined) return null
  return (
    <nav class="pager" aria-label={words.pages}>
      {newerHref === undefined ? null : (
        <Link href={newerHref} rel="prev">
          <Icon name="arrow" turned="flip" />
          {words.newer}
        </Link>
      )}
      {olderHref === undefined ? null : (
        <Link class="pager-older" href={olderHref} rel="next">
          {words.older}
          <Icon name="arrow" />
        </Link>
      )}
    </nav>
  )
}
