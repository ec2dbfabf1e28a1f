import type { FormState } from '#platform/forms.ts'
import { Button } from '#ui/button.tsx'
import { TextArea } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import { RadioGroup } from '#ui/choices.tsx'
import { useReader } from '#ui/reader.ts'
import { publicMessages } from '../messages/public.ts'
import { settingsMessages } from '../settings/page-messages.ts'
import type { WhyClosed } from '../settings/queries.ts'
import { canBeReopened, isOpen, type ReportState } from '../rules.ts'

export type TellMoreParts = {
  action: string
  idempotencyKey: string
  /** The sender may change the state too. */
  isReporter: boolean
  state: ReportState
  /** Why nothing can be added any more; null while it can. */
  closed: WhyClosed | null
}

export function TellMore({
  form,
  action,
  idempotencyKey,
  isReporter,
  state,
  closed,
}: TellMoreParts & { form: FormState }) {
  const { language } = useReader()
  const t = publicMessages[language]
  if (closed !== null) return <p class="quiet no-print">{settingsMessages[language].whyClosed[closed]}</p>
  const changes = [
    { value: '', label: t.onlyWords },
    ...(isOpen(state)
      ? [
          { value: 'fixed', label: t.isFixed },
          { value: 'withdrawn', label: t.withdraw, hint: t.withdrawHint },
        ]
      : []),
    ...(canBeReopened(state) ? [{ value: 'still-broken', label: t.stillBroken }] : []),
  ]
  return (
    <section class="stack-tight no-print" id="lisa">
      <h2>{t.tellMore}</h2>
      <Form action={action} idempotencyKey={idempotencyKey}>
        <TextArea form={form} name="words" label={t.yourWords} rows={4} maxlength={4000} optional={isReporter} />
        {isReporter && changes.length > 1 ? (
          <RadioGroup form={form} name="change" label={t.whatChanged} options={changes} />
        ) : null}
        <Button>{t.send}</Button>
      </Form>
    </section>
  )
}
