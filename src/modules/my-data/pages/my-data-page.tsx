import { formatNumber } from '#platform/format.ts'
import type { FormState } from '#platform/forms.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/choices.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { ErrorSummary, Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { DownloadLink } from '#ui/link.tsx'
import { Notice } from '#ui/notice.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { myDataMessages } from '../messages.ts'
import { myDataPaths } from '../paths.ts'

export type MyDataPageProps = {
  frame: PageFrame
  counts: readonly { name: string; count: number }[]
  files: number
  form: FormState
  /** Why nothing can be deleted now. */
  why: string | null
}

export function MyDataPage({ frame, counts, files, form, why }: MyDataPageProps) {
  const t = myDataMessages[frame.language]
  const rows = [...counts.filter(({ count }) => count > 0), ...(files > 0 ? [{ name: 'sentFiles', count: files }] : [])]
  return (
    <PublicPage frame={frame} title={t.title} hasErrors={Object.keys(form.errors).length > 0}>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <ErrorSummary form={form} />
      <section class="stack">
        <h2>{t.takeTitle}</h2>
        <p class="text">{t.take}</p>
        <p>
          <DownloadLink href={myDataPaths.archive} label={`${t.download} (ZIP)`} />
        </p>
        <DataTable
          caption={t.takeTitle}
          hideCaption
          rows={rows}
          rowKey={({ name }) => name}
          columns={[
            {
              key: 'list',
              label: t.list,
              rowHeader: true,
              cell: ({ name }) => (name === 'sentFiles' ? t.files : (t.names[name] ?? name)),
            },
            { key: 'rows', label: t.rows, numeric: true, cell: ({ count }) => formatNumber(count, frame.language) },
          ]}
        />
      </section>
      <section class="stack">
        <h2>{t.deleteTitle}</h2>
        <p class="text">{t.deleteText}</p>
        <p class="text">{t.stays}</p>
        {why === null ? (
          <Form action={myDataPaths.deletion}>
            <CheckboxField form={form} name="sure" label={t.sure} />
            <p>
              <Button variant="danger">{t.delete}</Button>
            </p>
          </Form>
        ) : (
          <Notice tone="info">
            <p>
              <strong>{t.hindered}.</strong> {why}
            </p>
          </Notice>
        )}
      </section>
    </PublicPage>
  )
}
