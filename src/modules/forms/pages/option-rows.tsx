import type { FormState } from '#platform/forms.ts'
import { FieldSet } from '#ui/choices.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { TextField } from '#ui/fields.tsx'
import { LocalTextField } from '#ui/local-text-field.tsx'
import { useReader } from '#ui/reader.ts'
import { fieldEditorMessages } from '../messages/field-editor.ts'

const spareRows = 4

/** The answers to choose from, with some empty rows after them. */
export function OptionRows({ state }: { state: FormState }) {
  const { language } = useReader()
  const t = fieldEditorMessages[language]
  const { values } = state
  const used = Object.keys(values).flatMap((name) => {
    const row = /^options\.(\d+)\.label\.et$/.exec(name)?.[1]
    return row === undefined || values[name] === '' ? [] : [Number(row) + 1]
  })
  const rows = Array.from({ length: Math.min(Math.max(0, ...used), 120) + spareRows }, (_, row) => row)
  return (
    <section class="stack">
      <h2>{t.options}</h2>
      <p class="hint">{t.optionsHint}</p>
      {rows.map((row) => {
        const name = `options.${row}`
        const hasMore = ['hint', 'stop'].some((part) => (values[`${name}.${part}.et`] ?? '') !== '')
        return (
          <FieldSet key={row} legend={t.option(row + 1)}>
            <input type="hidden" name={`${name}.code`} value={values[`${name}.code`] ?? ''} />
            <LocalTextField form={state} name={`${name}.label`} label={t.optionLabel} optional />
            <Disclosure label={t.optionMore} open={hasMore}>
              <div class="stack">
                <LocalTextField form={state} name={`${name}.hint`} label={t.optionHint} optional />
                <LocalTextField
                  form={state}
                  name={`${name}.stop`}
                  label={t.optionStop}
                  hint={t.optionStopHint}
                  multiline
                  rows={2}
                  optional
                />
              </div>
            </Disclosure>
            <TextField
              form={state}
              name={`${name}.place`}
              label={t.place}
              inputmode="numeric"
              autocomplete="off"
              short
              optional
            />
          </FieldSet>
        )
      })}
    </section>
  )
}
