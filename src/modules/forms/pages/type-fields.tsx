import type { FormState } from '#platform/forms.ts'
import { CheckboxGroup } from '#ui/choices.tsx'
import { SelectField, TextField } from '#ui/fields.tsx'
import { LocalTextField } from '#ui/local-text-field.tsx'
import { useReader } from '#ui/reader.ts'
import { fileKinds, textKinds, type FieldType } from '../definition.ts'
import { fieldEditorMessages } from '../messages/field-editor.ts'
import { fieldTypeMessages } from '../messages/field-types.ts'

/** What may be answered, as the kind of the question has it. */
export function TypeFields({ type, state }: { type: FieldType; state: FormState }) {
  const { language } = useReader()
  const t = fieldEditorMessages[language]
  const { kinds, files } = fieldTypeMessages[language]
  const number = (name: string, label: string) => (
    <TextField form={state} name={name} label={label} inputmode="text" autocomplete="off" short optional />
  )
  switch (type) {
    case 'text':
      return (
        <>
          <SelectField
            form={{ ...state, values: { kind: 'plain', ...state.values } }}
            name="kind"
            label={t.textKind}
            options={textKinds.map((value) => ({ value, label: kinds[value] }))}
          />
          {number('maxLength', t.maxLength)}
        </>
      )
    case 'long-text':
      return number('maxLength', t.maxLength)
    case 'number':
      return (
        <>
          {number('min', t.min)}
          {number('max', t.max)}
          {number('decimals', t.decimals)}
          <LocalTextField form={state} name="unit" label={t.unit} optional />
        </>
      )
    case 'choices':
      return (
        <>
          {number('least', t.least)}
          {number('most', t.most)}
        </>
      )
    case 'file':
      return (
        <>
          <CheckboxGroup
            form={state}
            name="fileKinds"
            label={t.fileKinds}
            options={fileKinds.map((value) => ({ value, label: files[value] }))}
          />
          {number('most', t.mostFiles)}
        </>
      )
    default:
      return null
  }
}
