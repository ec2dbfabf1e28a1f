import './device-elements.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { ButtonLink } from '#ui/button.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Notice } from '#ui/notice.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { deviceMessages } from '../messages/device.ts'
import { publicMessages } from '../messages/public.ts'
import { reportPaths } from '../paths.ts'
import { DeviceScript, DeviceStyle, settingsFor } from './device-parts.tsx'

/** What the reader's own device keeps; the server knows nothing of it. */
export function DevicePage({ frame, account }: { frame: PageFrame; account: string }) {
  const { language } = frame
  const t = deviceMessages[language]
  return (
    <PublicPage frame={frame} title={t.title} current="report-and-apply">
      <Breadcrumbs links={[{ label: publicMessages[language].title, path: reportPaths.list }]} />
      <h1 tabindex={-1} data-heading="">
        {t.title}
      </h1>
      <p class="lead">{t.lead}</p>
      <p>{t.onlyHere}</p>
      <device-reports data-settings={JSON.stringify(settingsFor(language))} data-account={account}>
        <DeviceStyle frame={frame} />
        <div data-without-script="">
          <Notice tone="warning">
            <p>{t.needsScript}</p>
          </Notice>
        </div>
        <p role="status" class="device-line" data-said="" />
        <p class="quiet" data-store="" />
        <p data-none="" />
        <ul class="plain-list device-list" />
      </device-reports>
      <p>
        <ButtonLink href={reportPaths.send}>{t.toForm}</ButtonLink>
      </p>
      <DeviceScript frame={frame} name="device-reports" />
    </PublicPage>
  )
}
