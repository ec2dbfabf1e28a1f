import { readText } from '#platform/language.ts'
import { Button, SubmitButton } from '#ui/button.tsx'
import { CheckboxField, FieldSet } from '#ui/choices.tsx'
import { DateField, SelectField, TextField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import { Link } from '#ui/link.tsx'
import { publicMessages } from '../../messages/public.ts'
import { workMessages } from '../../messages/work.ts'
import { peoplePaths } from '../../paths.ts'
import type { Body, BodyChoice, Post } from '../../queries/bodies.ts'
import type { ListedPerson } from '../../queries/persons.ts'
import { bodyKinds } from '../../rules.ts'
import { fullName } from '../person-name.tsx'
import { WorkFormPage, type WorkFormProps } from './work-form-page.tsx'

export type MemberFormPageProps = WorkFormProps & {
  body: Body
  posts: readonly Post[]
  bodies: readonly BodyChoice[]
  idempotencyKey: string
  search: string
  found: readonly ListedPerson[]
}

export function MemberFormPage(props: MemberFormPageProps) {
  const { frame, form, refusal, body } = props
  const { language } = frame
  const t = workMessages[language]
  const crumb = { label: readText(body.name, language).text, path: peoplePaths.workBody(body.id) }
  return (
    <WorkFormPage {...{ frame, form, refusal }} title={t.newMember} body={crumb}>
      <PersonSearch {...props} />
      {props.search === '' ? <MemberForm {...props} /> : null}
    </WorkFormPage>
  )
}

function MemberForm({ frame, form, body, posts, bodies, idempotencyKey }: MemberFormPageProps) {
  const { language } = frame
  const t = workMessages[language]
  return (
    <Form action={peoplePaths.workMembers(body.id)} idempotencyKey={idempotencyKey} warnUnsaved>
      <TextField form={form} name="personSlug" label={t.chosenPerson} hint={t.chosenHint} optional />
      <FieldSet legend={t.byCode}>
        <TextField form={form} name="code" label={t.code} hint={t.codeHint} inputmode="numeric" short optional />
        <TextField form={form} name="givenName" label={t.givenName} hint={t.nameHint} optional />
        <TextField form={form} name="familyName" label={t.familyName} optional />
      </FieldSet>
      <SelectField
        form={form}
        name="postId"
        label={t.post}
        emptyLabel={t.plainMember}
        optional
        options={posts
          .filter((post) => post.closedOn === null)
          .map((post) => ({ value: post.id, label: readText(post.title, language).text }))}
      />
      <SelectField
        form={form}
        name="onBehalfOf"
        label={t.onBehalfOf}
        emptyLabel={t.ownBehalf}
        optional
        options={bodyKinds
          .map((kind) => ({
            group: publicMessages[language].kinds[kind],
            options: bodies
              .filter((one) => one.kind === kind && one.id !== body.id)
              .map((one) => ({ value: one.id, label: readText(one.name, language).text })),
          }))
          .filter(({ options }) => options.length > 0)}
      />
      <DateField form={form} name="fromDate" label={t.fromDate} />
      <DateField form={form} name="untilDate" label={t.untilDate} optional />
      <CheckboxField form={form} name="withoutVote" label={t.withoutVote} hint={t.withoutVoteHint} />
      <SubmitButton>{t.newMember}</SubmitButton>
    </Form>
  )
}

/** Names are searched among persons of public life only; anybody else is found by their exact code. */
function PersonSearch({ frame, body, search, found }: MemberFormPageProps) {
  const t = workMessages[frame.language]
  const path = peoplePaths.workNewMember(body.id)
  return (
    <section class="band stack-tight">
      <h2>{t.findPerson}</h2>
      <Form action={path} method="get">
        <TextField
          form={{ values: { otsing: search }, errors: {} }}
          name="otsing"
          label={t.name}
          hint={t.findHint}
          type="search"
          optional
        />
        <Button variant="secondary">{t.search}</Button>
      </Form>
      {search === '' ? null : found.length === 0 ? (
        <p>{publicMessages[frame.language].noPersons}</p>
      ) : (
        <ul class="plain-list">
          {found.map((person) => (
            <li key={person.slug}>
              <Link href={`${path}?isik=${person.slug}`}>{t.chooseNoteFor(fullName(person))}</Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
