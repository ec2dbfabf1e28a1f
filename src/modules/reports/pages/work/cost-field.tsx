import type { FormState } from '#platform/forms.ts'
import { TextField } from '#ui/fields.tsx'
import { useReader } from '#ui/reader.ts'
import { fieldMessages } from '../../messages/field.ts'

/** What the mending cost, in euros. */
export function CostField({ form }: { form: FormState }) {
  const t = fieldMessages[useReader().language]
  return (
    <TextField form={form} name="cost" label={t.cost} hint={t.costHint} inputmode="decimal" suffix="€" short optional />
  )
}
