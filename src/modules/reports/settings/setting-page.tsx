import type { ComponentChildren } from 'preact'
import type { FormState } from '#platform/forms.ts'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { settingsMessages } from './page-messages.ts'
import { SettingsFrame } from './settings-frame.tsx'

export type Setting = {
  frame: PageFrame
  /** Null while a new one is written. */
  known: { code: string; title: string } | null
  form: FormState
  refusal: string | undefined
  idempotencyKey: string
}

type SettingPageProps = Setting & {
  /** What the page is called while a new one is written. */
  addTitle: string
  paths: { anew: string; one: (code: string) => string; history: (code: string) => string }
  /** Beside the way to the history. */
  links?: ComponentChildren
  children: ComponentChildren
}

/** A subject or a group of them, written anew or changed, with the reason. Its code never changes. */
export function SettingPage(props: SettingPageProps) {
  const { frame, known, form, refusal, idempotencyKey, addTitle, paths, links, children } = props
  const t = settingsMessages[frame.language]
  return (
    <SettingsFrame {...{ frame, form, refusal }} title={known?.title ?? addTitle}>
      {known === null ? null : (
        <p class="row">
          <Link href={paths.history(known.code)}>{t.history}</Link>
          {links}
          <span class="quiet">
            {t.code}: <code>{known.code}</code>
          </span>
        </p>
      )}
      <Form action={known === null ? paths.anew : paths.one(known.code)} idempotencyKey={idempotencyKey} warnUnsaved>
        {children}
        <TextField form={form} name="why" label={t.why} hint={t.whyHint} maxlength={300} />
        <Button>{t.save}</Button>
      </Form>
    </SettingsFrame>
  )
}
