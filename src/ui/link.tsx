import type { ComponentChildren } from 'preact'
import { Icon } from '#ui/icons.tsx'
import { isInternal, localPath } from '#ui/links.ts'
import { useReader } from '#ui/reader.ts'

type LinkProps = {
  href: string
  class?: string | undefined
  rel?: string
  'aria-current'?: 'page' | 'true'
  children: ComponentChildren
}

/** Leads to a page in the reader's language; the path is written without a language prefix. */
export function Link({ href, children, ...rest }: LinkProps) {
  const { language } = useReader()
  return (
    <a href={localPath(href, language)} {...rest}>
      {children}
    </a>
  )
}

/** Leads to another website and says so. */
export function ExternalLink({ href, children }: { href: string; children: ComponentChildren }) {
  const { words } = useReader()
  if (isInternal(href)) return <Link href={href}>{children}</Link>
  return (
    <a href={href} rel="noopener external">
      {children} <span class="visually-hidden">{words.opensElsewhere}</span>
    </a>
  )
}

/** The file itself, with its kind and size in words. */
export function DownloadLink({ href, label, note }: { href: string; label: string; note?: string }) {
  return (
    <a href={href} class="download-link" download>
      <Icon name="download" />
      <span>
        {label}
        {note === undefined ? null : <span class="quiet small"> {note}</span>}
      </span>
    </a>
  )
}
