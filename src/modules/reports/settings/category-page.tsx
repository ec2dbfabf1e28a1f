import type { FormState } from '#platform/forms.ts'
import { readText } from '#platform/language.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField, FieldSet, RadioGroup } from '#ui/choices.tsx'
import { SelectField, TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { LocalTextField } from '#ui/local-text-field.tsx'
import type { Group } from '../queries/categories.ts'
import type { AssignablePost } from '../queries/inbox.ts'
import { settingFields } from './messages.ts'
import { settingsMessages } from './page-messages.ts'
import { settingsPaths } from './paths.ts'
import { toldBy } from './rules.ts'
import { SettingsFrame } from './settings-frame.tsx'

export type CategoryPageProps = {
  frame: PageFrame
  /** Null while a new one is written. */
  known: { code: string; title: string } | null
  groups: readonly Group[]
  posts: readonly AssignablePost[]
  form: FormState
  refusal: string | undefined
  idempotencyKey: string
  /** Where the subject's own questions are changed. */
  questionsPath: string
}

export function CategoryPage(props: CategoryPageProps) {
  const { frame, known, groups, posts, form, refusal, idempotencyKey, questionsPath } = props
  const { language } = frame
  const [t, fields] = [settingsMessages[language], settingFields[language]]
  const hasErrors = Object.keys(form.errors).length > 0 || refusal !== undefined
  const number = (
    name: 'answerDays' | 'fixDays' | 'reopenDays' | 'duplicateDays' | 'updatesMonths' | 'anonymiseMonths',
  ) => <TextField form={form} name={name} label={fields[name]} inputmode="numeric" maxlength={4} short />
  return (
    <SettingsFrame {...{ frame, hasErrors }} title={known?.title ?? t.add}>
      <h1>{known?.title ?? t.add}</h1>
      <ErrorSummary form={form} refusal={refusal} />
      {known === null ? null : (
        <p class="row">
          <Link href={settingsPaths.categoryHistory(known.code)}>{t.history}</Link>
          <Link href={questionsPath}>{t.questions}</Link>
          <span class="quiet">
            {t.code}: <code>{known.code}</code>
          </span>
        </p>
      )}
      <Form
        action={known === null ? settingsPaths.newCategory : settingsPaths.category(known.code)}
        idempotencyKey={idempotencyKey}
        warnUnsaved
      >
        <input type="hidden" name="changedAt" value={form.values.changedAt ?? ''} />
        <FieldSet legend={t.texts}>
          {known === null ? (
            <TextField form={form} name="code" label={t.code} hint={t.codeHint} maxlength={60} short />
          ) : null}
          <LocalTextField form={form} name="name" label={fields['name.et']} />
          <LocalTextField form={form} name="description" label={fields['description.et']} multiline rows={2} />
          <LocalTextField form={form} name="keywords" label={fields['keywords.et']} hint={t.keywordsHint} optional />
          <LocalTextField
            form={form}
            name="notice"
            label={fields['notice.et']}
            hint={t.noticeHint}
            multiline
            rows={3}
            optional
          />
        </FieldSet>
        <FieldSet legend={t.answering}>
          <SelectField
            form={form}
            name="group"
            label={fields.group}
            options={groups.map(({ code, name }) => ({ value: code, label: readText(name, language).text }))}
          />
          <TextField
            form={form}
            name="place"
            label={fields.place}
            hint={t.placeHint}
            inputmode="numeric"
            maxlength={3}
            short
          />
          <SelectField
            form={form}
            name="post"
            label={fields.post}
            optional
            emptyLabel={t.nobody}
            options={posts.map(({ id, title, body }) => ({
              value: id,
              label: `${readText(title, language).text} (${readText(body, language).text})`,
            }))}
          />
          {number('answerDays')}
          {number('fixDays')}
          {number('reopenDays')}
        </FieldSet>
        <FieldSet legend={t.who}>
          <CheckboxField form={form} name="isOpen" label={fields.isOpen} />
          <CheckboxField form={form} name="isPrivate" label={fields.isPrivate} hint={t.privateHint} />
          <CheckboxField form={form} name="allowsAnonymous" label={fields.allowsAnonymous} />
          <TextField
            form={form}
            name="seasonFrom"
            label={fields.seasonFrom}
            hint={t.seasonHint}
            maxlength={8}
            short
            optional
          />
          <TextField form={form} name="seasonUntil" label={fields.seasonUntil} maxlength={8} short optional />
          <TextField
            form={form}
            name="duplicateMetres"
            label={fields.duplicateMetres}
            hint={t.radiusHint}
            inputmode="numeric"
            maxlength={4}
            short
          />
          {number('duplicateDays')}
          <RadioGroup
            form={form}
            name="toldBy"
            label={fields.toldBy}
            options={toldBy.map((value) => ({ value, label: t.toldBy[value] }))}
          />
        </FieldSet>
        <FieldSet legend={t.keeping}>
          <p class="hint">{t.keepingHint}</p>
          {number('updatesMonths')}
          {number('anonymiseMonths')}
          <TextField
            form={form}
            name="deleteMonths"
            label={fields.deleteMonths}
            inputmode="numeric"
            maxlength={4}
            short
            optional
          />
        </FieldSet>
        <TextField form={form} name="why" label={t.why} hint={t.whyHint} maxlength={300} />
        <Button>{t.save}</Button>
      </Form>
    </SettingsFrame>
  )
}
