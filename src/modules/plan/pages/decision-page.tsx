import { AttachmentList } from '#modules/files/index.ts'
import { Button, SubmitButton } from '#ui/button.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { TextArea } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { ExternalLink, Link } from '#ui/link.tsx'
import { LocalTextView } from '#ui/local-text-view.tsx'
import { Day } from '#ui/moment.tsx'
import { Notice } from '#ui/notice.tsx'
import { commitmentPageMessages } from '../messages/page-commitment.ts'
import { deskErrorMessages } from '../messages/desk-errors.ts'
import { careMessages } from '../messages/page-care.ts'
import { deskMessages } from '../messages/page-desk.ts'
import { deskPaths, planPaths } from '../paths.ts'
import type { VouchedForDecision } from '../queries/desk.ts'
import type { ProofFile } from '../proof-files.ts'
import { whyNotConfirmable } from '../rules.ts'
import { DeskFrame, type Attempt } from './desk-frame.tsx'

type DecisionPageProps = { frame: PageFrame; evidence: VouchedForDecision & { files: ProofFile[] }; attempt: Attempt }

/** A second official looks at one piece of evidence: it counts, or it is declined with a reason. */
export function DecisionPage({ frame, evidence, attempt }: DecisionPageProps) {
  const { language } = frame
  const t = deskMessages[language]
  const w = careMessages[language]
  const c = commitmentPageMessages[language]
  const title = <LocalTextView text={evidence.title} inline />
  const hindrance = whyNotConfirmable(evidence, evidence.files)
  return (
    <DeskFrame frame={frame} title={w.declineTitle} above={[]} attempt={attempt}>
      <DefinitionList
        definitions={[
          {
            term: t.commitment,
            definition: (
              <Link href={planPaths.commitment(evidence.number)}>
                {evidence.number} <LocalTextView text={evidence.name} inline />
              </Link>
            ),
          },
          {
            term: c.what,
            definition: evidence.url === null ? title : <ExternalLink href={evidence.url}>{title}</ExternalLink>,
          },
          ...(evidence.files.length === 0
            ? []
            : [{ term: w.proof, definition: <AttachmentList files={evidence.files} /> }]),
          { term: c.day, definition: <Day day={evidence.occurredOn} /> },
          { term: w.addedBy, definition: <LocalTextView text={evidence.vouchedPost} inline /> },
        ]}
      />
      {evidence.isDecided ? (
        <Notice>{w.decidedEarlier}</Notice>
      ) : (
        <>
          <Form action={deskPaths.decline(evidence.id)}>
            <TextArea
              form={attempt.form}
              name="reason"
              label={w.reason}
              hint={w.declineHint}
              rows={3}
              maxlength={500}
            />
            <SubmitButton variant="danger">{w.decline}</SubmitButton>
          </Form>
          {hindrance === null ? (
            <Form action={deskPaths.confirm(evidence.id)}>
              <div>
                <Button variant="secondary">{w.confirm}</Button>
              </div>
            </Form>
          ) : (
            <Notice tone="warning">{deskErrorMessages[language].refusals[hindrance]}</Notice>
          )}
        </>
      )}
    </DeskFrame>
  )
}
