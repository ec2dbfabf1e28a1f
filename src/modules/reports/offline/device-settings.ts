import type { DeviceWords } from '../messages/device.ts'

/** What the form and the page of the device tell their scripts, as JSON in `data-settings`. */
export type DeviceSettings = {
  words: DeviceWords
  form: string
  device: string
  signIn: string
  questions: string
  /** Before the title of a page where something is wrong. */
  errorPrefix: string
  pictureTypes: string
  mostPhotos: number
}
