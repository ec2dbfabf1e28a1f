import type { LocalText } from '#platform/language.ts'
import { SubmitButton } from '#ui/button.tsx'
import { TextField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { LocalTextField } from '#ui/local-text-field.tsx'
import { Notice } from '#ui/notice.tsx'
import { draftMessages } from '../messages/page-draft.ts'
import { saySchedule } from '../messages/schedule.ts'
import { deskPaths } from '../paths.ts'
import type { CommitmentRow } from '../queries/commitments.ts'
import { DeskFrame, type Attempt } from './desk-frame.tsx'

const fields = ['name', 'text', 'fulfilment'] as const

/** The words as the form's fields carry them. */
export function wordingValues(commitment: CommitmentRow): Record<string, string> {
  const values = fields.flatMap((field) => {
    const text = commitment[field]
    return (['et', 'en', 'ru'] as const).map((language): [string, string] => [
      `${field}.${language}`,
      text?.[language] ?? '',
    ])
  })
  return { ...Object.fromEntries(values), deadlineAsWritten: commitment.deadlineAsWritten }
}

type WordingPageProps = { frame: PageFrame; version: number; commitment: CommitmentRow; attempt: Attempt }

export function WordingPage({ frame, version, commitment, attempt }: WordingPageProps) {
  const { language } = frame
  const t = draftMessages[language]
  const { form } = attempt
  const understood = saySchedule(commitment.schedule, language)
  const labels = { name: t.name, text: t.promise, fulfilment: t.fulfilment }
  const behind = fields.flatMap((field) => {
    const late: LocalText['behind'] = commitment[field]?.behind
    return (late ?? []).map((one) => `${labels[field]} (${t.languages[one]})`)
  })
  return (
    <DeskFrame
      frame={frame}
      title={t.editTitle(commitment.number, version)}
      above={[{ label: t.draftTitle(version), path: deskPaths.version(version) }]}
      attempt={attempt}
    >
      {behind.length === 0 ? null : (
        <Notice tone="warning" title={t.behind}>
          <p>{t.behindWhich(behind.join(', '))}</p>
        </Notice>
      )}
      <Form action={deskPaths.wording(version, commitment.number)} warnUnsaved>
        <LocalTextField form={form} name="name" label={t.name} />
        <LocalTextField form={form} name="text" label={t.promise} multiline rows={5} />
        <TextField
          form={form}
          name="deadlineAsWritten"
          label={t.deadline}
          hint={understood === '' ? t.deadlineHint : `${t.deadlineHint}. ${t.understoodAs(understood)}`}
          maxlength={300}
        />
        <LocalTextField form={form} name="fulfilment" label={t.fulfilment} multiline rows={4} optional />
        <SubmitButton>{t.saveWording}</SubmitButton>
      </Form>
    </DeskFrame>
  )
}
