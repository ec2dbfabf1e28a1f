import type { ComponentChildren } from 'preact'
import type { FormState } from '#platform/forms.ts'
import { fieldId } from '#ui/field-frame.tsx'
import { Icon } from '#ui/icons.tsx'
import { localPath } from '#ui/links.ts'
import { useReader } from '#ui/reader.ts'

export type FormProps = {
  action: string
  method?: 'post' | 'get'
  /** In every form that creates something, so that sending it twice creates it once. */
  idempotencyKey?: string | undefined
  enctype?: 'multipart/form-data'
  /** Ask before leaving with unsaved changes. */
  warnUnsaved?: boolean
  children: ComponentChildren
}

/** The server judges what is filled in, in plain words; the browser's own bubbles are switched off. */
export function Form({ action, method = 'post', idempotencyKey, enctype, warnUnsaved, children }: FormProps) {
  const { language } = useReader()
  return (
    <form
      class="form"
      action={localPath(action, language)}
      method={method}
      enctype={enctype}
      novalidate
      data-warn-unsaved={warnUnsaved === true ? '' : undefined}
    >
      {idempotencyKey === undefined ? null : <input type="hidden" name="idempotencyKey" value={idempotencyKey} />}
      {children}
    </form>
  )
}

export type ErrorSummaryProps = {
  form: FormState
  /** A refusal that belongs to no single field. */
  refusal?: string | undefined
  title?: string
}

/** Stands before the form, under the page title; shows nothing when nothing is wrong. */
export function ErrorSummary({ form, refusal, title }: ErrorSummaryProps) {
  const { words } = useReader()
  const errors = Object.entries(form.errors)
  if (errors.length === 0 && refusal === undefined) return null
  return (
    <div class="notice tone-danger" role="alert" tabindex={-1} data-error-summary="" aria-labelledby="error-summary">
      <Icon name="error" />
      <div>
        <h2 id="error-summary">{title ?? words.errorSummary}</h2>
        {refusal === undefined ? null : <p>{refusal}</p>}
        {errors.length === 0 ? null : (
          <ul>
            {errors.map(([name, error]) => (
              <li key={name}>
                <a href={`#${fieldId(name)}`}>{error}</a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}
