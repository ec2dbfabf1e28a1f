import type { ComponentChildren } from 'preact'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { WorkspacePage } from '#ui/workspace-page.tsx'
import { deskMessages } from '../messages/desk.ts'
import { reportDeskPaths } from '../paths.ts'
import { settingsMessages } from './page-messages.ts'
import { settingsPaths } from './paths.ts'

type SettingsFrameProps = { frame: PageFrame; title: string; hasErrors?: boolean; children: ComponentChildren }

/** A page below the list of subjects. */
export function SettingsFrame({ frame, title, hasErrors = false, children }: SettingsFrameProps) {
  const { language } = frame
  return (
    <WorkspacePage
      frame={frame}
      title={title}
      current={settingsPaths.list}
      sections={frame.workspace ?? []}
      hasErrors={hasErrors}
    >
      <Breadcrumbs
        links={[
          { label: deskMessages[language].title, path: reportDeskPaths.inbox },
          { label: settingsMessages[language].title, path: settingsPaths.list },
        ]}
      />
      {children}
    </WorkspacePage>
  )
}
