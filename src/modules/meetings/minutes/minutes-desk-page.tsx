import type { FormState } from '#platform/forms.ts'
import type { PdfBlock } from '#platform/typst/pdf-document.ts'
import { Button } from '#ui/button.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { TextArea, TextField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { DeskFrame } from '../pages/work/desk-frame.tsx'
import { meetingDeskPaths, meetingPaths } from '../paths.ts'
import type { Meeting } from '../queries/meetings.ts'
import { BlocksView } from './blocks-view.tsx'
import { minutesMessages } from './messages.ts'
import { reviewMessages } from './review/messages.ts'
import { ApproveForm, RemarkList, Stage, type ReviewFacts } from './review/review-parts.tsx'
import { signingMessages } from './signing/messages.ts'

export type MinutesDeskPageProps = {
  frame: PageFrame
  meeting: Meeting
  items: readonly { id: string; title: string }[]
  review: ReviewFacts
  /** Whether whoever looks was in the chair, and approves in their own name. */
  isChair: boolean
  blocks: readonly PdfBlock[]
  form: FormState
  refusal: string | undefined
}

/** What the secretary writes, how far it has come, and how the whole looks with it. */
export function MinutesDeskPage(props: MinutesDeskPageProps) {
  const { frame, meeting, items, review, isChair, blocks, form, refusal } = props
  const t = minutesMessages[frame.language]
  const { number } = meeting
  const isPublished = review.stage === 'published'
  return (
    <DeskFrame {...{ frame, form, refusal }} title={t.desk} lead={t.deskLead} below={meeting}>
      <Stage facts={review} />
      {review.stage === 'approved' ? null : (
        <SummariesForm number={number} items={items} form={form} language={frame.language} />
      )}
      <NextStep {...{ number, review, isChair, form, language: frame.language }} />
      {isPublished ? (
        <p>
          <Link href={meetingPaths.minutes(number)}>{t.title}</Link> ·{' '}
          <Link href={meetingDeskPaths.signedMinutes(number)}>{signingMessages[frame.language].title}</Link> ·{' '}
          <Link href={meetingPaths.fullMinutes(number)}>{t.full}</Link>
        </p>
      ) : null}
      <RemarkList facts={review} number={number} isAnswering form={form} />
      <Disclosure label={t.preview}>
        <BlocksView blocks={blocks} />
      </Disclosure>
    </DeskFrame>
  )
}

type SummariesProps = Pick<MinutesDeskPageProps, 'items' | 'form'> & {
  number: number
  language: PageFrame['language']
}

function SummariesForm({ number, items, form, language }: SummariesProps) {
  const t = minutesMessages[language]
  return (
    <Form action={meetingDeskPaths.minutes(number)} warnUnsaved>
      <p>{t.marks}</p>
      <TextArea form={form} name="kokkuvote-" label={t.whole} rows={3} maxlength={20_000} optional />
      {items.map(({ id, title }) => (
        <TextArea
          key={id}
          form={form}
          name={`kokkuvote-${id}`}
          label={t.summaryOf(title)}
          rows={5}
          maxlength={20_000}
          optional
        />
      ))}
      <Button variant="secondary">{t.save}</Button>
    </Form>
  )
}

type NextProps = Pick<MinutesDeskPageProps, 'review' | 'isChair' | 'form'> & {
  number: number
  language: PageFrame['language']
}

/** What is to be done now: out for remarks, approved, published, or corrected with a reason. */
function NextStep({ number, review, isChair, form, language }: NextProps) {
  const [t, words] = [minutesMessages[language], reviewMessages[language]]
  const { stage, rules } = review
  const isPublished = stage === 'published'
  return (
    <>
      {stage === 'drafting' && rules.reviewDays > 0 ? (
        <Form action={meetingDeskPaths.openReview(number)}>
          <p>{words.openReviewHint(rules.reviewDays, rules.workingDays)}</p>
          <Button>{words.openReview}</Button>
        </Form>
      ) : null}
      <ApproveForm facts={review} action={meetingDeskPaths.approveMinutes(number)} isChair={isChair} form={form} />
      {stage === 'approved' || isPublished ? (
        <Form action={meetingDeskPaths.publishMinutes(number)}>
          <p>{t.publishHint}</p>
          {isPublished ? <TextField form={form} name="because" label={t.reason} maxlength={500} /> : null}
          <Button>{isPublished ? t.publishAgain : t.publish}</Button>
        </Form>
      ) : null}
    </>
  )
}
