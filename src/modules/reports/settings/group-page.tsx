import type { FormState } from '#platform/forms.ts'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { LocalTextField } from '#ui/local-text-field.tsx'
import { settingFields } from './messages.ts'
import { settingsMessages } from './page-messages.ts'
import { settingsPaths } from './paths.ts'
import { SettingsFrame } from './settings-frame.tsx'

export type GroupPageProps = {
  frame: PageFrame
  /** Null while a new one is written. */
  known: { code: string; title: string } | null
  form: FormState
  refusal: string | undefined
  idempotencyKey: string
}

export function GroupPage({ frame, known, form, refusal, idempotencyKey }: GroupPageProps) {
  const [t, fields] = [settingsMessages[frame.language], settingFields[frame.language]]
  const title = known?.title ?? t.addGroup
  const hasErrors = Object.keys(form.errors).length > 0 || refusal !== undefined
  return (
    <SettingsFrame {...{ frame, title, hasErrors }}>
      <h1>{title}</h1>
      <ErrorSummary form={form} refusal={refusal} />
      {known === null ? null : (
        <p class="row">
          <Link href={settingsPaths.groupHistory(known.code)}>{t.history}</Link>
          <span class="quiet">
            {t.code}: <code>{known.code}</code>
          </span>
        </p>
      )}
      <Form
        action={known === null ? settingsPaths.newGroup : settingsPaths.group(known.code)}
        idempotencyKey={idempotencyKey}
        warnUnsaved
      >
        {known === null ? (
          <TextField form={form} name="code" label={t.code} hint={t.codeHint} maxlength={60} short />
        ) : null}
        <LocalTextField form={form} name="name" label={fields['name.et']} />
        <TextField
          form={form}
          name="place"
          label={fields.place}
          hint={t.groupPlaceHint}
          inputmode="numeric"
          maxlength={3}
          short
        />
        <TextField form={form} name="why" label={t.why} hint={t.whyHint} maxlength={300} />
        <Button>{t.save}</Button>
      </Form>
    </SettingsFrame>
  )
}
