import type { FormState } from '#platform/forms.ts'
import { SubmitButton } from '#ui/button.tsx'
import { TextArea } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Notice } from '#ui/notice.tsx'
import type { DefinitionFault } from '../check-definition.ts'
import { editorMessages } from '../messages/editor.ts'
import { formsPaths } from '../paths.ts'
import { isSameJson } from '../same-json.ts'
import { EditorFrame, type NamedForm } from './editor-frame.tsx'
import { Faults } from './fault-list.tsx'

type PublicationPageProps = {
  frame: PageFrame
  form: NamedForm
  faults: readonly DefinitionFault[]
  changes: readonly string[]
  idempotencyKey: string
  state: FormState
  refusal: string | undefined
}

export function PublicationPage(props: PublicationPageProps) {
  const { frame, form, faults, changes, idempotencyKey, state, refusal } = props
  const t = editorMessages[frame.language]
  const path = formsPaths.publication(form.id)
  const isChanged = !isSameJson(form.draft, form.published)
  return (
    <EditorFrame frame={frame} title={form.title} form={form} current={path} state={state} refusal={refusal}>
      <section class="stack">
        <h2>{t.changes}</h2>
        {isChanged ? <Changes sentences={changes} /> : <p class="quiet">{t.noChanges}</p>}
      </section>
      {faults.length === 0 ? null : (
        <Notice tone="warning" title={t.faults}>
          <Faults definition={form.draft} faults={faults} withQuestion />
        </Notice>
      )}
      {isChanged && faults.length === 0 ? (
        <section class="stack">
          <h2>{t.publication}</h2>
          <p>{t.publishLead}</p>
          <Form action={path} idempotencyKey={idempotencyKey} warnUnsaved>
            <input type="hidden" name="revision" value={String(form.revision)} />
            <TextArea form={state} name="note" label={t.note} hint={t.noteHint} rows={3} />
            <SubmitButton>{t.publish}</SubmitButton>
          </Form>
        </section>
      ) : null}
    </EditorFrame>
  )
}

/** The difference between two versions, sentence by sentence. */
export function Changes({ sentences }: { sentences: readonly string[] }) {
  return (
    <ul>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}
