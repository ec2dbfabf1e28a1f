import { emptyForm, type FormState } from '#platform/forms.ts'
import { readText } from '#platform/language.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button } from '#ui/button.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { RadioGroup } from '#ui/choices.tsx'
import { SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { Moment } from '#ui/moment.tsx'
import { useReader } from '#ui/reader.ts'
import { WorkspacePage } from '#ui/workspace-page.tsx'
import { deskMessages } from '../../messages/desk.ts'
import { fieldMessages } from '../../messages/field.ts'
import { publicMessages } from '../../messages/public.ts'
import { templateMessages } from '../../messages/templates.ts'
import { partnerMessages } from '../../partners/messages.ts'
import { partnerPaths } from '../../partners/paths.ts'
import { reportDeskPaths, reportPaths } from '../../paths.ts'
import type { Category } from '../../queries/categories.ts'
import type { AssignablePost, Note } from '../../queries/inbox.ts'
import type { Question } from '../../queries/questions.ts'
import type { Template } from '../../queries/templates.ts'
import { isOpen, isPublic, priorities } from '../../rules.ts'
import { postOptions } from '../options.ts'
import { Exchange } from '../question-parts.tsx'
import { ReportBody, type ReportParts } from '../report-body.tsx'
import { useReportName } from '../report-parts.tsx'
import { AnswerForm } from './answer-form.tsx'
import { Asking } from './asking.tsx'
import { ClosedFiles, type ClosedFile } from './closed-files.tsx'
import { Moderation } from './moderation.tsx'
import { Pictures } from './pictures.tsx'
import { WorkGiven } from './work-given.tsx'

export type ReportDeskPageProps = ReportParts & {
  frame: PageFrame
  notes: readonly Note[]
  questions: readonly Question[]
  templates: readonly Template[]
  contractors: readonly AssignablePost[]
  originals: readonly { id: string; name: string }[]
  closedFiles: readonly ClosedFile[]
  posts: readonly AssignablePost[]
  categories: readonly Category[]
  mayModerate: boolean
  idempotencyKey: string
  form?: FormState
  refusal?: string | undefined
}

export function ReportDeskPage(props: ReportDeskPageProps) {
  const {
    frame,
    notes,
    questions,
    templates,
    contractors,
    originals,
    closedFiles,
    posts,
    categories,
    mayModerate,
    idempotencyKey,
    form = emptyForm,
    refusal,
    ...parts
  } = props
  const { language } = frame
  const [t, words] = [deskMessages[language], templateMessages[language]]
  const { report } = parts
  const { number } = report
  const hasErrors = Object.keys(form.errors).length > 0 || refusal !== undefined
  const name = publicMessages[language].number(number)
  return (
    <WorkspacePage
      frame={frame}
      title={name}
      current={reportDeskPaths.inbox}
      sections={frame.workspace ?? []}
      hasErrors={hasErrors}
    >
      <Breadcrumbs links={[{ label: t.title, path: reportDeskPaths.inbox }]} />
      <div class="stack-tight">
        <p class="quiet">{name}</p>
        <h1>
          <NameOf {...parts} />
        </h1>
      </div>
      <ErrorSummary form={form} refusal={refusal} />
      <ReportBody {...parts} seesHidden />
      <ClosedFiles files={closedFiles} />
      <Exchange questions={questions} />
      <DefinitionList
        definitions={[
          { term: t.reporter, definition: <Sender {...parts} /> },
          { term: t.channel, definition: t.channels[report.channel as keyof typeof t.channels] },
          {
            term: t.answers,
            definition: report.assignedTitle === null ? t.nobody : readText(report.assignedTitle, language).text,
          },
          ...(report.contractorTitle === null
            ? []
            : [
                {
                  term: fieldMessages[language].contractor,
                  definition: readText(report.contractorTitle, language).text,
                },
              ]),
          { term: words.priority, definition: words.priorities[report.priority] },
        ]}
      />
      {isPublic(report) ? (
        <p>
          <Link href={reportPaths.report(number)}>{t.publicPage}</Link>
        </p>
      ) : null}
      <AnswerForm {...{ frame, form, report, templates, idempotencyKey }} />
      <section class="stack-tight">
        <Asking {...{ form, report, idempotencyKey }} />
        <Disclosure label={t.assign} open={'post' in form.values}>
          <Form action={reportDeskPaths.assign(number)}>
            <SelectField
              form={{ ...form, values: { post: report.assignedPost ?? '', ...form.values } }}
              name="post"
              label={t.assignee}
              options={postOptions(posts, language)}
            />
            <Button variant="secondary">{t.assignButton}</Button>
          </Form>
        </Disclosure>
        <WorkGiven {...{ form, report, contractors }} />
        <Disclosure label={words.prioritySet} open={'priority' in form.values}>
          <Form action={reportDeskPaths.priority(number)}>
            <RadioGroup
              form={{ ...form, values: { priority: report.priority, ...form.values } }}
              name="priority"
              label={words.priority}
              hint={words.priorityHint}
              options={priorities.map((one) => ({ value: one, label: words.priorities[one] }))}
            />
            <Button variant="secondary">{words.save}</Button>
          </Form>
        </Disclosure>
        <Disclosure label={t.move} open={'category' in form.values}>
          <p>{t.moveHint}</p>
          <Form action={reportDeskPaths.move(number)}>
            <SelectField
              form={form}
              name="category"
              label={t.category}
              options={categories
                .filter((one) => one.isOpen && one.code !== report.categoryCode)
                .map((one) => ({ value: one.code, label: readText(one.name, language).text }))}
            />
            <Button variant="secondary">{t.moveButton}</Button>
          </Form>
        </Disclosure>
        {isOpen(report.state) ? (
          <Disclosure label={t.duplicate} open={'of' in form.values}>
            <p>{t.duplicateHint}</p>
            <Form action={reportDeskPaths.double(number)}>
              <TextField form={form} name="of" label={t.duplicateNumber} inputmode="numeric" short />
              <Button variant="secondary">{t.duplicateButton}</Button>
            </Form>
          </Disclosure>
        ) : null}
        {report.state === 'duplicate' ? (
          <Disclosure label={t.tellApart}>
            <p>{t.tellApartHint}</p>
            <Form action={reportDeskPaths.tellApart(number)}>
              <Button variant="secondary">{t.tellApartButton}</Button>
            </Form>
          </Disclosure>
        ) : null}
        {report.hiddenAt === null ? (
          <p>
            <Link href={reportDeskPaths.split(number)}>{t.split}</Link>
          </p>
        ) : null}
        {isPublic(report) ? (
          <p>
            <Link href={partnerPaths.handOver(number)}>{partnerMessages[language].handOverTitle}</Link>
          </p>
        ) : null}
        <Pictures {...{ number, originals, form }} files={[...parts.files, ...closedFiles]} />
        {mayModerate ? <Moderation form={form} {...parts} /> : null}
      </section>
      <section class="stack-tight" id="markused">
        <h2>{t.notes}</h2>
        {notes.length === 0 ? null : (
          <ul class="plain-list ruled">
            {notes.map(({ id, at, words: said, author }) => (
              <li key={id}>
                <p class="local-text">{said}</p>
                <p class="quiet small">
                  {author}, <Moment at={at} />
                </p>
              </li>
            ))}
          </ul>
        )}
        <Form action={reportDeskPaths.note(number)} idempotencyKey={idempotencyKey}>
          <TextArea form={form} name="note" label={t.note} hint={t.noteHint} rows={3} maxlength={4000} />
          <Button variant="secondary">{t.noteButton}</Button>
        </Form>
      </section>
    </WorkspacePage>
  )
}

function NameOf({ report }: Pick<ReportParts, 'report'>) {
  return <>{useReportName()(report)}</>
}

function Sender({ report }: Pick<ReportParts, 'report'>) {
  const { language } = useReader()
  const known = [report.reporterName, report.reporterEmail].filter((part) => part !== null)
  return <>{known.length === 0 ? deskMessages[language].anonymousReporter : known.join(', ')}</>
}
