import type { FormState } from '#platform/forms.ts'
import { formatDay, type LocalDate } from '#platform/format.ts'
import { Button } from '#ui/button.tsx'
import { RadioGroup } from '#ui/choices.tsx'
import { TextArea, TextField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import { Moment } from '#ui/moment.tsx'
import { useReader } from '#ui/reader.ts'
import { StatusTag } from '#ui/status-tag.tsx'
import { meetingDeskPaths } from '../../paths.ts'
import type { MinutesDraft } from '../queries.ts'
import { reviewMessages } from './messages.ts'
import type { Remark } from './queries.ts'
import type { ReviewStage } from './rules.ts'

/** What pages of the draft know of its way. */
export type ReviewFacts = {
  stage: ReviewStage
  draft: MinutesDraft
  publishBy: LocalDate
  rules: { reviewDays: number; workingDays: boolean; basis: string }
  remarks: readonly Remark[]
  names: ReadonlyMap<string, string>
  items: readonly { id: string; title: string }[]
}

/** How far it has come, and until when what is to be done, with the rule that says so. */
export function Stage({ facts }: { facts: ReviewFacts }) {
  const { language } = useReader()
  const t = reviewMessages[language]
  const { stage, draft, publishBy, rules, names } = facts
  const { approved, reviewUntil } = draft
  return (
    <div class="stack-tight">
      <p>{t.stages[stage]}</p>
      {stage === 'out-for-remarks' && reviewUntil !== null ? <p>{t.until(formatDay(reviewUntil, language))}</p> : null}
      {stage === 'published' ? null : (
        <p>
          {t.publishBy(formatDay(publishBy, language))}{' '}
          <span class="quiet small">
            {t.basis}: <span lang="et">{rules.basis}</span>
          </span>
        </p>
      )}
      {approved === null ? null : (
        <p class="small">
          {(approved.as === 'chair' ? t.approvedChair : t.approvedSecretary)(names.get(approved.by ?? '') ?? '–')},{' '}
          <Moment at={approved.at} />.{' '}
          {approved.because === '' ? null : <span lang="et">{t.early(approved.because)}</span>}
        </p>
      )}
    </div>
  )
}

type ListProps = { facts: ReviewFacts; number: number; isAnswering: boolean; form: FormState }

/** All remarks with what was made of them; whoever answers has a form below each that waits. */
export function RemarkList({ facts: { remarks, names, items, stage }, number, isAnswering, form }: ListProps) {
  const { language } = useReader()
  const t = reviewMessages[language]
  const titles = new Map(items.map(({ id, title }) => [id, title]))
  const mayAnswer = isAnswering && stage !== 'approved' && stage !== 'published'
  return (
    <section class="stack" id="markused">
      <h2>{t.remarks}</h2>
      {remarks.length === 0 ? <p class="quiet">{t.noRemarks}</p> : null}
      <ul class="plain-list ruled">
        {remarks.map((remark) => (
          <li key={remark.id} class="stack-tight">
            <p class="row">
              <strong>{names.get(remark.personId) ?? '–'}</strong>
              <span lang={titles.has(remark.itemId) ? 'et' : undefined}>{titles.get(remark.itemId) ?? t.whole}</span>
              <StatusTag
                tone={remark.answer === null ? 'warning' : 'neutral'}
                label={remark.answer === null ? t.open : remark.answer.isTakenIn ? t.taken : t.notTaken}
              />
              <span class="quiet small">
                <Moment at={remark.at} />
              </span>
            </p>
            <p class="local-text" lang="et">
              {remark.words}
            </p>
            {remark.answer === null || remark.answer.words === '' ? null : (
              <p>
                {t.answer}: <span lang="et">{remark.answer.words}</span>
              </p>
            )}
            {remark.answer === null && mayAnswer ? <AnswerForm number={number} remark={remark.id} form={form} /> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function AnswerForm({ number, remark, form }: { number: number; remark: string; form: FormState }) {
  const { language } = useReader()
  const t = reviewMessages[language]
  // Several of these stand on one page: each has fields of its own.
  const own = (name: string) => `${name}:${remark}`
  return (
    <Form action={meetingDeskPaths.answerRemark(number)}>
      <input type="hidden" name="remark" value={remark} />
      <RadioGroup
        form={form}
        name={own('taken')}
        label={t.decide}
        options={[
          { value: 'yes', label: t.takenChoice },
          { value: 'no', label: t.notTakenChoice },
        ]}
      />
      <TextArea
        form={form}
        name={own('answer')}
        label={t.answer}
        hint={t.answerHint}
        rows={2}
        maxlength={2000}
        optional
      />
      <Button variant="secondary">{t.saveAnswer}</Button>
    </Form>
  )
}

type ApproveProps = { facts: ReviewFacts; action: string; isChair: boolean; form: FormState }

/** The chair's own word, or a secretary's on the chair's instruction. */
export function ApproveForm({ facts: { stage, rules }, action, isChair, form }: ApproveProps) {
  const { language } = useReader()
  const t = reviewMessages[language]
  if (stage === 'approved' || stage === 'published') return null
  const isEarly = stage !== 'remarks-closed' && rules.reviewDays > 0
  return (
    <Form action={action}>
      {isEarly ? <TextField form={form} name="approveBecause" label={t.approveBecause} maxlength={500} /> : null}
      <p class="quiet small">{t.approveHint}</p>
      <Button>{isChair ? t.approve : t.approveAs}</Button>
    </Form>
  )
}
