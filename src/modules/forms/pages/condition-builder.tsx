import type { FormState } from '#platform/forms.ts'
import { readText } from '#platform/language.ts'
import { CheckboxField, FieldSet, RadioGroup } from '#ui/choices.tsx'
import { SelectField, TextField } from '#ui/fields.tsx'
import { useReader } from '#ui/reader.ts'
import { optionCodesOf } from '../check-definition.ts'
import type { Definition, Field } from '../definition.ts'
import { mostConditionRows, rowOperators, rowsOf } from '../edit-definition.ts'
import { fieldEditorMessages } from '../messages/field-editor.ts'
import { optionWords, wordsOf } from '../say-condition.ts'

const spareRows = 2

type ConditionBuilderProps = {
  definition: Definition
  /** The questions that may be named. */
  earlier: readonly Field[]
  field: Field | undefined
  state: FormState
}

/** When the question is asked: lines of question, comparison and answer. */
export function ConditionBuilder({ definition, earlier, field, state }: ConditionBuilderProps) {
  const { language } = useReader()
  const t = fieldEditorMessages[language]
  const asked = earlier.filter(({ type }) => type !== 'note')
  const labelOf = (one: Field) => readText(one.label, language).text
  const fields = asked.map((one) => ({ value: one.code, label: labelOf(one) }))
  const options = asked.flatMap((one) => {
    const codes = optionCodesOf(one)
    if (codes === undefined) return []
    const words = optionWords(one, codes, language)
    return [
      {
        group: labelOf(one),
        options: codes.map((code, at) => ({ value: `${one.code}:${code}`, label: words[at] ?? code })),
      },
    ]
  })
  const form = { ...state, values: { 'condition.mode': 'all', ...state.values } }
  // A question that was moved above those it depends on still shows what it depends on.
  const named = Array.from({ length: mostConditionRows }, (_, row) => state.values[`condition.${row}.field`] ?? '')
  const strangers = new Set(named.filter((code) => code !== '' && !fields.some(({ value }) => value === code)))
  const questions = [...fields, ...[...strangers].map((value) => ({ value, label: value }))]
  const used = named.findLastIndex((code) => code !== '') + 1
  const rows = Array.from({ length: Math.min(used + spareRows, mostConditionRows) }, (_, row) => row)
  return (
    <section class="stack">
      <h2>{t.conditionTitle}</h2>
      {questions.length === 0 ? <p class="quiet">{t.noEarlier}</p> : <p class="hint">{t.conditionHint}</p>}
      {field?.shownIf !== undefined && rowsOf(field.shownIf) === null ? (
        <CheckboxField
          form={state}
          name="condition.kept"
          label={t.keptCondition}
          hint={t.keptConditionHint(wordsOf(definition, field.shownIf, language))}
        />
      ) : null}
      {questions.length === 0
        ? null
        : rows.map((row) => (
            <FieldSet key={row} legend={t.conditionRow(row + 1)}>
              <div class="filter-fields">
                <SelectField
                  form={form}
                  name={`condition.${row}.field`}
                  label={t.conditionField}
                  options={questions}
                  optional
                />
                <SelectField
                  form={form}
                  name={`condition.${row}.operator`}
                  label={t.conditionOperator}
                  options={rowOperators.map((value) => ({ value, label: t.operators[value] }))}
                  optional
                />
                <SelectField
                  form={form}
                  name={`condition.${row}.option`}
                  label={t.conditionOption}
                  options={options}
                  optional
                />
                <TextField
                  form={form}
                  name={`condition.${row}.number`}
                  label={t.conditionNumber}
                  inputmode="decimal"
                  autocomplete="off"
                  short
                  optional
                />
              </div>
            </FieldSet>
          ))}
      {questions.length === 0 ? null : (
        <RadioGroup
          form={form}
          name="condition.mode"
          label={t.conditionMode}
          options={(['all', 'any'] as const).map((value) => ({ value, label: t.conditionModes[value] }))}
        />
      )}
    </section>
  )
}
