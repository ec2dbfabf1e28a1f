import { readText, type LocalText } from '#platform/language.ts'
import { SubmitButton } from '#ui/button.tsx'
import { DateField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import { fullName } from '../pages/person-name.tsx'
import { WorkFormPage, type WorkFormProps } from '../pages/work/work-form-page.tsx'
import { peoplePaths } from '../paths.ts'
import { mandateMessages } from './messages.ts'

type AnswerPageProps = WorkFormProps & {
  substitute: {
    id: string
    bodyId: string
    bodyName: LocalText
    givenName: string
    familyName: string
    listName: string
  }
}

/** When a substitute member was told of a seat, and what they said. */
export function AnswerPage({ frame, form, substitute }: AnswerPageProps) {
  const t = mandateMessages[frame.language]
  const name = readText(substitute.bodyName, frame.language).text
  return (
    <WorkFormPage
      {...{ frame, form }}
      title={t.answerOf(fullName(substitute))}
      body={{ label: t.listTitle(name), path: peoplePaths.workSubstitutes(substitute.bodyId) }}
    >
      <p class="lead">{substitute.listName}</p>
      <Form action={peoplePaths.workAnswer(substitute.id)}>
        <DateField form={form} name="offeredOn" label={t.offeredOn} optional />
        <DateField form={form} name="acceptedOn" label={t.acceptedOn} optional />
        <DateField form={form} name="declinedOn" label={t.declinedOn} hint={t.declinedHint} optional />
        <SubmitButton />
      </Form>
    </WorkFormPage>
  )
}
