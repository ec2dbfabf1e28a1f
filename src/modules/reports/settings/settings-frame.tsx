import type { ComponentChildren } from 'preact'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { WorkspacePage } from '#ui/workspace-page.tsx'
import { deskMessages } from '../messages/desk.ts'
import { reportDeskPaths } from '../paths.ts'
import { settingsMessages } from './page-messages.ts'
import { settingsPaths } from './paths.ts'

type SettingsFrameProps = {
  frame: PageFrame
  title: string
  hasErrors?: boolean
  /** The list that it belongs to, where that is not the list of subjects. */
  list?: { label: string; path: string } | undefined
  children: ComponentChildren
}

/** A page below the list of subjects, or another one of settings. */
export function SettingsFrame({ frame, title, hasErrors = false, list, children }: SettingsFrameProps) {
  const { language } = frame
  const above = list ?? { label: settingsMessages[language].title, path: settingsPaths.list }
  return (
    <WorkspacePage
      frame={frame}
      title={title}
      current={above.path}
      sections={frame.workspace ?? []}
      hasErrors={hasErrors}
    >
      <Breadcrumbs links={[{ label: deskMessages[language].title, path: reportDeskPaths.inbox }, above]} />
      {children}
    </WorkspacePage>
  )
}
