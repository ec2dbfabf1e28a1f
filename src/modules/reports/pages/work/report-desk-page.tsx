import { emptyForm, type FormState } from '#platform/forms.ts'
import { readText } from '#platform/language.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button } from '#ui/button.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { Moment } from '#ui/moment.tsx'
import { useReader } from '#ui/reader.ts'
import { WorkspacePage } from '#ui/workspace-page.tsx'
import { deskMessages } from '../../messages/desk.ts'
import { publicMessages } from '../../messages/public.ts'
import { stateMessages } from '../../messages/states.ts'
import { reportDeskPaths, reportPaths } from '../../paths.ts'
import type { Category } from '../../queries/categories.ts'
import type { AssignablePost, Note } from '../../queries/inbox.ts'
import { isOpen, isPublic, nextStates } from '../../rules.ts'
import { ReportBody, type ReportParts } from '../report-body.tsx'
import { useReportName } from '../report-parts.tsx'
import { Moderation } from './moderation.tsx'

export type ReportDeskPageProps = ReportParts & {
  frame: PageFrame
  notes: readonly Note[]
  posts: readonly AssignablePost[]
  categories: readonly Category[]
  mayModerate: boolean
  idempotencyKey: string
  form?: FormState
  refusal?: string | undefined
}

export function ReportDeskPage(props: ReportDeskPageProps) {
  const { frame, notes, posts, categories, mayModerate, idempotencyKey, form = emptyForm, refusal, ...parts } = props
  const { language } = frame
  const t = deskMessages[language]
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
      <DefinitionList
        definitions={[
          { term: t.reporter, definition: <Sender {...parts} /> },
          { term: t.channel, definition: t.channels[report.channel as keyof typeof t.channels] },
          {
            term: t.answers,
            definition: report.assignedTitle === null ? t.nobody : readText(report.assignedTitle, language).text,
          },
        ]}
      />
      {isPublic(report) ? (
        <p>
          <Link href={reportPaths.report(number)}>{t.publicPage}</Link>
        </p>
      ) : null}
      <section class="stack-tight" id="vastus">
        <h2>{t.answer}</h2>
        <Form action={reportDeskPaths.answer(number)} idempotencyKey={idempotencyKey} warnUnsaved>
          <TextArea form={form} name="words" label={t.words} hint={t.wordsHint} rows={5} maxlength={4000} optional />
          <SelectField
            form={form}
            name="state"
            label={t.newState}
            optional
            emptyLabel={t.keepState}
            options={nextStates(report.state).map((state) => ({
              value: state,
              label: stateMessages[language][state].name,
            }))}
          />
          <Button>{t.sendAnswer}</Button>
        </Form>
      </section>
      <section class="stack-tight">
        <Disclosure label={t.assign} open={form.errors.post !== undefined}>
          <Form action={reportDeskPaths.assign(number)}>
            <SelectField
              form={{ ...form, values: { post: report.assignedPost ?? '', ...form.values } }}
              name="post"
              label={t.assignee}
              options={posts.map(({ id, title, body }) => ({
                value: id,
                label: `${readText(title, language).text} (${readText(body, language).text})`,
              }))}
            />
            <Button variant="secondary">{t.assignButton}</Button>
          </Form>
        </Disclosure>
        <Disclosure label={t.move} open={form.errors.category !== undefined}>
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
          <Disclosure label={t.duplicate} open={form.errors.of !== undefined}>
            <Form action={reportDeskPaths.double(number)}>
              <TextField form={form} name="of" label={t.duplicateNumber} inputmode="numeric" short />
              <Button variant="secondary">{t.duplicateButton}</Button>
            </Form>
          </Disclosure>
        ) : null}
        {mayModerate ? <Moderation form={form} {...parts} /> : null}
      </section>
      <section class="stack-tight" id="markused">
        <h2>{t.notes}</h2>
        {notes.length === 0 ? null : (
          <ul class="plain-list ruled">
            {notes.map(({ id, at, words, author }) => (
              <li key={id}>
                <p class="local-text">{words}</p>
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
