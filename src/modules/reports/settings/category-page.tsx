import { CheckboxField, FieldSet, RadioGroup } from '#ui/choices.tsx'
import { SelectField, TextField } from '#ui/fields.tsx'
import { Link } from '#ui/link.tsx'
import { LocalTextField } from '#ui/local-text-field.tsx'
import { postOptions, subjectOptions } from '../pages/options.ts'
import type { Group } from '../queries/categories.ts'
import type { AssignablePost } from '../queries/inbox.ts'
import { settingFields } from './messages.ts'
import { settingsMessages } from './page-messages.ts'
import { settingsPaths } from './paths.ts'
import { toldBy } from './rules.ts'
import { SettingPage, type Setting } from './setting-page.tsx'

export type CategoryPageProps = Setting & {
  groups: readonly Group[]
  posts: readonly AssignablePost[]
  /** Where the subject's own questions are changed. */
  questionsPath: string
}

export function CategoryPage({ groups, posts, questionsPath, ...setting }: CategoryPageProps) {
  const { frame, known, form } = setting
  const { language } = frame
  const [t, fields] = [settingsMessages[language], settingFields[language]]
  const paths = { anew: settingsPaths.newCategory, one: settingsPaths.category, history: settingsPaths.categoryHistory }
  const number = (
    name: 'answerDays' | 'fixDays' | 'reopenDays' | 'duplicateDays' | 'updatesMonths' | 'anonymiseMonths',
  ) => <TextField form={form} name={name} label={fields[name]} inputmode="numeric" maxlength={4} short />
  return (
    <SettingPage {...{ ...setting, paths }} addTitle={t.add} links={<Link href={questionsPath}>{t.questions}</Link>}>
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
        <SelectField form={form} name="group" label={fields.group} options={subjectOptions(groups, language)} />
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
          options={postOptions(posts, language)}
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
    </SettingPage>
  )
}
