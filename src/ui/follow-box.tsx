import { ButtonLink } from '#ui/button.tsx'
import { useReader } from '#ui/reader.ts'

export function followPath(path: string): string {
  return `/jalgimised?leht=${encodeURIComponent(path)}`
}

/** Leads to where a page can be followed. The same for everybody, since public pages are kept as ready bytes. */
export function FollowBox({ path }: { path: string }) {
  const { words } = useReader()
  return (
    <p class="row no-print">
      <ButtonLink variant="secondary" small href={followPath(path)}>
        {words.follow}
      </ButtonLink>
      <span class="quiet small">{words.followNote}</span>
    </p>
  )
}
