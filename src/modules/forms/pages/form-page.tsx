import { readText } from '#platform/language.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { SelectField } from '#ui/fields.tsx'
import { emptyForm } from '#platform/forms.ts'
import { Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { StatusTag } from '#ui/status-tag.tsx'
import { localPath } from '#ui/links.ts'
import { useReader } from '#ui/reader.ts'
import { checkDefinition } from '../check-definition.ts'
import { fieldTypes, type Field } from '../definition.ts'
import { editorMessages } from '../messages/editor.ts'
import { fieldTypeMessages } from '../messages/field-types.ts'
import { formsPaths } from '../paths.ts'
import { isSameJson } from '../same-json.ts'
import { EditorFrame, type NamedForm } from './editor-frame.tsx'
import { faultsAt, Faults } from './fault-list.tsx'
import { QuestionsTable } from './questions-table.tsx'

type FormPageProps = { frame: PageFrame; form: NamedForm; refusal: string | undefined }

export function FormPage({ frame, form, refusal }: FormPageProps) {
  const { language } = frame
  const t = editorMessages[language]
  const { types } = fieldTypeMessages[language]
  const faults = checkDefinition(form.draft)
  const isChanged = !isSameJson(form.draft, form.published)
  return (
    <EditorFrame frame={frame} title={form.title} form={form} current={formsPaths.form(form.id)} refusal={refusal}>
      <p class="row">
        <span>
          {t.inUse}: <Link href={formsPaths.version(form.id, form.version)}>{t.version(form.version)}</Link>
        </span>
        <StatusTag tone={isChanged ? 'warning' : 'success'} label={isChanged ? t.draftChanged : t.draftSame} />
        {form.backPath === null ? null : <Link href={form.backPath}>{t.backToOwner}</Link>}
      </p>
      <Faults definition={form.draft} faults={faults.filter(({ path }) => path === 'fields')} />
      {form.draft.fields.length === 0 ? (
        <EmptyState title={t.noQuestions}>{t.noQuestionsHint}</EmptyState>
      ) : (
        <QuestionsTable
          definition={form.draft}
          name={(field) => (
            <Link href={formsPaths.field(form.id, field.code)}>{readText(field.label, language).text}</Link>
          )}
          remarks={(_field, index) => <Faults definition={form.draft} faults={faultsAt(faults, index)} />}
          actions={(field, index) => <Actions {...{ form, field, index }} />}
        />
      )}
      <section class="stack">
        <h2>{t.addQuestion}</h2>
        <Form action={formsPaths.newField(form.id)} method="get">
          <SelectField
            form={emptyForm}
            name="liik"
            label={t.kind}
            options={fieldTypes.map((value) => ({ value, label: types[value] }))}
          />
          <Button variant="secondary">{t.add}</Button>
        </Form>
      </section>
      {isChanged ? (
        <p>
          <ButtonLink href={formsPaths.publication(form.id)}>{t.publication}</ButtonLink>
        </p>
      ) : null}
    </EditorFrame>
  )
}

function Actions({ form, field, index }: { form: NamedForm; field: Field; index: number }) {
  const { language } = useReader()
  const t = editorMessages[language]
  const question = readText(field.label, language).text
  const step = (words: string, path: string, variant: 'secondary' | 'danger' = 'secondary') => (
    <form action={localPath(path, language)} method="post">
      <input type="hidden" name="revision" value={String(form.revision)} />
      <Button variant={variant} small>
        {words}
        <span class="visually-hidden">: {question}</span>
      </Button>
    </form>
  )
  return (
    <div class="row">
      {index === 0 ? null : step(t.up, formsPaths.fieldUp(form.id, field.code))}
      {index === form.draft.fields.length - 1 ? null : step(t.down, formsPaths.fieldDown(form.id, field.code))}
      {step(t.remove, formsPaths.fieldRemoval(form.id, field.code), 'danger')}
    </div>
  )
}
