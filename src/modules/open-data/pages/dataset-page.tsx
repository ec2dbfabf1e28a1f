import type { Dataset, DatasetRow } from '#platform/dataset.ts'
import { formatNumber } from '#platform/format.ts'
import { readText, type Language } from '#platform/language.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { DownloadLink } from '#ui/link.tsx'
import { LocalTextView } from '#ui/local-text-view.tsx'
import { Moment } from '#ui/moment.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { openDataMessages } from '../messages.ts'
import { openDataPaths } from '../paths.ts'

export type DatasetPageProps = {
  frame: PageFrame
  dataset: Dataset
  modified: Date | null
  sample: readonly DatasetRow[]
}

type Numbered = { row: DatasetRow; at: number }

export function DatasetPage({ frame, dataset, modified, sample }: DatasetPageProps) {
  const { language } = frame
  const t = openDataMessages[language]
  const numbered: readonly Numbered[] = sample.map((row, at) => ({ row, at }))
  const title = readText(dataset.title, language).text
  return (
    <PublicPage frame={frame} title={title} description={readText(dataset.description, language).text} wide>
      <Breadcrumbs links={[{ label: t.title, path: openDataPaths.catalogue }]} />
      <h1>{title}</h1>
      <div class="lead">
        <LocalTextView text={dataset.description} />
      </div>
      <p class="row">
        <DownloadLink href={openDataPaths.csv(dataset.name)} label="CSV" />
        <DownloadLink href={openDataPaths.json(dataset.name)} label="JSON" />
        {dataset.place === undefined ? null : (
          <DownloadLink href={openDataPaths.geojson(dataset.name)} label="GeoJSON" />
        )}
        <DownloadLink href={openDataPaths.schema(dataset.name)} label={t.rowSchema} />
      </p>
      <DefinitionList
        definitions={[
          { term: t.changed, definition: modified === null ? t.unknown : <Moment at={modified} /> },
          { term: t.license, definition: <a href={dataset.license}>{nameOfLicense(dataset.license)}</a> },
          ...(dataset.source === undefined
            ? []
            : [{ term: t.source, definition: readText(dataset.source, language).text }]),
        ]}
      />
      <DataTable
        caption={t.columns}
        rows={dataset.columns}
        rowKey={({ name }) => name}
        columns={[
          { key: 'name', label: t.column, rowHeader: true, cell: ({ name }) => <code>{name}</code> },
          {
            key: 'meaning',
            label: t.meaning,
            cell: ({ title: meaning, explanation }) => (
              <>
                {readText(meaning, language).text}
                {explanation === undefined ? null : (
                  <>
                    {'. '}
                    <span class="quiet">{readText(explanation, language).text}</span>
                  </>
                )}
              </>
            ),
          },
          { key: 'type', label: t.type, cell: ({ type }) => t.types[type] },
          { key: 'unit', label: t.unit, cell: ({ unit }) => unit ?? '–' },
        ]}
      />
      {sample.length === 0 ? null : (
        <DataTable
          caption={t.sample}
          rows={numbered}
          rowKey={({ at }) => String(at)}
          stacked={false}
          columns={dataset.columns.map(({ name, type }, at): Column<Numbered> => ({
            key: name,
            label: name,
            numeric: type === 'integer' || type === 'number',
            rowHeader: at === 0,
            cell: ({ row }) => shownAs(row[name], language),
          }))}
        />
      )}
    </PublicPage>
  )
}

/** A Creative Commons address says the licence's name; any other address stands for itself. */
function nameOfLicense(address: string): string {
  const found =
    /^https:\/\/creativecommons\.org\/(?:licenses\/(?<kind>[a-z-]+)|publicdomain\/zero)\/(?<version>[\d.]+)/u.exec(
      address,
    )
  if (found === null) return address
  const { kind, version } = found.groups ?? {}
  return kind === undefined ? `CC0 ${version}` : `CC ${kind.toUpperCase()} ${version}`
}

function shownAs(value: DatasetRow[string] | undefined, language: Language): string {
  const t = openDataMessages[language]
  if (value === null || value === undefined) return '–'
  if (typeof value === 'boolean') return value ? t.yes : t.no
  if (typeof value === 'number') return formatNumber(value, language)
  return value instanceof Date ? value.toISOString() : value
}
