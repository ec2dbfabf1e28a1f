import { readText } from '#platform/language.ts'
import type { PageFrame } from '#ui/frame.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { LocalTextView } from '#ui/local-text-view.tsx'
import { Notice } from '#ui/notice.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { planPageMessages } from '../messages/page-plan.ts'
import { versionMessages } from '../messages/page-versions.ts'
import { planPaths } from '../paths.ts'
import type { WholeVersion } from '../queries/versions.ts'
import { VersionDates } from './version-state.tsx'

/** What visitors find where a draft stood under discussion: that it is in work again, or was withdrawn. */
export function ClosedVersionPage({ frame, version }: { frame: PageFrame; version: WholeVersion }) {
  const { language } = frame
  const t = versionMessages[language]
  const name = `${readText(version.title, language).text}, ${t.version(version.number).toLowerCase()}`
  return (
    <PublicPage frame={frame} title={name} current="promises">
      <Breadcrumbs
        links={[
          { label: planPageMessages[language].plan, path: planPaths.plan },
          { label: t.versions, path: planPaths.versions },
        ]}
      />
      <div class="stack-tight">
        <p class="quiet">{t.version(version.number)}</p>
        <h1>
          <LocalTextView text={version.title} inline />
        </h1>
      </div>
      <Notice tone="warning">{version.state === 'withdrawn' ? t.takenBack : t.backInWork}</Notice>
      <p class="quiet">
        <VersionDates version={version} />
      </p>
    </PublicPage>
  )
}
