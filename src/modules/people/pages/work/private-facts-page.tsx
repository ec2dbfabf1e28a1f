import { SubmitButton } from '#ui/button.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { TextField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import { Day } from '#ui/moment.tsx'
import { Notice } from '#ui/notice.tsx'
import { workMessages } from '../../messages/work.ts'
import { peoplePaths } from '../../paths.ts'
import type { KnownPerson } from '../../queries/persons.ts'
import type { PrivateFacts } from '../../read-private-facts.ts'
import { fullName } from '../person-name.tsx'
import { WorkFormPage, type WorkFormProps } from './work-form-page.tsx'

type PrivateFactsPageProps = WorkFormProps & { person: KnownPerson; facts: PrivateFacts | null }

export function PrivateFactsPage({ frame, form, person, facts }: PrivateFactsPageProps) {
  const t = workMessages[frame.language]
  return (
    <WorkFormPage frame={frame} form={form} title={t.privateTitle(fullName(person))}>
      {facts === null ? (
        <>
          <p class="lead">{t.privateLead}</p>
          <Form action={peoplePaths.workPersonViews(person.id)}>
            <TextField form={form} name="purpose" label={t.purpose} hint={t.purposeHint} maxlength={300} />
            <SubmitButton>{t.showOnce}</SubmitButton>
          </Form>
        </>
      ) : (
        <>
          <Notice tone="warning">
            <p>{t.shownOnce}</p>
          </Notice>
          <DefinitionList
            definitions={[
              { term: t.code, definition: facts.code ?? t.notKnown },
              { term: t.birthDate, definition: facts.birthDate === null ? t.notKnown : <Day day={facts.birthDate} /> },
              { term: t.email, definition: facts.email ?? t.notKnown },
              { term: t.phone, definition: facts.phone ?? t.notKnown },
            ]}
          />
        </>
      )}
    </WorkFormPage>
  )
}
