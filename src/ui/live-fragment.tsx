import '#ui/custom-elements.ts'
import type { ComponentChildren } from 'preact'
import type { PageFrame } from '#ui/frame.ts'
import { localPath } from '#ui/links.ts'

export type LiveFragmentProps = {
  frame: PageFrame
  /** Of the stream that carries the inside anew. */
  path: string
  /** The version that is shown. */
  since: number
  children: ComponentChildren
}

/** The inside of a page that changes by itself while it is open. */
export function LiveFragment({ frame, path, since, children }: LiveFragmentProps) {
  return (
    <live-fragment data-address={localPath(path, frame.language)} data-since={String(since)}>
      {children}
    </live-fragment>
  )
}

/** The inside of a page that one works in: fetched anew when the stream tells of a change, unless it is in use. */
export function LivePart({ frame, path, since, children }: LiveFragmentProps) {
  return (
    <live-part class="stack" data-address={localPath(path, frame.language)} data-since={String(since)}>
      {children}
    </live-part>
  )
}
