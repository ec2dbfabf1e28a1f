import type { ComponentChildren } from 'preact'
import { describedBy, FieldError, fieldId, Hint, OptionalMark, type FieldProps } from '#ui/field-frame.tsx'
import type { Option } from '#ui/fields.tsx'

export type ChoicesProps = FieldProps & { options: readonly Option[] }

function Choices({ field, children }: { field: FieldProps; children: ComponentChildren }) {
  const { form, name, label, hint, optional } = field
  const isWrong = form.errors[name] !== undefined
  const { 'aria-describedby': described } = describedBy(field)
  return (
    <fieldset
      class={isWrong ? 'fieldset choices field has-error' : 'fieldset choices field'}
      aria-describedby={described}
    >
      <legend>
        {label}
        <OptionalMark optional={optional} />
      </legend>
      <Hint name={name} hint={hint} />
      <FieldError form={form} name={name} />
      {children}
    </fieldset>
  )
}

type ChoiceProps = {
  type: 'radio' | 'checkbox'
  id: string
  name: string
  option: Option
  checked: boolean
  required?: boolean
  isWrong: boolean
}

function Choice({ type, id, name, option, checked, required, isWrong }: ChoiceProps) {
  const hintId = `${id}-choice-hint`
  const hasHint = option.hint !== undefined
  return (
    <div class="choice">
      <input
        type={type}
        id={id}
        name={name}
        value={option.value}
        checked={checked}
        required={required}
        aria-describedby={hasHint ? hintId : undefined}
        aria-invalid={isWrong && type === 'checkbox' ? 'true' : undefined}
      />
      <label for={id}>{option.label}</label>
      {hasHint ? (
        <p class="hint" id={hintId}>
          {option.hint}
        </p>
      ) : null}
    </div>
  )
}

/** The error summary leads to the first choice, which carries the field's own id. */
const choiceId = (name: string, index: number) => (index === 0 ? fieldId(name) : `${fieldId(name)}-${index + 1}`)

export function RadioGroup({ options, ...field }: ChoicesProps) {
  const { form, name, optional } = field
  return (
    <Choices field={field}>
      {options.map((option, index) => (
        <Choice
          key={option.value}
          type="radio"
          id={choiceId(name, index)}
          name={name}
          option={option}
          checked={form.values[name] === option.value}
          required={optional !== true}
          isWrong={form.errors[name] !== undefined}
        />
      ))}
    </Choices>
  )
}

/** Several may be chosen; the form's value is the chosen ones joined by commas. */
export function CheckboxGroup({ options, ...field }: ChoicesProps) {
  const { form, name } = field
  const chosen = (form.values[name] ?? '').split(',')
  return (
    <Choices field={field}>
      {options.map((option, index) => (
        <Choice
          key={option.value}
          type="checkbox"
          id={choiceId(name, index)}
          name={name}
          option={option}
          checked={chosen.includes(option.value)}
          isWrong={form.errors[name] !== undefined}
        />
      ))}
    </Choices>
  )
}

/** One yes-or-no, `on` when ticked. */
export function CheckboxField({ form, name, label, hint }: Omit<FieldProps, 'optional'>) {
  const isWrong = form.errors[name] !== undefined
  const id = fieldId(name)
  const described = describedBy({ form, name, hint })
  return (
    <div class={isWrong ? 'field has-error' : 'field'}>
      <FieldError form={form} name={name} />
      <div class="choice">
        <input type="checkbox" id={id} name={name} value="on" checked={form.values[name] === 'on'} {...described} />
        <label for={id}>{label}</label>
        <Hint name={name} hint={hint} />
      </div>
    </div>
  )
}

/** Fields that belong together under one heading. */
export function FieldSet({ legend, children }: { legend: string; children: ComponentChildren }) {
  return (
    <fieldset class="fieldset">
      <legend>{legend}</legend>
      {children}
    </fieldset>
  )
}
