import { SubmitButton } from '#ui/button.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Moment } from '#ui/moment.tsx'
import { editorMessages } from '../messages/editor.ts'
import { formsPaths } from '../paths.ts'
import type { PublishedVersion } from '../queries/forms.ts'
import { isSameJson } from '../same-json.ts'
import { EditorFrame, type NamedForm } from './editor-frame.tsx'
import { Changes } from './publication-page.tsx'
import { QuestionsTable } from './questions-table.tsx'

type VersionPageProps = {
  frame: PageFrame
  form: NamedForm
  version: PublishedVersion
  /** Null for the first version. */
  changes: readonly string[] | null
  refusal: string | undefined
}

export function VersionPage({ frame, form, version, changes, refusal }: VersionPageProps) {
  const t = editorMessages[frame.language]
  const title = `${form.title}: ${t.version(version.number).toLowerCase()}`
  return (
    <EditorFrame frame={frame} title={title} form={form} current={formsPaths.versions(form.id)} refusal={refusal}>
      <DefinitionList
        definitions={[
          { term: t.when, definition: <Moment at={version.publishedAt} /> },
          { term: t.who, definition: version.publishedBy ?? t.installation },
          { term: t.why, definition: version.note === '' ? t.firstVersion : version.note },
        ]}
      />
      {changes === null ? null : (
        <section class="stack">
          <h2>{t.changesHere}</h2>
          <Changes sentences={changes} />
        </section>
      )}
      <section class="stack">
        <h2>{t.questions}</h2>
        <QuestionsTable definition={version.definition} />
      </section>
      {isSameJson(version.definition, form.draft) ? null : (
        <Form action={formsPaths.restoration(form.id, version.number)}>
          <input type="hidden" name="revision" value={String(form.revision)} />
          <p class="hint">{t.restoreHint}</p>
          <SubmitButton variant="secondary">{t.restore}</SubmitButton>
        </Form>
      )}
    </EditorFrame>
  )
}
