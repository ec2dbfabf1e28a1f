import type { ComponentChildren } from 'preact'
import { formatNumber } from '#platform/format.ts'
import type { FormState } from '#platform/forms.ts'
import { readText, type Language } from '#platform/language.ts'
import { CheckboxGroup, RadioGroup } from '#ui/choices.tsx'
import { DateField, FileField, SelectField, TextArea, TextField, type Option as Choice } from '#ui/fields.tsx'
import { LocalTextView } from '#ui/local-text-view.tsx'
import { useReader } from '#ui/reader.ts'
import type { Field, Option } from '../definition.ts'
import { acceptedFor, fileInputs } from '../file-inputs.ts'
import { answerMessages } from '../messages/answers.ts'
import { conditionMessages } from '../messages/conditions.ts'
import { inputName } from '../read-answers.ts'
import { readDay, readTime, type Settlement } from '../read-value.ts'

export type FieldInputProps = {
  field: Field
  form: FormState
  prefix: string
  /** When it is to be answered, for those without script. */
  condition: string | null
  settlements: readonly Settlement[] | undefined
}

/** One question as the design system's own field. */
export function FieldInput({ field, form, prefix, condition, settlements }: FieldInputProps) {
  const { language } = useReader()
  const t = answerMessages[language]
  const name = inputName(field.code, prefix)
  const label = readText(field.label, language).text
  const hint = hintOf(field, condition, language)
  const asked = { form, name, label, optional: !field.required, ...(hint === undefined ? {} : { hint }) }
  switch (field.type) {
    case 'text':
      return <TextField {...asked} {...textInputs[field.kind]} />
    case 'long-text':
      return <TextArea {...asked} />
    case 'number': {
      const mode = field.decimals > 0 ? 'decimal' : 'numeric'
      // Telephones' number pads have no minus.
      const inputmode = field.min !== undefined && field.min < 0 ? 'text' : mode
      const unit = field.unit === undefined ? {} : { suffix: readText(field.unit, language).text }
      return <TextField {...asked} {...unit} inputmode={inputmode} autocomplete="off" short />
    }
    case 'date':
      return <DateField {...asked} form={withValue(form, name, readDay)} />
    case 'date-time':
      return <TextField {...asked} form={withValue(form, name, readTime)} type="datetime-local" short />
    case 'choice':
      return <RadioGroup {...asked} options={choicesOf(field.options, language)} />
    case 'choices':
      return <CheckboxGroup {...asked} options={choicesOf(field.options, language)} />
    case 'yes-no': {
      const { yes, no } = conditionMessages[language].yesNo
      const options = [
        { value: 'yes', label: yes },
        { value: 'no', label: no },
      ]
      return <RadioGroup {...asked} options={options} />
    }
    case 'address':
      return (
        <>
          <TextField {...asked} autocomplete="street-address" />
          {settlements === undefined || settlements.length === 0 ? null : (
            <SelectField
              form={form}
              name={`${name}.settlement`}
              label={t.settlement}
              hint={t.settlementHint}
              options={settlements.map((one) => ({ value: one.code, label: one.name }))}
              optional
            />
          )}
        </>
      )
    case 'file':
      return <FileInputs field={field} asked={asked} prefix={prefix} />
    case 'note':
      return null
  }
}

const textInputs = {
  plain: {},
  'e-mail': { type: 'email', inputmode: 'email', autocomplete: 'email' },
  phone: { type: 'tel', inputmode: 'tel', autocomplete: 'tel' },
} as const

/** The form with what was typed as the browser's own date field needs it; what is no date stays as it is. */
function withValue(form: FormState, name: string, read: (raw: string) => string | undefined): FormState {
  const raw = form.values[name] ?? ''
  return { ...form, values: { ...form.values, [name]: read(raw) ?? raw } }
}

/** Undefined where there is nothing to say. */
function hintOf(field: Field, condition: string | null, language: Language): ComponentChildren | undefined {
  const counts = field.type === 'choices' ? sayCounts(field, language) : null
  if (condition === null && counts === null && field.hint === undefined) return undefined
  return (
    <>
      {condition === null ? null : (
        <span data-without-script="" lang={language}>
          {condition}{' '}
        </span>
      )}
      {field.hint === undefined ? null : (
        <>
          <LocalTextView text={field.hint} inline />{' '}
        </>
      )}
      {counts}
    </>
  )
}

function sayCounts({ min, max }: Field & { type: 'choices' }, language: Language): string | null {
  const t = answerMessages[language]
  const [least, most] = [min, max].map((count) => (count === undefined ? '' : formatNumber(count, language)))
  if (min !== undefined && min > 1 && max !== undefined) return t.chooseBetween(least ?? '', most ?? '')
  if (max !== undefined) return t.chooseUpTo(most ?? '')
  return min !== undefined && min > 1 ? t.chooseAtLeast(least ?? '') : null
}

/** What stops the form is said beside its option too, for those whose browser cannot tell them at once. */
function choicesOf(options: readonly Option[], language: Language): Choice[] {
  return options.map(({ code, label, hint, stop }) => ({
    value: code,
    label: readText(label, language).text,
    ...(hint === undefined && stop === undefined
      ? {}
      : {
          hint: (
            <>
              {hint === undefined ? null : (
                <>
                  <LocalTextView text={hint} inline />{' '}
                </>
              )}
              {stop === undefined ? null : (
                <span data-without-script="">
                  <LocalTextView text={stop} inline />
                </span>
              )}
            </>
          ),
        }),
  }))
}

type Asked = { form: FormState; name: string; label: string; optional: boolean; hint?: ComponentChildren }

function FileInputs({ field, asked, prefix }: { field: Field & { type: 'file' }; asked: Asked; prefix: string }) {
  const { language } = useReader()
  const t = answerMessages[language]
  const { form, name } = asked
  const kept = (form.values[`${name}.kept`] ?? '').split(',').filter((id) => id !== '')
  const inputs = fileInputs(field, prefix).slice(0, Math.max(1, field.most - kept.length))
  return (
    <>
      {kept.length === 0 ? null : (
        <CheckboxGroup
          form={form}
          name={`${name}.kept`}
          label={t.keptFiles(kept.length)}
          options={kept.map((id, index) => ({ value: id, label: t.anotherFile(index + 1) }))}
          optional
        />
      )}
      {inputs.map(({ name: input, description, number }) => (
        <>
          <FileField
            {...asked}
            name={input}
            label={number === 1 ? asked.label : `${asked.label}: ${t.anotherFile(number).toLowerCase()}`}
            optional={asked.optional || number > 1 || kept.length > 0}
            accept={acceptedFor(field.kinds)}
          />
          {field.kinds.includes('image') ? (
            <TextField
              form={form}
              name={description}
              label={number === 1 ? t.fileDescription : t.fileDescriptionWithNumber(number)}
              hint={t.fileDescriptionHint}
              optional
            />
          ) : null}
        </>
      ))}
    </>
  )
}
