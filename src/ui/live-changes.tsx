import '#ui/custom-elements.ts'
import type { PageFrame } from '#ui/frame.ts'
import { Icon } from '#ui/icons.tsx'
import { localPath } from '#ui/links.ts'
import { uiMessages } from '#ui/messages.ts'

/**
 * Appears by itself when something under `path` (`*` is everything) changes while the page is open; without script
 * the page is simply as it was when it was asked for.
 */
export function LiveChanges({ frame, path }: { frame: PageFrame; path: string }) {
  const words = uiMessages[frame.language]
  return (
    <live-changes
      hidden
      data-path={path}
      data-since={String(frame.version)}
      data-address={localPath('/muudatused', frame.language)}
      data-words={words.changedMeanwhile}
    >
      <div class="notice tone-info" role="status">
        <Icon name="notice" />
        <p>
          <span data-words="">{words.changedMeanwhile}</span>{' '}
          <a href={localPath(frame.path, frame.language)}>{words.showChanges}</a>
        </p>
      </div>
    </live-changes>
  )
}
