import { Link } from '#ui/link.tsx'
import { Mark } from '#ui/mark.tsx'
import type { Tone } from '#ui/tone.ts'

export type StripMark = {
  href: string
  /** What is judged, for example the promise in short. */
  label: string
  /** How it stands, in a word. */
  status: string
  tone: Tone
}

export type MarkGroup = { heading: string; marks: readonly StripMark[] }

/** Many things at a glance: one small link each, under their headings, with the words counted below. */
export function MarkStrip({ groups }: { groups: readonly MarkGroup[] }) {
  return (
    <div class="stack">
      <div class="marks">
        {groups.map((group) => (
          <section key={group.heading}>
            <h3>{group.heading}</h3>
            <ul>
              {group.marks.map((mark) => (
                <li key={mark.href}>
                  <Link href={mark.href}>
                    <Mark tone={mark.tone} />
                    <span class="visually-hidden">
                      {mark.label}: {mark.status}
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <Legend groups={groups} />
    </div>
  )
}

function Legend({ groups }: { groups: readonly MarkGroup[] }) {
  const marks = groups.flatMap((group) => group.marks)
  const byStatus = Map.groupBy(marks, (mark) => mark.status)
  return (
    <ul class="legend">
      {[...byStatus].map(([status, same]) => (
        <li key={status}>
          <Mark tone={same[0]?.tone ?? 'neutral'} />
          {same.length} {status}
        </li>
      ))}
    </ul>
  )
}
