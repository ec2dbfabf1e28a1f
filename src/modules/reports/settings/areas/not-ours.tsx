import type { FormState } from '#platform/forms.ts'
import { CheckboxField } from '#ui/choices.tsx'
import { useReader } from '#ui/reader.ts'
import { areaMessages } from './messages.ts'

/** In the form of a report: who answers at the chosen place instead; filled in by script, and by the server's refusal. */
export function NotOurs({ form }: { form: FormState }) {
  const { language } = useReader()
  const isAsked = form.errors.insists !== undefined || form.values.insists === 'on'
  return (
    <div data-not-ours="">
      <p class="field-error" role="status" data-owner="" hidden />
      <div data-insist="" hidden={!isAsked}>
        <CheckboxField form={form} name="insists" label={areaMessages[language].insist} />
      </div>
    </div>
  )
}
