import { readText } from '#platform/language.ts'
import type { FormState } from '#platform/forms.ts'
import { SubmitButton } from '#ui/button.tsx'
import { CheckboxField } from '#ui/choices.tsx'
import { TextField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { LocalTextField } from '#ui/local-text-field.tsx'
import type { Field, FieldType } from '../definition.ts'
import { fieldEditorMessages } from '../messages/field-editor.ts'
import { fieldTypeMessages } from '../messages/field-types.ts'
import { formsPaths } from '../paths.ts'
import { ConditionBuilder } from './condition-builder.tsx'
import { EditorFrame, type NamedForm } from './editor-frame.tsx'
import { OptionRows } from './option-rows.tsx'
import { TypeFields } from './type-fields.tsx'

type FieldPageProps = {
  frame: PageFrame
  form: NamedForm
  type: FieldType
  /** Undefined when it is being added. */
  field: Field | undefined
  state: FormState
  refusal: string | undefined
}

/** One question: its words, what may be answered, when it is asked. */
export function FieldPage({ frame, form, type, field, state, refusal }: FieldPageProps) {
  const { language } = frame
  const t = fieldEditorMessages[language]
  const kind = fieldTypeMessages[language].types[type]
  const title = field === undefined ? t.newQuestion(kind) : t.editQuestion
  const action =
    field === undefined ? `${formsPaths.newField(form.id)}?liik=${type}` : formsPaths.field(form.id, field.code)
  const at = field === undefined ? form.draft.fields.length : form.draft.fields.indexOf(field)
  return (
    <EditorFrame frame={frame} title={title} form={form} state={state} refusal={refusal}>
      {field === undefined ? null : (
        <p class="lead">
          {readText(field.label, language).text}{' '}
          <span class="quiet small">
            {kind}. {t.codeIs(field.code)}
          </span>
        </p>
      )}
      <Form action={action} warnUnsaved>
        <input type="hidden" name="revision" value={String(form.revision)} />
        <LocalTextField
          form={state}
          name="label"
          label={type === 'note' ? t.noteLabel : t.label}
          multiline={type === 'note'}
        />
        <LocalTextField form={state} name="hint" label={t.hint} multiline rows={2} optional />
        {field === undefined ? (
          <TextField form={state} name="code" label={t.code} hint={t.codeHint} autocomplete="off" short optional />
        ) : null}
        {type === 'note' ? null : (
          <>
            <CheckboxField form={state} name="required" label={t.requiredLabel} />
            <CheckboxField form={state} name="isPublic" label={t.publicLabel} hint={t.publicHint} />
          </>
        )}
        <TypeFields type={type} state={state} />
        {type === 'choice' || type === 'choices' ? <OptionRows state={state} /> : null}
        <ConditionBuilder
          definition={form.draft}
          earlier={form.draft.fields.slice(0, at)}
          field={field}
          state={state}
        />
        <SubmitButton>{t.saveQuestion}</SubmitButton>
      </Form>
    </EditorFrame>
  )
}
