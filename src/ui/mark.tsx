import type { JSX } from 'preact'
import type { Tone } from '#ui/tone.ts'

const shapes: Record<Tone, JSX.Element> = {
  success: (
    <>
      <circle class="mark-body" cx="10" cy="10" r="8" />
      <path class="mark-cut" d="M6.2 10.4l2.6 2.6 5-5.4" />
    </>
  ),
  warning: (
    <>
      <circle cx="10" cy="10" r="8" />
      <path class="mark-half" d="M10 2a8 8 0 0 1 0 16Z" />
    </>
  ),
  danger: (
    <>
      <path class="mark-body" d="M10 1.5 18.5 10 10 18.5 1.5 10Z" />
      <path class="mark-cut" d="M10 6v4.6M10 13.4v.1" />
    </>
  ),
  info: (
    <>
      <circle cx="10" cy="10" r="8" />
      <path d="M6.5 10h7" />
    </>
  ),
  neutral: <circle cx="10" cy="10" r="8" stroke-dasharray="3 2.6" />,
}

/** Five tones, five shapes; the word stands beside it or in the name of the link around it. */
export function Mark({ tone }: { tone: Tone }) {
  return (
    <svg class={`mark mark-${tone}`} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      {shapes[tone]}
    </svg>
  )
}
