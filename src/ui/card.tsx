import type { ComponentChildren } from 'preact'
import { Link } from '#ui/link.tsx'

export type CardProps = {
  title: string
  href?: string | undefined
  /** A short line above the title: kind, place or date. */
  eyebrow?: ComponentChildren
  foot?: ComponentChildren
  children?: ComponentChildren
}

/** For one thing among its like; the whole card leads where the title leads. */
export function Card({ title, href, eyebrow, foot, children }: CardProps) {
  return (
    <article class="card">
      {eyebrow === undefined ? null : <div class="card-eyebrow">{eyebrow}</div>}
      <h3>{href === undefined ? title : <Link href={href}>{title}</Link>}</h3>
      {children}
      {foot === undefined ? null : <div class="card-foot">{foot}</div>}
    </article>
  )
}
