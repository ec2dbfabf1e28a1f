import type { Dataset } from '#platform/dataset.ts'
import { readText } from '#platform/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { DownloadLink, Link } from '#ui/link.tsx'
import { LocalTextView } from '#ui/local-text-view.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { openDataMessages } from '../messages.ts'
import { openDataPaths } from '../paths.ts'

export function CataloguePage({ frame, datasets }: { frame: PageFrame; datasets: readonly Dataset[] }) {
  const t = openDataMessages[frame.language]
  return (
    <PublicPage frame={frame} title={t.title} description={t.lead} wide>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <DataTable
        caption={t.datasets}
        rows={datasets}
        rowKey={({ name }) => name}
        empty={t.noDatasets}
        columns={[
          {
            key: 'name',
            label: t.dataset,
            rowHeader: true,
            cell: ({ name, title }) => (
              <Link href={openDataPaths.dataset(name)}>{readText(title, frame.language).text}</Link>
            ),
          },
          { key: 'about', label: t.about, cell: ({ description }) => <LocalTextView text={description} inline /> },
          {
            key: 'files',
            label: t.download,
            cell: ({ name }) => (
              <span class="nowrap">
                <DownloadLink href={openDataPaths.csv(name)} label="CSV" />{' '}
                <DownloadLink href={openDataPaths.json(name)} label="JSON" />
              </span>
            ),
          },
        ]}
      />
      <p>
        <Link href={openDataPaths.api}>{t.api}</Link>
      </p>
      <p>
        <DownloadLink href={openDataPaths.dcat} label={t.catalogueFor} />
      </p>
    </PublicPage>
  )
}
