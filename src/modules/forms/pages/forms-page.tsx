import { readText, type LocalText } from '#platform/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { Moment } from '#ui/moment.tsx'
import { StatusTag } from '#ui/status-tag.tsx'
import { editorMessages } from '../messages/editor.ts'
import { formsPaths } from '../paths.ts'
import type { ListedForm } from '../queries/forms.ts'
import { EditorFrame } from './editor-frame.tsx'

/** The forms of one kind of owner. */
export type FormGroup = { name: LocalText; forms: readonly (ListedForm & { title: string })[] }

export function FormsPage({ frame, groups }: { frame: PageFrame; groups: readonly FormGroup[] }) {
  const { language } = frame
  const t = editorMessages[language]
  return (
    <EditorFrame frame={frame} title={t.forms}>
      <p class="lead">{t.formsLead}</p>
      {groups.map(({ name, forms }) => (
        <section key={name.et} class="stack">
          <h2>{readText(name, language).text}</h2>
          {forms.length === 0 ? (
            <EmptyState title={t.noForms}>{t.noFormsHint}</EmptyState>
          ) : (
            <DataTable
              caption={readText(name, language).text}
              hideCaption
              rows={forms}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'form',
                  label: t.form,
                  rowHeader: true,
                  cell: ({ id, title }) => <Link href={formsPaths.form(id)}>{title}</Link>,
                },
                { key: 'version', label: t.inUse, cell: ({ version }) => t.version(version) },
                { key: 'published', label: t.publishedAt, cell: ({ publishedAt }) => <Moment at={publishedAt} /> },
                {
                  key: 'state',
                  label: t.state,
                  cell: ({ isDraftChanged }) =>
                    isDraftChanged ? (
                      <StatusTag tone="warning" label={t.draftChanged} />
                    ) : (
                      <StatusTag tone="success" label={t.draftSame} />
                    ),
                },
              ]}
            />
          )}
        </section>
      ))}
    </EditorFrame>
  )
}
