import { emptyForm, type FormState } from '#platform/forms.ts'
import { AttachmentList, type reading } from '#modules/files/index.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { TextField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Moment } from '#ui/moment.tsx'
import { mailSubject } from '../../events.ts'
import { entryMessages } from '../../messages/entry.ts'
import { reportDeskPaths } from '../../paths.ts'
import type { ReportMail } from '../../queries/mails.ts'
import { DeskPage } from './desk-page.tsx'

export type MailsPageProps = {
  frame: PageFrame
  mails: readonly ReportMail[]
  files: readonly reading.AttachedFile[]
  /** What was typed to one of them. */
  attempt?: { id: string; form: FormState; refusal?: string | undefined } | undefined
}

export function MailsPage({ frame, mails, files, attempt }: MailsPageProps) {
  const { language } = frame
  const t = entryMessages[language]
  const formOf = (id: string): FormState => (attempt?.id === id ? attempt.form : emptyForm)
  return (
    <DeskPage
      frame={frame}
      title={t.mails}
      lead={mails.length === 0 ? t.noMails : t.mailsLead}
      form={attempt?.form}
      refusal={attempt?.refusal}
    >
      {mails.map(({ id, receivedAt, fromAddress, fromName, subject, words, leftOut }) => (
        <article key={id} class="card stack-tight">
          <h2>{subject === '' ? t.fromMail : subject}</h2>
          <p class="quiet small">
            {t.from}: {[fromName, fromAddress].filter((part) => part !== null).join(', ')}, <Moment at={receivedAt} />
          </p>
          <p class="local-text breaking">{words}</p>
          {leftOut === 0 ? null : <p class="quiet">{t.leftOut(leftOut)}</p>}
          <AttachmentList files={files.filter((file) => file.subject === mailSubject(id))} />
          <p>
            <ButtonLink href={`${reportDeskPaths.enter}?kiri=${id}`}>{t.enterMail}</ButtonLink>
          </p>
          <Disclosure label={t.dismiss} open={attempt?.id === id}>
            <Form action={reportDeskPaths.dismissMail(id)}>
              <TextField form={formOf(id)} name="why" label={t.dismissWhy} maxlength={300} />
              <Button variant="secondary">{t.dismiss}</Button>
            </Form>
          </Disclosure>
        </article>
      ))}
    </DeskPage>
  )
}
