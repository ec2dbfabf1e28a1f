import type { FormState } from '#platform/forms.ts'
import { languages, readText } from '#platform/language.ts'
import { FormFields, type forms } from '#modules/forms/index.ts'
import { nameOfSettlement, type Settlement } from '#modules/places/index.ts'
import { Button } from '#ui/button.tsx'
import { FieldSet, RadioGroup } from '#ui/choices.tsx'
import { SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { useReader } from '#ui/reader.ts'
import type { MapTiles } from '../../map-answers.ts'
import { deskMessages } from '../../messages/desk.ts'
import { entryMessages } from '../../messages/entry.ts'
import { publicMessages } from '../../messages/public.ts'
import { reportDeskPaths } from '../../paths.ts'
import type { Category, Group } from '../../queries/categories.ts'
import { entryChannels } from '../../rules.ts'
import { settlementOptions } from '../options.ts'
import { PlacePicker } from '../place-map.tsx'
import { DeskPage } from './desk-page.tsx'
import { WorkPhotos } from './photo-fields.tsx'

export type EnterPageProps = {
  frame: PageFrame
  groups: readonly Group[]
  categories: readonly Category[]
  settlements: readonly Settlement[]
  /** Null while the subject is chosen. */
  category: Category | null
  questions: forms.FormVersion | null
  form: FormState
  refusal: string | undefined
  idempotencyKey: string
  tiles: MapTiles | null
}

export function EnterPage(props: EnterPageProps) {
  const { frame, groups, categories, category, form, refusal } = props
  const { language } = frame
  const t = entryMessages[language]
  return (
    <DeskPage {...{ frame, form, refusal }} title={t.title} lead={t.lead}>
      {category === null ? (
        <Form action={reportDeskPaths.enter} method="get">
          {form.values.mail === undefined ? null : (
            <>
              <input type="hidden" name="kiri" value={form.values.mail} />
              <blockquote class="local-text">{form.values.words}</blockquote>
            </>
          )}
          <p>{t.chooseCategory}</p>
          <SelectField
            form={form}
            name="teema"
            label={deskMessages[language].category}
            options={groups.map(({ code, name }) => ({
              group: readText(name, language).text,
              options: categories
                .filter((one) => one.groupCode === code && one.isOpen)
                .map((one) => ({ value: one.code, label: readText(one.name, language).text })),
            }))}
          />
          <Button>{t.next}</Button>
        </Form>
      ) : (
        <Entry {...props} category={category} />
      )}
    </DeskPage>
  )
}

function Entry(props: EnterPageProps & { category: Category }) {
  const { frame, category, settlements, questions, form, idempotencyKey, tiles } = props
  const { language } = useReader()
  const [t, desk] = [entryMessages[language], deskMessages[language]]
  return (
    <Form action={reportDeskPaths.enter} idempotencyKey={idempotencyKey} enctype="multipart/form-data" warnUnsaved>
      <input type="hidden" name="category" value={category.code} />
      <input type="hidden" name="mail" value={form.values.mail ?? ''} />
      <h2>{readText(category.name, language).text}</h2>
      {category.isPrivate ? <p>{t.privateHint}</p> : null}
      <RadioGroup
        form={form}
        name="channel"
        label={t.channel}
        options={entryChannels.map((one) => ({ value: one, label: desk.channels[one] }))}
      />
      <TextArea
        form={form}
        name="words"
        label={t.words}
        {...(category.isPrivate ? {} : { hint: t.wordsHint })}
        rows={5}
        maxlength={4000}
      />
      {questions === null ? null : (
        <FormFields
          frame={frame}
          definition={questions.definition}
          version={questions.version}
          form={form}
          settlements={settlements.map((one) => ({ code: one.ehak, name: nameOfSettlement(one, language) }))}
        />
      )}
      <FieldSet legend={t.place}>
        <PlacePicker {...{ frame, settlements, tiles }} withoutSimilar />
        <SelectField
          form={form}
          name="settlement"
          label={publicMessages[language].settlement}
          optional
          options={settlementOptions(settlements, language)}
        />
        <TextField form={form} name="address" label={desk.place} maxlength={300} optional />
        <TextField form={form} name="point" label={t.point} maxlength={100} optional short />
      </FieldSet>
      <WorkPhotos form={form} label={t.photo} />
      <FieldSet legend={t.reporter}>
        <p>{t.reporterLead}</p>
        <TextField form={form} name="reporterName" label={t.name} maxlength={100} autocomplete="off" optional />
        <TextField
          form={form}
          name="reporterEmail"
          label={t.email}
          hint={t.emailHint}
          type="email"
          autocomplete="off"
          maxlength={320}
          optional
        />
        <RadioGroup
          form={{ ...form, values: { language: 'et', ...form.values } }}
          name="language"
          label={t.language}
          options={languages.map((one) => ({ value: one, label: t.languages[one] }))}
        />
      </FieldSet>
      <Button>{t.send}</Button>
    </Form>
  )
}
