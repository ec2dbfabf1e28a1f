import type { FormState } from '#platform/forms.ts'
import { readText } from '#platform/language.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { CheckboxField, CheckboxGroup, FieldSet } from '#ui/choices.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { FieldFrame, fieldId } from '#ui/field-frame.tsx'
import { TextArea, TextField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { DownloadLink, Link } from '#ui/link.tsx'
import { LocalTextField } from '#ui/local-text-field.tsx'
import { subjectOptions } from '../../pages/options.ts'
import { DeskPage } from '../../pages/work/desk-page.tsx'
import type { Category } from '../../queries/categories.ts'
import { SettingsFrame } from '../settings-frame.tsx'
import { areaMessages } from './messages.ts'
import { areaPaths } from './paths.ts'
import type { ListedArea } from './queries.ts'

export type AreasPageProps = { frame: PageFrame; areas: readonly ListedArea[]; newId: string }

export function AreasPage({ frame, areas, newId }: AreasPageProps) {
  const { language } = frame
  const t = areaMessages[language]
  return (
    <DeskPage frame={frame} title={t.title} lead={t.lead} section={areaPaths.list}>
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
    </DeskPage>
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
  const file = { form, name: 'file', label: t.file, optional: true }
  return (
    <SettingsFrame
      {...{ frame, form, refusal }}
      title={known?.title ?? t.add}
      list={{ label: t.title, path: areaPaths.list }}
    >
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
            <input
              class="input"
              id={fieldId('file')}
              type="file"
              name="file"
              accept=".geojson,.json,application/geo+json"
            />
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
          options={subjectOptions(categories, language)}
        />
        <CheckboxField form={form} name="letsThrough" label={t.letsThrough} hint={t.letsThroughHint} />
        <CheckboxField form={form} name="isOpen" label={t.isOpen} />
        <TextField form={form} name="why" label={t.why} maxlength={300} />
        <Button>{t.save}</Button>
      </Form>
    </SettingsFrame>
  )
}
