import { SubmitButton } from '#ui/button.tsx'
import { TextField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { LocalTextField } from '#ui/local-text-field.tsx'
import { deskMessages } from '../messages/page-desk.ts'
import { deskPaths } from '../paths.ts'
import { DeskFrame, type Attempt } from './desk-frame.tsx'

export function ReviewFormPage({ frame, attempt }: { frame: PageFrame; attempt: Attempt }) {
  const t = deskMessages[frame.language]
  const { form } = attempt
  return (
    <DeskFrame frame={frame} title={t.reviewTitle} above={[]} attempt={attempt}>
      <p class="quiet">{t.reviewHint}</p>
      <Form action={deskPaths.reviews} warnUnsaved>
        <TextField form={form} name="year" label={t.year} inputmode="numeric" maxlength={4} short />
        <LocalTextField form={form} name="summary" label={t.summary} multiline rows={10} />
        <TextField form={form} name="actNumber" label={t.actNumber} maxlength={100} short optional />
        <SubmitButton>{t.saveReview}</SubmitButton>
      </Form>
    </DeskFrame>
  )
}
