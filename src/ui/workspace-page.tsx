import type { ComponentChildren } from 'preact'
import { Document } from '#ui/document.tsx'
import type { NavigationLink, PageFrame } from '#ui/frame.ts'
import { Icon } from '#ui/icons.tsx'
import { localPath } from '#ui/links.ts'
import { uiMessages } from '#ui/messages.ts'
import { SiteFooter } from '#ui/site-footer.tsx'
import { SiteHeader } from '#ui/site-header.tsx'

export type WorkspacePageProps = {
  frame: PageFrame
  title: string
  /** Path of the section in use, as written in `sections`. */
  current: string
  sections: readonly NavigationLink[]
  hasErrors?: boolean | undefined
  children: ComponentChildren
}

/** For officials who sit here all day: denser than the public site, with the sections at the side. */
export function WorkspacePage({ frame, title, current, sections, hasErrors, children }: WorkspacePageProps) {
  const words = uiMessages[frame.language]
  const list = <SectionLinks frame={frame} sections={sections} current={current} />
  return (
    <Document frame={frame} title={title} hasErrors={hasErrors} bodyClass="workspace-page">
      <SiteHeader frame={frame} />
      <div class="wrap workspace page">
        <nav aria-label={words.workspaceMenu}>
          <details class="menu side-phone">
            <summary>
              <Icon name="menu" />
              {words.workspaceMenu}
            </summary>
            {list}
          </details>
          <div class="side-wide">{list}</div>
        </nav>
        <main id="main" class="stack" tabindex={-1}>
          {children}
        </main>
      </div>
      <SiteFooter frame={frame} />
    </Document>
  )
}

type SectionLinksProps = Pick<WorkspacePageProps, 'frame' | 'sections' | 'current'>

function SectionLinks({ frame, sections, current }: SectionLinksProps) {
  return (
    <ul class="side-list">
      {sections.map(({ label, path }) => (
        <li key={path}>
          <a href={localPath(path, frame.language)} aria-current={path === current ? 'page' : undefined}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  )
}
