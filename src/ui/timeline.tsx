import type { ComponentChildren } from 'preact'
import { Mark } from '#ui/mark.tsx'
import type { Tone } from '#ui/tone.ts'

export type TimelineEntry = {
  key: string
  /** `<Day>` or `<Moment>`. */
  when: ComponentChildren
  title: ComponentChildren
  tone?: Tone
  children?: ComponentChildren
}

export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol class="timeline">
      {entries.map((entry) => (
        <li key={entry.key}>
          <Mark tone={entry.tone ?? 'info'} />
          <p class="timeline-when">{entry.when}</p>
          <p>{entry.title}</p>
          {entry.children === undefined ? null : <div class="quiet">{entry.children}</div>}
        </li>
      ))}
    </ol>
  )
}
