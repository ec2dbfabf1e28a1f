import type { ComponentChildren } from 'preact'
import type { FormState } from '#platform/forms.ts'
import { fieldId } from '#ui/field-id.ts'
import { Icon } from '#ui/icons.tsx'
import { useReader } from '#ui/reader.ts'

/** What every field takes. `name` is the key in the form's values and errors, and the field's id. */
export type FieldProps = {
  form: FormState
  name: string
  label: string
  hint?: ComponentChildren
  /** Fields are required unless they say that they are optional. */
  optional?: boolean | undefined
}

export { fieldId }

/** The attributes that tie a control to its hint and its error. */
export function describedBy({ form, name, hint }: Pick<FieldProps, 'form' | 'name' | 'hint'>) {
  const id = fieldId(name)
  const isWrong = form.errors[name] !== undefined
  const parts = [hint === undefined ? '' : `${id}-hint`, isWrong ? `${id}-error` : ''].filter((part) => part !== '')
  return {
    'aria-describedby': parts.length === 0 ? undefined : parts.join(' '),
    'aria-invalid': isWrong ? ('true' as const) : undefined,
  }
}

export function Hint({ name, hint }: Pick<FieldProps, 'name' | 'hint'>) {
  if (hint === undefined) return null
  return (
    <p class="hint" id={`${fieldId(name)}-hint`}>
      {hint}
    </p>
  )
}

export function FieldError({ form, name }: Pick<FieldProps, 'form' | 'name'>) {
  const { words } = useReader()
  const error = form.errors[name]
  if (error === undefined) return null
  return (
    <p class="field-error" id={`${fieldId(name)}-error`}>
      <Icon name="error" />
      <span>
        <span class="visually-hidden">{words.errorLabel} </span>
        {error}
      </span>
    </p>
  )
}

export function OptionalMark({ optional }: { optional?: boolean | undefined }) {
  const { words } = useReader()
  return optional === true ? <span class="mark-optional"> ({words.optional})</span> : null
}

export function FieldFrame({ children, ...field }: FieldProps & { children: ComponentChildren }) {
  const { form, name, label, hint, optional } = field
  return (
    <div class={form.errors[name] === undefined ? 'field' : 'field has-error'}>
      <label for={fieldId(name)}>
        {label}
        <OptionalMark optional={optional} />
      </label>
      <Hint name={name} hint={hint} />
      <FieldError form={form} name={name} />
      {children}
    </div>
  )
}
