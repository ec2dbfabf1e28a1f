import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

export type DrawingProps = { title: string; description: string; height: number; children: ComponentChildren }

/**
 * The svg of a chart. Places across are percentages and sizes are pixels,
 * so that letters stay readable on a phone instead of shrinking with the drawing.
 */
export function Drawing({ title, description, height, children }: DrawingProps) {
  const id = useId()
  return (
    <svg class="chart-drawing" width="100%" height={height} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      {children}
    </svg>
  )
}

export const percent = (share: number) => `${Math.round(share * 10_000) / 100}%`
