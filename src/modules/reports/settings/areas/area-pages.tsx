import type { FormState } from '#platform/forms.ts'
import { readText } from '#platform/language.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { CheckboxField, CheckboxGroup, FieldSet } from '#ui/choices.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { FieldFrame, fieldId } from '#ui/field-frame.tsx'
import { TextArea, TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { DownloadLink, Link } from '#ui/link.tsx'
import { LocalTextField } from '#ui/local-text-field.tsx'
import { WorkspacePage } from '#ui/workspace-page.tsx'
import { deskMessages } from '../../messages/desk.ts'
import { reportDeskPaths } from '../../paths.ts'
import type { Category } from '../../queries/categories.ts'
import { areaMessages } from './messages.ts'
import { areaPaths } from './paths.ts'
import type { ListedArea } from './queries.ts'

export type AreasPageProps = { frame: PageFrame; areas: readonly ListedArea[]; newId: string }

export function AreasPage({ frame, areas, newId }: AreasPageProps) {
  const { language } = frame
  const t = areaMessages[language]
  return (
    <WorkspacePage frame={frame} title={t.title} current={areaPaths.list} sections={frame.workspace ?? []}>
      <Breadcrumbs links={[{ label: deskMessages[language].title, path: reportDeskPaths.inbox }]} />
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <p>
        <ButtonLink href={areaPaths.area(newId)}>{t.add}</ButtonLink>
      </p>
      <DataTable
        caption={t.title}
        hideCaption
        rows={areas}
        rowKey={({ id }) => id}
        empty={t.none}
        columns={[
          {
            key: 'name',
            label: t.owner,
            rowHeader: true,
            cell: ({ id, name, isOpen }) => (
              <>
                <Link href={areaPaths.area(id)}>{readText(name, language).text}</Link> {isOpen ? null : `(${t.closed})`}
              </>
            ),
          },
          {
            key: 'contact',
            label: t.contact,
            cell: ({ phone, mail, web }) => [phone, mail, web].filter((part) => part !== '').join(', '),
          },
          { key: 'shapes', label: t.where, cell: ({ shapes }) => t.shapeOf(shapes) },
          { key: 'categories', label: t.categories, numeric: true, cell: ({ categories }) => categories.length },
        ]}
      />
    </WorkspacePage>
  )
}

export type AreaPageProps = {
  frame: PageFrame
  id: string
  /** Null while a new one is written. */
  known: { title: string; points: number } | null
  categories: readonly Category[]
  form: FormState
  refusal: string | undefined
}

export function AreaPage({ frame, id, known, categories, form, refusal }: AreaPageProps) {
  const { language } = frame
  const t = areaMessages[language]
  const title = known?.title ?? t.add
  const file = { form, name: 'file', label: t.file, optional: true }
  return (
    <WorkspacePage
      frame={frame}
      title={title}
      current={areaPaths.list}
      sections={frame.workspace ?? []}
      hasErrors={Object.keys(form.errors).length > 0 || refusal !== undefined}
    >
      <Breadcrumbs
        links={[
          { label: deskMessages[language].title, path: reportDeskPaths.inbox },
          { label: t.title, path: areaPaths.list },
        ]}
      />
      <h1>{title}</h1>
      <ErrorSummary form={form} refusal={refusal} />
      {known === null ? null : (
        <p class="row">
          <Link href={areaPaths.history(id)}>{t.history}</Link>
          <DownloadLink href={areaPaths.shapes(id)} label={t.takeOut} />
        </p>
      )}
      <Form action={areaPaths.area(id)} enctype="multipart/form-data" warnUnsaved>
        <FieldSet legend={t.owner}>
          <LocalTextField form={form} name="name" label={t.fields['name.et']} />
          <TextField form={form} name="phone" type="tel" label={t.phone} hint={t.contactHint} maxlength={50} optional />
          <TextField form={form} name="mail" type="email" label={t.mail} maxlength={320} optional />
          <TextField form={form} name="web" type="url" label={t.web} maxlength={500} optional />
        </FieldSet>
        <FieldSet legend={t.where}>
          {known === null ? null : <p>{t.kept(known.points)}</p>}
          <TextArea form={form} name="shapes" label={t.shape} hint={t.shapesHint} rows={5} optional={known !== null} />
          <FieldFrame {...file}>
            <input id={fieldId('file')} type="file" name="file" accept=".geojson,.json,application/geo+json" />
          </FieldFrame>
          <TextField
            form={form}
            name="bufferMetres"
            label={t.bufferMetres}
            hint={t.bufferHint}
            inputmode="numeric"
            maxlength={3}
            short
          />
        </FieldSet>
        <CheckboxGroup
          form={form}
          name="categories"
          label={t.categories}
          options={categories.map(({ code, name }) => ({ value: code, label: readText(name, language).text }))}
        />
        <CheckboxField form={form} name="letsThrough" label={t.letsThrough} hint={t.letsThroughHint} />
        <CheckboxField form={form} name="isOpen" label={t.isOpen} />
        <TextField form={form} name="why" label={t.why} maxlength={300} />
        <Button>{t.save}</Button>
      </Form>
    </WorkspacePage>
  )
}
