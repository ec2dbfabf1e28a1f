import { readText } from '#platform/language.ts'
import { nameOfSettlement, type Settlement } from '#modules/places/index.ts'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { SelectField } from '#ui/fields.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { FollowBox } from '#ui/follow-box.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { KeysetPager } from '#ui/keyset-pager.tsx'
import { DownloadLink, Link } from '#ui/link.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { alertMessages } from '../alerts/messages.ts'
import { alertAddress } from '../alerts/paths.ts'
import { publicMessages } from '../messages/public.ts'
import type { MapTiles } from '../map-answers.ts'
import { reportPaths, reportsAddress } from '../paths.ts'
import type { Group } from '../queries/categories.ts'
import type { PublicFilter, ListedReport } from '../queries/reports.ts'
import { listFilters } from '../rules.ts'
import { Announcements } from '../settings/announcements/announcements.tsx'
import type { Announcement } from '../settings/announcements/queries.ts'
import { statisticsMessages } from '../statistics/messages.ts'
import { statisticsPaths } from '../statistics/paths.ts'
import { stretches, type Stretch } from '../stretch.ts'
import { settlementOptions, subjectOptions } from './options.ts'
import { ReportLines } from './report-lines.tsx'
import { ReportsMap } from './reports-map.tsx'

export type ReportsPageProps = {
  frame: PageFrame
  reports: readonly ListedReport[]
  counts: { open: number; fixed: number }
  filter: PublicFilter
  stretch: Stretch | null
  groups: readonly Group[]
  settlements: readonly Settlement[]
  tiles: MapTiles | null
  announcements: readonly Announcement[]
  count: number
  newestHref: string | undefined
  olderHref: string | undefined
}

export function ReportsPage({
  frame,
  reports,
  counts,
  filter,
  stretch,
  groups,
  settlements,
  tiles,
  announcements,
  count,
  ...pager
}: ReportsPageProps) {
  const { language } = frame
  const [t, words] = [publicMessages[language], statisticsMessages[language]]
  const values = {
    seis: filter.state ?? '',
    teema: filter.group ?? '',
    koht: filter.settlement ?? '',
    aeg: stretch ?? '',
  }
  const form = { values, errors: {} }
  const group = groups.find(({ code }) => code === filter.group)
  const settlement = settlements.find(({ ehak }) => ehak === filter.settlement)
  const without = (name: keyof typeof values) => reportsAddress({ ...values, [name]: '' })
  const chips = [
    ...(filter.state === null ? [] : [{ label: t[filter.state], removeHref: without('seis') }]),
    ...(group === undefined ? [] : [{ label: readText(group.name, language).text, removeHref: without('teema') }]),
    ...(settlement === undefined
      ? []
      : [{ label: nameOfSettlement(settlement, language), removeHref: without('koht') }]),
    ...(stretch === null ? [] : [{ label: words.stretches[stretch], removeHref: without('aeg') }]),
  ]
  return (
    <PublicPage frame={frame} title={t.title} current="report-and-apply" feedPath={reportPaths.feed}>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <Announcements announcements={announcements} settlement={filter.settlement} withOthers />
      <p class="row no-print">
        <ButtonLink href={reportPaths.send}>{t.report}</ButtonLink>
      </p>
      <p>{t.counted(counts.open, counts.fixed)}</p>
      <FilterBar action={reportPaths.list} active={chips} clearHref={reportPaths.list} count={count}>
        <SelectField
          form={form}
          name="seis"
          label={t.state}
          optional
          emptyLabel={t.all}
          options={listFilters.map((value) => ({ value, label: t[value] }))}
        />
        <SelectField
          form={form}
          name="teema"
          label={t.group}
          optional
          emptyLabel={t.all}
          options={subjectOptions(groups, language)}
        />
        <SelectField
          form={form}
          name="koht"
          label={t.settlement}
          optional
          emptyLabel={t.all}
          options={settlementOptions(settlements, language)}
        />
        <SelectField
          form={form}
          name="aeg"
          label={words.stretch}
          optional
          emptyLabel={t.all}
          options={(Object.keys(stretches) as Stretch[]).map((value) => ({ value, label: words.stretches[value] }))}
        />
      </FilterBar>
      <ReportsMap {...{ frame, filter, stretch, settlements, tiles }} />
      {reports.length === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneHint}</p>
        </EmptyState>
      ) : (
        <section aria-label={t.list}>
          <ReportLines reports={reports} />
        </section>
      )}
      <KeysetPager
        newerHref={pager.newestHref}
        olderHref={pager.olderHref}
        labels={{ newer: t.newest, older: t.older }}
      />
      <p class="row no-print">
        <Link href={statisticsPaths.open}>{words.title}</Link>
        <Link href="/andmed/teated">{t.openData}</Link>
        <DownloadLink href={reportPaths.calendar} label={t.calendar} />
      </p>
      <FollowBox path={reportPaths.list} />
      <p class="no-print">
        <Link href={alertAddress(values)}>{alertMessages[language].narrower}</Link>
      </p>
    </PublicPage>
  )
}
