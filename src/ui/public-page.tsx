import type { ComponentChildren } from 'preact'
import { Document, type DocumentProps } from '#ui/document.tsx'
import { SiteFooter } from '#ui/site-footer.tsx'
import { SiteHeader } from '#ui/site-header.tsx'

export type PublicPageProps = DocumentProps & {
  /** Key of the door behind which the page stands. */
  current?: string | undefined
  /** For tables, charts and maps; text on other pages keeps to 66 characters. */
  wide?: boolean | undefined
  children: ComponentChildren
}

export function PublicPage({ current, wide, children, ...document }: PublicPageProps) {
  return (
    <Document {...document}>
      <SiteHeader frame={document.frame} current={current} />
      <main id="main" class={wide === true ? 'wrap page page-wide' : 'wrap page'} tabindex={-1}>
        {children}
      </main>
      <SiteFooter frame={document.frame} />
    </Document>
  )
}
