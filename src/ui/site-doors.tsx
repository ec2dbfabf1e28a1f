import type { Door, PageFrame } from '#ui/frame.ts'
import { Icon } from '#ui/icons.tsx'
import { localPath } from '#ui/links.ts'
import { uiMessages } from '#ui/messages.ts'

type DoorsProps = { frame: PageFrame; current?: string | undefined }

/** Written twice, once for phones and once for wide screens, because one `details` cannot be both without script. */
export function SiteDoors({ frame, current }: DoorsProps) {
  if (frame.doors.length === 0) return null
  const words = uiMessages[frame.language]
  return (
    <nav class="wrap site-doors" aria-label={words.mainMenu}>
      <details class="menu doors-phone">
        <summary>
          <Icon name="menu" />
          {words.menu}
        </summary>
        <div class="doors-phone-list">
          {frame.doors.map((door) => (
            <DoorOnPhone key={door.key} door={door} frame={frame} current={current} />
          ))}
        </div>
      </details>
      <ul class="doors-wide">
        {frame.doors.map((door) => (
          <li key={door.key}>
            <WideDoor door={door} frame={frame} current={current} />
          </li>
        ))}
      </ul>
      {frame.everywhere?.map(({ label, path }) => (
        <a key={path} class="everywhere" href={localPath(path, frame.language)}>
          {label}
        </a>
      ))}
    </nav>
  )
}

function DoorOnPhone({ door, frame, current }: DoorsProps & { door: Door }) {
  return (
    <section>
      <h2 class={door.key === current ? 'current' : undefined}>{door.label}</h2>
      <DoorLinks door={door} frame={frame} />
    </section>
  )
}

function WideDoor({ door, frame, current }: DoorsProps & { door: Door }) {
  const isCurrent = door.key === current
  const only = door.links.length === 1 ? door.links[0] : undefined
  const currentMark = isCurrent ? ({ class: 'current', 'aria-current': 'true' } as const) : {}
  if (only !== undefined) {
    return (
      <a href={localPath(only.path, frame.language)} {...currentMark}>
        {door.label}
      </a>
    )
  }
  return (
    <details class="menu" name="header-menu">
      <summary {...currentMark}>
        {door.label}
        <Icon name="down" turned="down" />
      </summary>
      <div class="menu-panel">
        <DoorLinks door={door} frame={frame} />
      </div>
    </details>
  )
}

function DoorLinks({ door, frame }: { door: Door; frame: PageFrame }) {
  return (
    <ul>
      {door.links.map((link) => (
        <li key={link.path}>
          <a href={localPath(link.path, frame.language)}>{link.label}</a>
        </li>
      ))}
    </ul>
  )
}
