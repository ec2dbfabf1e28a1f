import './device-elements.ts'
import type { ComponentChildren } from 'preact'
import { ErrorSummary } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Icon } from '#ui/icons.tsx'
import { Link } from '#ui/link.tsx'
import { uiMessages } from '#ui/messages.ts'
import { useReader } from '#ui/reader.ts'
import { deviceMessages } from '../messages/device.ts'
import { reportPaths } from '../paths.ts'
import { DeviceScript, DeviceStyle, settingsFor } from './device-parts.tsx'

export type ReportFormProps = {
  frame: PageFrame
  account: string
  /** The page is to stand on a device and be opened without a line. */
  isForDevice: boolean
  children: ComponentChildren
}

/** Around the form: sends it by script and keeps it on the device while there is no line. Without script it is nothing. */
export function ReportForm({ frame, account, isForDevice, children }: ReportFormProps) {
  const { language } = frame
  const words = deviceMessages[language].inBrowser
  return (
    <>
      <report-form
        data-settings={JSON.stringify(settingsFor(language))}
        data-account={account}
        {...(isForDevice ? { 'data-kept': '' as const } : {})}
      >
        <DeviceStyle frame={frame} />
        <p role="status" class="device-line" data-connection="" />
        <p hidden data-unsent="">
          <Link href={reportPaths.device}>{words.toDevice}</Link>
        </p>
        <template data-summary="">
          <ErrorSummary form={{ values: {}, errors: { form: '' } }} refusal="" />
        </template>
        <template data-error="">
          <p>
            <Icon name="error" />
            <span>
              <span class="visually-hidden">{uiMessages[language].errorLabel} </span>
              <span data-words="" />
            </span>
          </p>
        </template>
        <section class="stack" tabindex={-1} hidden data-instead="" aria-labelledby="report-instead">
          <h2 id="report-instead"> </h2>
          <p role="status" />
          <ul />
        </section>
        {children}
      </report-form>
      <DeviceScript frame={frame} name="report-form" />
    </>
  )
}

/** Beside the form's own button, for whoever wants to go on later. */
export function KeepDraftButton() {
  return (
    <button type="button" class="button button-secondary" hidden data-keep="">
      {deviceMessages[useReader().language].inBrowser.keep}
    </button>
  )
}

/** What has become of what was kept or sent. */
export function DraftStatus() {
  return (
    <>
      <p role="status" class="device-line" data-said="" />
      <p hidden data-device="">
        <Link href={reportPaths.device}>{deviceMessages[useReader().language].inBrowser.toDevice}</Link>
      </p>
    </>
  )
}
