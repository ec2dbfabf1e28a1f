import { reading } from '#modules/files/index.ts'
import type { Language } from '#platform/language.ts'
import type { PageFrame } from '#ui/frame.ts'
import { localPath } from '#ui/links.ts'
import { uiMessages } from '#ui/messages.ts'
import { deviceMessages } from '../messages/device.ts'
import { mostPhotos } from '../pages/photo-fields.tsx'
import { reportPaths } from '../paths.ts'
import type { DeviceSettings } from './device-settings.ts'

type Part = { frame: Pick<PageFrame, 'assets'> }

export function DeviceStyle({ frame }: Part) {
  return <link rel="stylesheet" href={frame.assets.url('src/modules/reports/browser/device.css')} />
}

export function DeviceScript({ frame, name }: Part & { name: 'report-form' | 'device-reports' }) {
  return <script type="module" src={frame.assets.url(`src/modules/reports/browser/${name}.ts`)} />
}

export function settingsFor(language: Language): DeviceSettings {
  const local = (path: string) => localPath(path, language)
  return {
    words: deviceMessages[language].inBrowser,
    form: local(reportPaths.send),
    device: local(reportPaths.device),
    signIn: `${local('/login')}?to=${encodeURIComponent(local(reportPaths.device))}`,
    questions: local(reportPaths.questions),
    errorPrefix: uiMessages[language].errorPrefix,
    pictureTypes: reading.pictureTypes,
    mostPhotos,
  }
}
