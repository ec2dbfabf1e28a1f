import { readText } from '#platform/language.ts'
import type { LocalDate } from '#platform/format.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { DataTable, type Column } from '#ui/data-table.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { planPageMessages } from '../messages/page-plan.ts'
import { versionMessages } from '../messages/page-versions.ts'
import { planPaths } from '../paths.ts'
import type { VersionRow } from '../queries/versions.ts'
import { Nothing } from './commitment-parts.tsx'
import { numberInForce, VersionDates, VersionStanding } from './version-state.tsx'

type VersionsPageProps = { frame: PageFrame; versions: readonly VersionRow[]; today: LocalDate }

export function VersionsPage({ frame, versions, today }: VersionsPageProps) {
  const { language } = frame
  const t = versionMessages[language]
  const inForce = numberInForce(versions, today)
  const columns: readonly Column<VersionRow>[] = [
    {
      key: 'version',
      label: planPageMessages[language].plan,
      rowHeader: true,
      cell: ({ number, title }) => (
        <>
          <Link href={planPaths.version(number)}>{t.version(number)}</Link>
          <br />
          <span class="quiet small">{readText(title, language).text}</span>
        </>
      ),
    },
    { key: 'state', label: t.state, cell: (version) => <VersionStanding {...{ version, inForce, today }} /> },
    { key: 'dates', label: t.dates, cell: (version) => <VersionDates version={version} /> },
    { key: 'act', label: t.act, cell: ({ actNumber }) => actNumber ?? <Nothing /> },
    {
      key: 'changes',
      label: t.changes,
      cell: ({ number }) =>
        number === 1 ? <Nothing /> : <Link href={planPaths.difference(number)}>{t.differenceTitle(number)}</Link>,
    },
  ]
  return (
    <PublicPage frame={frame} title={t.versions} current="promises" feedPath={planPaths.feed} wide>
      <Breadcrumbs links={[{ label: planPageMessages[language].plan, path: planPaths.plan }]} />
      <h1>{t.versions}</h1>
      <p class="lead">{t.versionsLead}</p>
      <DataTable
        caption={t.versions}
        hideCaption
        columns={columns}
        rows={versions}
        rowKey={({ id }) => id}
        empty={t.noVersions}
      />
    </PublicPage>
  )
}
