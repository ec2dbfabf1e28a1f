import type { FormState } from '#platform/forms.ts'
import { CheckboxField } from '#ui/choices.tsx'
import { Icon } from '#ui/icons.tsx'
import { useReader } from '#ui/reader.ts'
import { areaMessages } from './messages.ts'

/** In the form of a report: who answers at the chosen place instead; filled in by script, and by the server's refusal. */
export function NotOurs({ form }: { form: FormState }) {
  const { language } = useReader()
  const isAsked = form.errors.insists !== undefined || form.values.insists === 'on'
  return (
    <div data-not-ours="">
      <div role="status" data-owner="" hidden>
        <div class="notice tone-warning">
          <Icon name="alert" />
          <p />
        </div>
      </div>
      <div data-insist="" hidden={!isAsked}>
        <CheckboxField form={form} name="insists" label={areaMessages[language].insist} />
      </div>
    </div>
  )
}
