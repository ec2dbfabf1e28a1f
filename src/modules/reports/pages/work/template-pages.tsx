import { emptyForm, type FormState } from '#platform/forms.ts'
import { readText } from '#platform/language.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { CheckboxField } from '#ui/choices.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { Moment } from '#ui/moment.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { deskMessages } from '../../messages/desk.ts'
import { stateMessages } from '../../messages/states.ts'
import { templateMessages } from '../../messages/templates.ts'
import { reportDeskPaths } from '../../paths.ts'
import type { Category } from '../../queries/categories.ts'
import type { Template, TemplateVersion } from '../../queries/templates.ts'
import { closedByOfficials, openStates } from '../../rules.ts'
import { subjectOptions } from '../options.ts'
import { DeskPage, inboxLink } from './desk-page.tsx'

export function TemplatesPage(props: { frame: PageFrame; templates: readonly Template[]; mayEdit: boolean }) {
  const { frame, templates, mayEdit } = props
  const { language } = frame
  const t = templateMessages[language]
  return (
    <DeskPage frame={frame} title={t.title} lead={t.lead}>
      {mayEdit ? (
        <p>
          <ButtonLink href={reportDeskPaths.newTemplate}>{t.write}</ButtonLink>
        </p>
      ) : null}
      <DataTable
        caption={t.title}
        hideCaption
        rows={templates}
        rowKey={({ id }) => id}
        empty={t.none}
        columns={[
          {
            key: 'title',
            label: t.template,
            rowHeader: true,
            cell: ({ id, title, isRetired }) => (
              <>
                {mayEdit ? <Link href={reportDeskPaths.template(id)}>{title}</Link> : title}
                {isRetired ? <span class="quiet small"> {t.retired}</span> : null}
              </>
            ),
          },
          {
            key: 'category',
            label: t.category,
            cell: ({ categoryName }) =>
              categoryName === null ? t.everyCategory : readText(categoryName, language).text,
          },
          {
            key: 'state',
            label: deskMessages[language].state,
            cell: ({ state }) => (state === null ? t.anyState : stateMessages[language][state].name),
          },
          { key: 'text', label: t.et, cell: ({ text }) => <span class="local-text">{text.et}</span> },
        ]}
      />
    </DeskPage>
  )
}

export type TemplatePageProps = {
  frame: PageFrame
  /** Undefined while a new one is written. */
  template: Template | undefined
  versions: readonly TemplateVersion[]
  categories: readonly Category[]
  form: FormState
  refusal: string | undefined
  idempotencyKey: string
}

export function TemplatePage(props: TemplatePageProps) {
  const { frame, template, versions, categories, form = emptyForm, refusal, idempotencyKey } = props
  const { language } = frame
  const t = templateMessages[language]
  const text = { form, rows: 4, maxlength: 4000, optional: true }
  return (
    <DeskPage
      {...{ frame, form, refusal }}
      title={template?.title ?? t.write}
      way={[inboxLink(language), { label: t.title, path: reportDeskPaths.templates }]}
    >
      <Form
        action={template === undefined ? reportDeskPaths.newTemplate : reportDeskPaths.template(template.id)}
        idempotencyKey={idempotencyKey}
        warnUnsaved
      >
        <TextField form={form} name="title" label={t.name} maxlength={100} />
        {template === undefined ? (
          <>
            <SelectField
              form={form}
              name="category"
              label={t.category}
              optional
              emptyLabel={t.everyCategory}
              options={subjectOptions(categories, language)}
            />
            <SelectField
              form={form}
              name="state"
              label={t.state}
              optional
              emptyLabel={t.anyState}
              options={[...openStates, ...closedByOfficials].map((state) => ({
                value: state,
                label: stateMessages[language][state].name,
              }))}
            />
          </>
        ) : null}
        <TextArea {...text} optional={false} name="et" label={t.et} hint={t.textHint} />
        <TextArea {...text} name="en" label={t.en} />
        <TextArea {...text} name="ru" label={t.ru} />
        {template === undefined ? null : <CheckboxField form={form} name="retired" label={t.retired} />}
        <TextField form={form} name="why" label={t.why} maxlength={300} />
        <Button>{t.save}</Button>
      </Form>
      {versions.length === 0 ? null : (
        <section class="stack-tight">
          <h2>{t.versions}</h2>
          <Timeline
            entries={versions.map(({ number, at, by, why, title: named, text: said, isRetired }) => ({
              key: String(number),
              when: <Moment at={at} />,
              title: `${t.version(number)}: ${named}${by === null ? '' : `, ${by}`}`,
              children: (
                <>
                  <p>
                    {why}
                    {isRetired ? ` (${t.retired})` : ''}
                  </p>
                  <p class="local-text">{said.et}</p>
                </>
              ),
            }))}
          />
        </section>
      )}
    </DeskPage>
  )
}
