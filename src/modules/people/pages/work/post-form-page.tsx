import { readText } from '#platform/language.ts'
import { SubmitButton } from '#ui/button.tsx'
import { CheckboxField, CheckboxGroup } from '#ui/choices.tsx'
import { TextArea, TextField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import { LocalTextField } from '#ui/local-text-field.tsx'
import { workMessages } from '../../messages/work.ts'
import { peoplePaths } from '../../paths.ts'
import type { Body, Post } from '../../queries/bodies.ts'
import { wordsOfRole } from '../../roles.ts'
import { WorkFormPage, type WorkFormProps } from './work-form-page.tsx'

export type PostFormPageProps = WorkFormProps & {
  body: Body
  /** Absent when a new one is made. */
  post: Post | null
  idempotencyKey?: string | undefined
  roles: readonly string[]
}

export function PostFormPage({ frame, form, refusal, body, post, idempotencyKey, roles }: PostFormPageProps) {
  const { language } = frame
  const t = workMessages[language]
  const crumb = { label: readText(body.name, language).text, path: peoplePaths.workBody(body.id) }
  return (
    <WorkFormPage {...{ frame, form, refusal }} title={post === null ? t.newPost : t.editPost} body={crumb}>
      <Form
        action={post === null ? peoplePaths.workPosts(body.id) : peoplePaths.workPostEdit(post.id)}
        idempotencyKey={idempotencyKey}
        warnUnsaved
      >
        <LocalTextField form={form} name="title" label={t.title} />
        <TextField form={form} name="seats" label={t.seats} inputmode="numeric" short />
        <TextArea form={form} name="aliases" label={t.aliases} hint={t.aliasesHint} rows={3} optional />
        <CheckboxGroup
          form={form}
          name="roles"
          label={t.roles}
          hint={t.rolesHint}
          optional
          options={roles.map((value) => ({ value, label: wordsOfRole(value, language) }))}
        />
        <CheckboxField form={form} name="represents" label={t.represents} />
        <SubmitButton />
      </Form>
    </WorkFormPage>
  )
}
