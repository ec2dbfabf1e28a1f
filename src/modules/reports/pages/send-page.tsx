import type { FormState } from '#platform/forms.ts'
import { readText } from '#platform/language.ts'
import type { forms } from '#modules/forms/index.ts'
import { type Settlement } from '#modules/places/index.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button } from '#ui/button.tsx'
import { CheckboxField, FieldSet } from '#ui/choices.tsx'
import { SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { PublicPage } from '#ui/public-page.tsx'
import { publicMessages } from '../messages/public.ts'
import { sendMessages } from '../messages/send.ts'
import { reportPaths } from '../paths.ts'
import type { MapTiles } from '../map-answers.ts'
import type { Group } from '../queries/categories.ts'
import type { OfferedCategory } from '../settings/offered.ts'
import { Announcements } from '../settings/announcements/announcements.tsx'
import type { Announcement } from '../settings/announcements/queries.ts'
import { NotOurs } from '../settings/areas/not-ours.tsx'
import { OutOfSeason } from '../settings/out-of-season.tsx'
import { DraftStatus, KeepDraftButton, ReportForm } from '../offline/report-form.tsx'
import { SubjectQuestions } from '../offline/subject-questions.tsx'
import { AddressSearch } from './address-search.tsx'
import { settlementOptions } from './options.ts'
import { PhotoFields } from './photo-fields.tsx'
import { PlacePicker } from './place-map.tsx'
import { SubjectSearch } from './subject-search.tsx'

export type SendPageProps = {
  frame: PageFrame
  groups: readonly Group[]
  categories: readonly OfferedCategory[]
  settlements: readonly Settlement[]
  tiles: MapTiles | null
  announcements: readonly Announcement[]
  form: FormState
  refusal?: string | undefined
  idempotencyKey: string
  /** What the chosen category asks of its own; null for one that asks nothing. */
  questions: forms.FormVersion | null
  /** Who is signed in; null for everybody else. */
  senderName: string | null
  /** Tells accounts apart; empty without one. */
  account: string
  /** For keeping on a device: without a key, and for nobody in particular. */
  isForDevice: boolean
  /** Whether the operator has set a gazetteer. */
  findsAddresses: boolean
}

export function SendPage(props: SendPageProps) {
  const { frame, groups, categories, settlements, tiles, form, refusal, idempotencyKey, questions, senderName } = props
  const { account, isForDevice, announcements, findsAddresses } = props
  const { language } = frame
  const t = sendMessages[language]
  const hasErrors = Object.keys(form.errors).length > 0 || refusal !== undefined
  const chosen = categories.find(({ code }) => code === form.values.category)
  return (
    <PublicPage frame={frame} title={t.title} current="report-and-apply" hasErrors={hasErrors}>
      <Breadcrumbs links={[{ label: publicMessages[language].title, path: reportPaths.list }]} />
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <p>{t.emergency}</p>
      <Announcements {...{ announcements }} settlement={form.values.settlement ?? null} withOthers />
      <ErrorSummary form={form} refusal={refusal} />
      <ReportForm {...{ frame, account, isForDevice }}>
        <Form action={reportPaths.send} idempotencyKey={idempotencyKey} enctype="multipart/form-data" warnUnsaved>
          <input type="hidden" name="account" value={account} />
          <FieldSet legend={t.what}>
            <SubjectSearch categories={categories} />
            <SelectField
              form={form}
              name="category"
              label={t.category}
              hint={t.categoryHint}
              options={groups.map(({ code, name }) => ({
                group: readText(name, language).text,
                options: categories
                  .filter((one) => one.groupCode === code && one.isOpen)
                  .map((one) => ({ value: one.code, label: readText(one.name, language).text })),
              }))}
            />
            <OutOfSeason resting={categories.filter(({ rests }) => rests)} asked={form.values.category} />
            <div class="stack" data-questions="">
              <p data-ask="">
                <Button variant="secondary" name="step" value="questions">
                  {t.showQuestions}
                </Button>
              </p>
              {chosen === undefined ? null : (
                <SubjectQuestions {...{ frame, questions, settlements, form }} category={chosen} />
              )}
            </div>
            <TextArea form={form} name="words" label={t.words} hint={t.wordsHint} rows={5} maxlength={4000} />
          </FieldSet>
          <FieldSet legend={t.where}>
            <PlacePicker {...{ frame, settlements, tiles }} />
            {['placedBy', 'accuracy'].map((name) => (
              <input key={name} type="hidden" name={name} value={form.values[name] ?? ''} />
            ))}
            <SelectField
              form={form}
              name="settlement"
              label={t.settlement}
              optional
              emptyLabel={t.settlementUnknown}
              options={settlementOptions(settlements, language)}
            />
            <TextField form={form} name="address" label={t.address} hint={t.addressHint} maxlength={300} optional />
            {findsAddresses ? <AddressSearch /> : null}
            <TextField form={form} name="point" label={t.point} hint={t.pointHint} maxlength={100} optional short />
            <NotOurs form={form} />
          </FieldSet>
          <FieldSet legend={t.photos}>
            <p class="hint">{t.photosHint}</p>
            <PhotoFields form={form} />
          </FieldSet>
          <FieldSet legend={t.who}>
            {senderName === null ? (
              <TextField
                form={form}
                name="email"
                type="email"
                autocomplete="email"
                label={t.email}
                hint={`${t.emailHint} ${t.emailAnonymous}`}
                maxlength={320}
                optional
              />
            ) : (
              <p>{t.signedInAs(senderName)}</p>
            )}
            <TextField
              form={form}
              name="name"
              autocomplete="name"
              label={t.name}
              hint={t.nameHint}
              maxlength={100}
              optional
            />
            <CheckboxField form={form} name="showName" label={t.showName} />
          </FieldSet>
          <p class="row">
            <Button>{t.send}</Button>
            <KeepDraftButton />
          </p>
          <DraftStatus />
        </Form>
      </ReportForm>
    </PublicPage>
  )
}
