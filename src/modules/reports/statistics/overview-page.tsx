import type { ComponentChildren } from 'preact'
import { formatNumber } from '#platform/format.ts'
import { readText, type Language } from '#platform/language.ts'
import { nameOfSettlement } from '#modules/places/index.ts'
import { DataTable, type Column } from '#ui/data-table.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { DownloadLink, Link } from '#ui/link.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { Stat } from '#ui/stat.tsx'
import { WorkspacePage } from '#ui/workspace-page.tsx'
import { reportPaths, reportsAddress } from '../paths.ts'
import { statisticsMessages, type StatisticsMessages } from './messages.ts'
import { type NamedFigures, type Overview } from './overview.ts'
import { stretches, type Stretch } from '../stretch.ts'
import { statisticsPaths } from './paths.ts'
import type { Figures } from './queries.ts'

export type OverviewPageProps = { frame: PageFrame; overview: Overview; stretch: Stretch }

export function OverviewPage({ frame, overview, stretch }: OverviewPageProps) {
  const t = statisticsMessages[frame.language]
  return (
    <PublicPage frame={frame} title={t.title} current="report-and-apply" description={t.lead} wide>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <Choice {...{ frame, stretch }} action={statisticsPaths.open} />
      <Shown {...{ frame, overview }} />
      <p class="row no-print">
        <Link href={reportPaths.list}>{t.toList}</Link>
        <Link href="/andmed/teadete-ulevaade">{t.data}</Link>
      </p>
    </PublicPage>
  )
}

export function DeskOverviewPage({ frame, overview, stretch }: OverviewPageProps) {
  const t = statisticsMessages[frame.language]
  return (
    <WorkspacePage frame={frame} title={t.deskTitle} current={statisticsPaths.desk} sections={frame.workspace ?? []}>
      <h1>{t.deskTitle}</h1>
      <p class="lead">{t.deskLead}</p>
      <Choice {...{ frame, stretch }} action={statisticsPaths.desk} />
      <p class="row no-print">
        <DownloadLink href={`${statisticsPaths.deskCsv}?aeg=${stretch}`} label={t.csv} />
        <Link href={statisticsPaths.open}>{t.publicPage}</Link>
      </p>
      <Shown {...{ frame, overview }} />
    </WorkspacePage>
  )
}

function Choice({ frame, stretch, action }: Pick<OverviewPageProps, 'frame' | 'stretch'> & { action: string }) {
  const t = statisticsMessages[frame.language]
  const names = Object.keys(stretches) as Stretch[]
  return (
    <nav class="row no-print" aria-label={t.stretch}>
      <span>{t.stretch}</span>
      {names.map((name) => (
        <Link
          key={name}
          href={`${action}?aeg=${name}`}
          class="filter-chip"
          {...(name === stretch ? { 'aria-current': 'page' as const } : {})}
        >
          {t.stretches[name]}
        </Link>
      ))}
    </nav>
  )
}

function Shown({ frame, overview }: Pick<OverviewPageProps, 'frame' | 'overview'>) {
  const { language } = frame
  const t = statisticsMessages[language]
  const { all, categories, settlements, posts, until } = overview
  if (all.received === 0) return <p>{t.none}</p>
  const days = (value: number | null) => (value === null ? '–' : t.days(sayDays(value, language)))
  return (
    <>
      <div class="grid grid-small">
        <Stat number={formatNumber(all.received, language)} label={t.received} asOf={until} />
        <Stat number={days(all.medianToAnswer)} label={t.medianToAnswer} asOf={until} />
        <Stat number={days(all.medianToFixed)} label={t.medianToFixed} asOf={until} />
        <Stat number={formatNumber(all.overdue, language)} label={t.overdue} asOf={until} />
        <Stat number={sayShare(all, language)} label={t.kept} asOf={until} />
      </div>
      <FiguresTable {...{ t, language }} caption={t.byCategory} first={t.category} rows={categories} />
      <FiguresTable {...{ t, language }} caption={t.bySettlement} first={t.settlement} rows={settlements} linked />
      {posts.length === 0 ? null : <FiguresTable {...{ t, language }} caption={t.byPost} first={t.post} rows={posts} />}
      <p class="quiet small">{t.explain}</p>
    </>
  )
}

type Times = 'medianToAnswer' | 'slowToAnswer' | 'medianToFixed' | 'slowToFixed'

const sayTime = (days: number | null, language: Language): string => (days === null ? '–' : sayDays(days, language))

const sayDays = (days: number, language: Language): string => formatNumber(Math.round(days * 10) / 10, language)

export function sayShare({ kept, promised }: Pick<Figures, 'kept' | 'promised'>, language: Language): string {
  return promised === 0 ? '–' : `${formatNumber(Math.floor((kept / promised) * 100), language)}%`
}

export function nameOf({ name }: Pick<NamedFigures, 'name'>, language: Language): string {
  return 'kind' in name ? nameOfSettlement(name as never, language) : readText(name, language).text
}

type TableProps = {
  t: StatisticsMessages
  language: Language
  caption: string
  first: string
  rows: readonly NamedFigures[]
  /** To the reports of the settlement. */
  linked?: boolean
}

function FiguresTable({ t, language, caption, first, rows, linked = false }: TableProps) {
  const number = (
    key: keyof Figures,
    label: string,
    cell: (row: Figures) => ComponentChildren,
  ): Column<NamedFigures> => ({
    key,
    label,
    numeric: true,
    cell,
  })
  const count = (key: 'received' | 'fixed' | 'overdue' | 'reopened') =>
    number(key, t[key], (row) => formatNumber(row[key], language))
  const pair = (first: Times, second: Times, label: string) =>
    number(first, label, (row) => [row[first], row[second]].map((days) => sayTime(days, language)).join(' / '))
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ code }) => code}
      stacked={false}
      columns={[
        {
          key: 'name',
          label: first,
          rowHeader: true,
          cell: (row) =>
            linked ? (
              <Link href={reportsAddress({ koht: row.code })}>{nameOf(row, language)}</Link>
            ) : (
              nameOf(row, language)
            ),
        },
        count('received'),
        pair('medianToAnswer', 'slowToAnswer', t.toAnswer),
        count('fixed'),
        pair('medianToFixed', 'slowToFixed', t.toFixed),
        count('overdue'),
        count('reopened'),
        number('kept', t.keptShort, (row) => sayShare(row, language)),
      ]}
    />
  )
}
