import type { FormState } from '#platform/forms.ts'
import type { PdfBlock } from '#platform/typst/pdf-document.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button } from '#ui/button.tsx'
import { SelectField, TextArea } from '#ui/fields.tsx'
import { ErrorSummary, Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { nameOfMeeting } from '../../messages/names.ts'
import { publicMessages } from '../../messages/public.ts'
import { meetingDeskPaths, meetingPaths } from '../../paths.ts'
import type { Meeting } from '../../queries/meetings.ts'
import { BlocksView } from '../blocks-view.tsx'
import { minutesMessages } from '../messages.ts'
import { signingMessages } from '../signing/messages.ts'
import { reviewMessages } from './messages.ts'
import { ApproveForm, RemarkList, Stage, type ReviewFacts } from './review-parts.tsx'

export type ReviewPageProps = {
  frame: PageFrame
  meeting: Meeting
  facts: ReviewFacts
  blocks: readonly PdfBlock[]
  /** What a member may do: dissent only from a decision of a meeting in which they had a seat. */
  may: { dissentTo: readonly { id: string; title: string }[]; approve: boolean; isChair: boolean }
  idempotencyKey: string
  form: FormState
  refusal: string | undefined
}

/** The draft before the members of the body: what is wrong with it, and who dissents. */
export function ReviewPage(props: ReviewPageProps) {
  const { frame, meeting, facts, blocks, may, idempotencyKey, form, refusal } = props
  const { language } = frame
  const t = reviewMessages[language]
  const name = nameOfMeeting(meeting, language)
  const isOpen = facts.stage === 'out-for-remarks'
  const { number } = meeting
  const hasErrors = Object.keys(form.errors).length > 0 || refusal !== undefined
  return (
    <PublicPage frame={frame} title={`${t.title}: ${name}`} current="decisions" hasErrors={hasErrors}>
      <Breadcrumbs
        links={[
          { label: publicMessages[language].title, path: meetingPaths.list },
          { label: name, path: meetingPaths.meeting(number) },
        ]}
      />
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <ErrorSummary form={form} refusal={refusal} />
      <Stage facts={facts} />
      {facts.stage === 'published' ? (
        <p>
          <Link href={meetingPaths.minutes(number)}>{minutesMessages[language].title}</Link>
          {may.approve ? (
            <>
              {' · '}
              <Link href={meetingDeskPaths.signedMinutes(number)}>{signingMessages[language].title}</Link>
            </>
          ) : null}
        </p>
      ) : null}
      {may.approve ? (
        <ApproveForm facts={facts} action={meetingPaths.approveMinutes(number)} isChair={may.isChair} form={form} />
      ) : null}
      <RemarkList facts={facts} number={number} isAnswering={false} form={form} />
      {isOpen ? (
        <Form action={meetingPaths.addRemark(number)} idempotencyKey={idempotencyKey} warnUnsaved>
          <SelectField
            form={form}
            name="item"
            label={t.about}
            emptyLabel={t.whole}
            options={facts.items.map(({ id, title }) => ({ value: id, label: title }))}
            optional
          />
          <TextArea form={form} name="remark" label={t.remark} rows={4} maxlength={4000} />
          <Button>{t.send}</Button>
        </Form>
      ) : null}
      {isOpen && may.dissentTo.length > 0 ? (
        <section class="stack" id="eriarvamus">
          <h2>{t.dissent}</h2>
          <p>{t.dissentLead}</p>
          <Form action={meetingPaths.dissent(number)} warnUnsaved>
            <SelectField
              form={form}
              name="dissentItem"
              label={t.dissentTo}
              options={may.dissentTo.map(({ id, title }) => ({ value: id, label: title }))}
            />
            <TextArea form={form} name="dissent" label={t.dissentWords} rows={6} maxlength={10_000} />
            <Button variant="secondary">{t.saveDissent}</Button>
          </Form>
        </section>
      ) : null}
      <section class="stack">
        <h2>{t.draft}</h2>
        <BlocksView blocks={blocks} />
      </section>
    </PublicPage>
  )
}
