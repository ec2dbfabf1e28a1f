import { readText } from '#platform/language.ts'
import { nameOfSettlement, type Settlement } from '#modules/places/index.ts'
import { SubmitButton } from '#ui/button.tsx'
import { CheckboxGroup } from '#ui/choices.tsx'
import { DateField, SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import { LocalTextField } from '#ui/local-text-field.tsx'
import { publicMessages } from '../../messages/public.ts'
import { workMessages } from '../../messages/work.ts'
import { peoplePaths } from '../../paths.ts'
import type { Body, BodyChoice } from '../../queries/bodies.ts'
import { wordsOfRole } from '../../roles.ts'
import { bodyKinds } from '../../rules.ts'
import { WorkFormPage, type WorkFormProps } from './work-form-page.tsx'

export type BodyFormPageProps = WorkFormProps & {
  /** Absent when a new one is made. */
  body: Body | null
  idempotencyKey?: string | undefined
  bodies: readonly BodyChoice[]
  settlements: readonly Settlement[]
  roles: readonly string[]
}

export function BodyFormPage(props: BodyFormPageProps) {
  const { frame, form, refusal, body, idempotencyKey, bodies, settlements, roles } = props
  const { language } = frame
  const t = workMessages[language]
  const words = publicMessages[language]
  const parents = bodies.filter((one) => one.id !== body?.id)
  const crumb =
    body === null ? undefined : { label: readText(body.name, language).text, path: peoplePaths.workBody(body.id) }
  return (
    <WorkFormPage {...{ frame, form, refusal }} title={body === null ? t.newBody : t.editBody} body={crumb}>
      <Form
        action={body === null ? peoplePaths.workBodies : peoplePaths.workBodyEdit(body.id)}
        idempotencyKey={idempotencyKey}
        warnUnsaved
      >
        <LocalTextField form={form} name="name" label={t.name} />
        <SelectField
          form={form}
          name="kind"
          label={t.kind}
          options={bodyKinds.map((value) => ({ value, label: words.kinds[value] }))}
        />
        <SelectField
          form={form}
          name="parentId"
          label={t.parent}
          emptyLabel={t.none}
          optional
          options={parents.map((one) => ({ value: one.id, label: readText(one.name, language).text }))}
        />
        <SelectField
          form={form}
          name="settlementEhak"
          label={t.settlement}
          emptyLabel={t.noSettlement}
          optional
          options={settlements.map((one) => ({ value: one.ehak, label: nameOfSettlement(one, language) }))}
        />
        <TextField form={form} name="seats" label={t.seats} hint={t.seatsHint} inputmode="numeric" short optional />
        <LocalTextField form={form} name="description" label={t.description} multiline rows={4} optional />
        <TextField form={form} name="contact" label={t.contact} optional />
        <TextField form={form} name="registryCode" label={t.registryCode} short optional />
        <DateField form={form} name="foundedOn" label={t.foundedOn} optional />
        <TextArea form={form} name="aliases" label={t.aliases} hint={t.aliasesHint} rows={3} optional />
        <CheckboxGroup
          form={form}
          name="memberRoles"
          label={t.memberRoles}
          hint={t.rolesHint}
          optional
          options={roles.map((value) => ({ value, label: wordsOfRole(value, language) }))}
        />
        <SubmitButton />
      </Form>
    </WorkFormPage>
  )
}
