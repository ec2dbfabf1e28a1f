import type { NavigationLink } from '#ui/frame.ts'
import { SubmitButton } from '#ui/button.tsx'
import { DateField, TextField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import { Notice } from '#ui/notice.tsx'
import { workMessages } from '../../messages/work.ts'
import { WorkFormPage, type WorkFormProps } from './work-form-page.tsx'

export type EndPageProps = WorkFormProps & {
  what: 'membership' | 'post' | 'body'
  about: string
  body: NavigationLink
  action: string
}

/** The last day of a membership, post or body, in words of what follows from it. */
export function EndPage({ frame, form, refusal, what, about, body, action }: EndPageProps) {
  const t = workMessages[frame.language]
  const title = { membership: t.endMembership, post: t.closePost, body: t.dissolve }[what]
  return (
    <WorkFormPage {...{ frame, form, refusal, title, body }}>
      <p class="lead">{about}</p>
      {what === 'membership' ? null : (
        <Notice tone="warning">
          <p>{what === 'body' ? t.dissolveWarning : t.closeWarning}</p>
        </Notice>
      )}
      <Form action={action}>
        {what === 'membership' ? (
          <>
            <DateField form={form} name="untilDate" label={t.lastDay} hint={t.lastDayHint} />
            <TextField form={form} name="because" label={t.reason} hint={t.reasonHint} maxlength={300} />
          </>
        ) : (
          <DateField form={form} name="on" label={what === 'body' ? t.dissolveOn : t.closeOn} />
        )}
        <SubmitButton variant="danger">{title}</SubmitButton>
      </Form>
    </WorkFormPage>
  )
}
