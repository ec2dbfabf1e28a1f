import type { OnDevice } from '#platform/installed-app/on-device.ts'
import { deviceMessages } from '../messages/device.ts'
import { sendMessages } from '../messages/send.ts'
import { reportPaths } from '../paths.ts'

const inAll = (words: Record<'et' | 'en' | 'ru', { title: string }>) => ({
  et: words.et.title,
  en: words.en.title,
  ru: words.ru.title,
})

/** The form and the page of the device, with what they load; the map is left to those who have a line. */
export const reportsOnDevice: OnDevice = {
  pages: [
    { path: reportPaths.send, from: `${reportPaths.send}?seadmesse=1`, label: inAll(sendMessages), isShortcut: true },
    { path: reportPaths.device, label: inAll(deviceMessages) },
  ],
  answers: [reportPaths.questions, reportPaths.mapOutlines],
  sources: [
    'src/modules/forms/browser/form-conditions.ts',
    'src/modules/reports/browser/device-reports.ts',
    'src/modules/reports/browser/device.css',
    'src/modules/reports/browser/map.css',
    'src/modules/reports/browser/place-picker.ts',
    'src/modules/reports/browser/report-form.ts',
  ],
}
