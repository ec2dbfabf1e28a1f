import type { FormState } from '#platform/forms.ts'
import type { LocalDate } from '#platform/format.ts'
import { readText } from '#platform/language.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { RadioGroup } from '#ui/choices.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { Notice } from '#ui/notice.tsx'
import { useReader } from '#ui/reader.ts'
import type { BulkStep } from '../../bulk/bulk-input.ts'
import { bulkMessages } from '../../messages/bulk.ts'
import { deskMessages } from '../../messages/desk.ts'
import { stateMessages } from '../../messages/states.ts'
import { templateMessages } from '../../messages/templates.ts'
import { reportDeskPaths } from '../../paths.ts'
import type { BulkRow, BulkTaken } from '../../queries/bulk.ts'
import type { Category } from '../../queries/categories.ts'
import type { AssignablePost, InboxReport } from '../../queries/inbox.ts'
import type { Template } from '../../queries/templates.ts'
import { closedByOfficials, openStates, priorities } from '../../rules.ts'
import { postOptions, subjectOptions } from '../options.ts'
import { DeskPage } from './desk-page.tsx'
import { ReportTable } from './inbox-page.tsx'

type Choices = {
  posts: readonly AssignablePost[]
  categories: readonly Category[]
  templates: readonly Template[]
}
export type BulkPageProps = Choices & {
  frame: PageFrame
  what: BulkStep
  reports: readonly InboxReport[]
  today: LocalDate
  form: FormState
  idempotencyKey: string
}

/** What is chosen, what will happen, and the one button. */
export function BulkPage(props: BulkPageProps) {
  const { frame, what, reports, today, form, idempotencyKey, ...choices } = props
  const { language } = frame
  const t = bulkMessages[language]
  return (
    <DeskPage {...{ frame, form }} title={t.confirmTitle(t.steps[what], reports.length)}>
      <p>
        {t.willHappen[what]} {t.canUndo}
      </p>
      <Form action={reportDeskPaths.bulk} idempotencyKey={idempotencyKey}>
        <input type="hidden" name="what" value={what} />
        <input type="hidden" name="n" value={reports.map(({ number }) => number).join(',')} />
        <Choice what={what} form={form} {...choices} />
        <Button>{t.doIt}</Button>
      </Form>
      <ReportTable caption={t.rows} reports={reports} today={today} />
    </DeskPage>
  )
}

function Choice({ what, form, posts, categories, templates }: Choices & { what: BulkStep; form: FormState }) {
  const { language } = useReader()
  const [t, desk, words] = [bulkMessages[language], deskMessages[language], templateMessages[language]]
  if (what === 'assign') {
    const options = postOptions(posts, language)
    return <SelectField form={form} name="post" label={desk.assignee} options={options} />
  }
  if (what === 'move') {
    const movable = categories.filter(({ isOpen, isPrivate }) => isOpen && !isPrivate)
    const options = subjectOptions(movable, language)
    return <SelectField form={form} name="category" label={desk.category} options={options} />
  }
  if (what === 'priority') {
    const options = priorities.map((one) => ({ value: one, label: words.priorities[one] }))
    return <RadioGroup form={form} name="priority" label={words.priority} options={options} />
  }
  if (what === 'double') return <TextField form={form} name="of" label={t.main} inputmode="numeric" short />
  return (
    <>
      <SelectField
        form={form}
        name="state"
        label={desk.newState}
        options={[...openStates, ...closedByOfficials].map((state) => ({
          value: state,
          label: stateMessages[language][state].name,
        }))}
      />
      <SelectField
        form={form}
        name="template"
        label={words.choose}
        optional
        options={templates.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <TextArea form={form} name="words" label={desk.words} hint={desk.wordsHint} rows={4} maxlength={4000} optional />
    </>
  )
}

export type BulkResultProps = {
  frame: PageFrame
  step: BulkTaken
  rows: readonly BulkRow[]
  mayUndo: boolean
  refusal: string | undefined
}

export function BulkResultPage({ frame, step, rows, mayUndo, refusal }: BulkResultProps) {
  const { language } = frame
  const [t, desk] = [bulkMessages[language], deskMessages[language]]
  const said = (outcome: string): string =>
    t.outcomes[outcome as keyof typeof t.outcomes] ?? desk.refusals[outcome as keyof typeof desk.refusals] ?? outcome
  return (
    <DeskPage {...{ frame, refusal }} title={`${t.resultTitle}: ${t.steps[step.what]}`}>
      {step.undoneAt === null ? null : <Notice tone="success">{t.undone}</Notice>}
      <DataTable
        caption={t.rows}
        rows={rows}
        rowKey={({ reportId }) => reportId}
        columns={[
          {
            key: 'report',
            label: desk.report,
            rowHeader: true,
            cell: ({ number, categoryName }) => (
              <Link href={reportDeskPaths.report(number)}>
                {number} {categoryName === null ? '' : readText(categoryName, language).text}
              </Link>
            ),
          },
          { key: 'outcome', label: t.outcome, cell: ({ outcome, undoOutcome }) => said(undoOutcome ?? outcome) },
        ]}
      />
      {mayUndo ? (
        <Form action={reportDeskPaths.undoBulk(step.id)}>
          <p>{t.undoUntil}</p>
          <Button variant="secondary">{t.undo}</Button>
        </Form>
      ) : null}
      <p>
        <ButtonLink variant="secondary" href={reportDeskPaths.inbox}>
          {t.back}
        </ButtonLink>
      </p>
    </DeskPage>
  )
}
