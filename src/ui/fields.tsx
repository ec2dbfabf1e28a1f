import type { ComponentChildren, InputHTMLAttributes } from 'preact'
import { describedBy, FieldFrame, fieldId, type FieldProps } from '#ui/field-frame.tsx'
import { useReader } from '#ui/reader.ts'

export type TextFieldProps = FieldProps & {
  type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'number' | 'password' | 'time' | 'datetime-local'
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | 'search'
  autocomplete?: string
  maxlength?: number
  min?: string
  max?: string
  step?: string
  short?: boolean
  /** Unit after the field, such as € or %. */
  suffix?: string
}

/** The attributes every text-like control shares. */
function controlProps(field: FieldProps) {
  const { form, name, optional } = field
  return { id: fieldId(name), name, required: optional !== true, ...describedBy(field), value: form.values[name] ?? '' }
}

export function TextField(props: TextFieldProps) {
  const { form, name, label, hint, optional, type = 'text', short, suffix, ...rest } = props
  const field = { form, name, label, hint, optional }
  const size = short === true ? 'input input-short' : 'input'
  // Preact types each input type on its own; here the type is chosen at run time.
  const attributes = { type, class: size, ...rest, ...controlProps(field) } as InputHTMLAttributes<HTMLInputElement>
  const input = <input {...attributes} />
  return (
    <FieldFrame {...field}>
      {suffix === undefined ? (
        input
      ) : (
        <div class="input-affix">
          {input}
          <span>{suffix}</span>
        </div>
      )}
    </FieldFrame>
  )
}

export type TextAreaProps = FieldProps & { rows?: number; maxlength?: number; autocomplete?: string }

export function TextArea({ rows = 6, maxlength, autocomplete, ...field }: TextAreaProps) {
  return (
    <FieldFrame {...field}>
      <textarea class="input" rows={rows} {...{ maxlength, autocomplete }} {...controlProps(field)} />
    </FieldFrame>
  )
}

export type Option = { value: string; label: string; hint?: ComponentChildren }

export type SelectFieldProps = FieldProps & {
  options: readonly (Option | { group: string; options: readonly Option[] })[]
  /** First, empty choice; „Vali …” unless told otherwise. */
  emptyLabel?: string
}

export function SelectField({ options, emptyLabel, ...field }: SelectFieldProps) {
  const { words } = useReader()
  const { value: chosen, ...control } = controlProps(field)
  const choice = (option: Option) => (
    <option key={option.value} value={option.value} selected={option.value === chosen}>
      {option.label}
    </option>
  )
  return (
    <FieldFrame {...field}>
      <select class="input" {...control}>
        <option value="">{emptyLabel ?? words.choose}</option>
        {options.map((entry) =>
          'group' in entry ? (
            <optgroup key={entry.group} label={entry.group}>
              {entry.options.map(choice)}
            </optgroup>
          ) : (
            choice(entry)
          ),
        )}
      </select>
    </FieldFrame>
  )
}

/** A calendar day, `YYYY-MM-DD` on the wire. */
export function DateField({ min, max, ...field }: FieldProps & { min?: string; max?: string }) {
  return (
    <FieldFrame {...field}>
      <input type="date" class="input input-short" {...{ min, max }} {...controlProps(field)} />
    </FieldFrame>
  )
}

export type FileFieldProps = FieldProps & { accept?: string; multiple?: boolean; capture?: 'environment' | 'user' }

/** Needs `enctype="multipart/form-data"` on the form. */
export function FileField({ accept, multiple, capture, ...field }: FileFieldProps) {
  const { words } = useReader()
  const { value: _, ...control } = controlProps(field)
  const hint = field.hint ?? (accept === undefined ? undefined : `${words.fileTypes} ${accept}`)
  return (
    <FieldFrame {...field} hint={hint}>
      <input
        type="file"
        class="input"
        {...{ accept, multiple, capture }}
        {...control}
        {...describedBy({ ...field, hint })}
      />
    </FieldFrame>
  )
}
