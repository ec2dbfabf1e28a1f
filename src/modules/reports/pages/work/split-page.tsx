import type { FormState } from '#platform/forms.ts'
import type { reading } from '#modules/files/index.ts'
import { type Settlement } from '#modules/places/index.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxGroup } from '#ui/choices.tsx'
import { SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { deskMessages } from '../../messages/desk.ts'
import { publicMessages } from '../../messages/public.ts'
import { reportDeskPaths } from '../../paths.ts'
import type { Category } from '../../queries/categories.ts'
import type { Report } from '../../queries/reports.ts'
import { settlementOptions, subjectOptions } from '../options.ts'
import { DeskPage, wayToReport } from './desk-page.tsx'

export type SplitPageProps = {
  frame: PageFrame
  report: Report
  files: readonly reading.AttachedFile[]
  categories: readonly Category[]
  settlements: readonly Settlement[]
  form: FormState
  refusal: string | undefined
  idempotencyKey: string
}

export function SplitPage(props: SplitPageProps) {
  const { frame, report, files, categories, settlements, form, refusal, idempotencyKey } = props
  const { language } = frame
  const [t, words] = [deskMessages[language], publicMessages[language]]
  const photos = files.filter(({ state, removedAt }) => state !== 'refused' && removedAt === null)
  return (
    <DeskPage
      {...{ frame, form, refusal }}
      title={t.split}
      lead={t.splitLead}
      way={wayToReport(language, report.number)}
    >
      <Form action={reportDeskPaths.split(report.number)} idempotencyKey={idempotencyKey} warnUnsaved>
        <TextArea form={form} name="words" label={t.splitWords} rows={6} maxlength={4000} />
        <SelectField form={form} name="category" label={t.category} options={subjectOptions(categories, language)} />
        <SelectField
          form={form}
          name="settlement"
          label={words.settlement}
          optional
          options={settlementOptions(settlements, language)}
        />
        <TextField form={form} name="address" label={t.place} maxlength={300} optional />
        <TextField form={form} name="point" label={t.splitPoint} maxlength={100} optional short />
        {photos.length === 0 ? null : (
          <CheckboxGroup
            form={form}
            name="photos"
            label={t.splitPhotos}
            optional
            options={photos.map(({ id, name: file }, at) => ({
              value: id,
              label: `${t.splitPhoto} ${at + 1}: ${file}`,
            }))}
          />
        )}
        <Button>{t.splitButton}</Button>
      </Form>
    </DeskPage>
  )
}
