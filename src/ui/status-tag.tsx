import type { ComponentChildren } from 'preact'
import { Link } from '#ui/link.tsx'
import { Mark } from '#ui/mark.tsx'
import type { Tone } from '#ui/tone.ts'

/** How something stands: colour, shape and, always, the word. */
export function StatusTag({ tone, label }: { tone: Tone; label: string }) {
  return (
    <span class={`status tone-${tone}`}>
      <Mark tone={tone} />
      {label}
    </span>
  )
}

/** A topic, kind or place; says nothing about how it stands. */
export function Tag({ children, href }: { children: ComponentChildren; href?: string }) {
  return href === undefined ? (
    <span class="tag">{children}</span>
  ) : (
    <Link class="tag" href={href}>
      {children}
    </Link>
  )
}
