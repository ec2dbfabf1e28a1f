import type { NavigationLink } from '#ui/frame.ts'
import { DeskPage, inboxLink, type DeskPageProps } from '../pages/work/desk-page.tsx'
import { settingsMessages } from './page-messages.ts'
import { settingsPaths } from './paths.ts'

type SettingsFrameProps = Omit<DeskPageProps, 'section' | 'way'> & {
  /** The list that it belongs to, where that is not the list of subjects. */
  list?: NavigationLink | undefined
}

/** A page below the list of subjects, or another one of settings. */
export function SettingsFrame({ list, ...page }: SettingsFrameProps) {
  const { language } = page.frame
  const above = list ?? { label: settingsMessages[language].title, path: settingsPaths.list }
  return <DeskPage {...page} section={above.path} way={[inboxLink(language), above]} />
}
