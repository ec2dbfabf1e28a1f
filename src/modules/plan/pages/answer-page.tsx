import { SubmitButton } from '#ui/button.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { TextArea } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { LocalTextField } from '#ui/local-text-field.tsx'
import { LocalTextView } from '#ui/local-text-view.tsx'
import { Moment } from '#ui/moment.tsx'
import { commitmentPageMessages } from '../messages/page-commitment.ts'
import { careMessages } from '../messages/page-care.ts'
import { deskMessages } from '../messages/page-desk.ts'
import { deskPaths, planPaths } from '../paths.ts'
import type { WaitingContribution } from '../queries/desk.ts'
import { DeskFrame, type Attempt } from './desk-frame.tsx'

type AnswerPageProps = { frame: PageFrame; contribution: WaitingContribution; mayHide: boolean; attempt: Attempt }

export function AnswerPage({ frame, contribution, mayHide, attempt }: AnswerPageProps) {
  const t = deskMessages[frame.language]
  const w = careMessages[frame.language]
  const c = commitmentPageMessages[frame.language]
  const { id, words, shownAs, sentAt, version, number, name } = contribution
  const { form } = attempt
  return (
    <DeskFrame frame={frame} title={w.answerTitle} above={[]} attempt={attempt}>
      <p>
        {version === null ? t.question : t.comment(version)}:{' '}
        <Link href={version === null ? planPaths.commitment(number) : planPaths.draftCommitment(version, number)}>
          {number} <LocalTextView text={name} inline />
        </Link>
      </p>
      <blockquote class="stack-tight">
        <p class="local-text">{words}</p>
        <p class="quiet small">
          {shownAs === '' ? c.resident : shownAs}, <Moment at={sentAt} />
        </p>
      </blockquote>
      <Form action={deskPaths.answer(id)} warnUnsaved>
        <LocalTextField form={form} name="answer" label={w.yourAnswer} hint={w.answerHint} multiline rows={6} />
        <SubmitButton>{w.saveAnswer}</SubmitButton>
      </Form>
      {mayHide && contribution.hiddenAt === null ? (
        <Disclosure label={w.hideTitle} open={form.values.reason !== undefined || form.errors.reason !== undefined}>
          <Form action={deskPaths.hide(id)}>
            <TextArea form={form} name="reason" label={w.reason} hint={w.hideHint} rows={3} maxlength={500} />
            <SubmitButton variant="danger">{w.hide}</SubmitButton>
          </Form>
        </Disclosure>
      ) : null}
    </DeskFrame>
  )
}
