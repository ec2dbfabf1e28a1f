import type { ApiOperation } from '#platform/api-operation.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { DataTable } from '#ui/data-table.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { DownloadLink } from '#ui/link.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { openDataMessages } from '../messages.ts'
import { openDataPaths } from '../paths.ts'

export function ApiPage({ frame, operations }: { frame: PageFrame; operations: readonly ApiOperation[] }) {
  const t = openDataMessages[frame.language]
  return (
    <PublicPage frame={frame} title={t.apiTitle} description={t.apiLead} wide>
      <Breadcrumbs links={[{ label: t.title, path: openDataPaths.catalogue }]} />
      <h1>{t.apiTitle}</h1>
      <p class="lead">{t.apiLead}</p>
      <p>
        <DownloadLink href={openDataPaths.openApi} label={t.apiDescription} />
      </p>
      <p class="quiet">{t.apiLanguage}</p>
      <DataTable
        caption={t.apiTitle}
        hideCaption
        rows={operations}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'operation',
            label: t.operation,
            rowHeader: true,
            cell: ({ method, path }) => (
              <code>
                {method.toUpperCase()} {path}
              </code>
            ),
          },
          {
            key: 'what',
            label: t.what,
            cell: ({ summary, description }) => (
              <span lang="en">
                {summary}
                {description === undefined ? null : `. ${description}`}
              </span>
            ),
          },
          {
            key: 'needs',
            label: t.needs,
            cell: ({ right }) =>
              right === undefined ? (
                t.nothingNeeded
              ) : (
                <>
                  {t.keyWithRight} <code>{right}</code>
                </>
              ),
          },
        ]}
      />
    </PublicPage>
  )
}
