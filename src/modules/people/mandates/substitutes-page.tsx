import { formatDay, type LocalDate } from '#platform/format.ts'
import { readText } from '#platform/language.ts'
import { addWorkingDays } from '#platform/working-days.ts'
import { SubmitButton } from '#ui/button.tsx'
import { FieldSet } from '#ui/choices.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { TextField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import { Link } from '#ui/link.tsx'
import { workMessages } from '../messages/work.ts'
import { fullName } from '../pages/person-name.tsx'
import { WorkFormPage, type WorkFormProps } from '../pages/work/work-form-page.tsx'
import { peoplePaths } from '../paths.ts'
import type { Body } from '../queries/bodies.ts'
import { covers } from '../rules.ts'
import { mandateMessages } from './messages.ts'
import type { Substitute } from './queries.ts'

export type SubstitutesPageProps = WorkFormProps & {
  today: LocalDate
  body: Body
  substitutes: readonly (Substitute & { isNext: boolean })[]
  idempotencyKey: string
}

/** KOKS § 20(5). */
const daysToAnswer = 3

/** Lists of substitute members of a council, who is next in each, and what they answered. */
export function SubstitutesPage(props: SubstitutesPageProps) {
  const { frame, form, refusal, body, substitutes } = props
  const { language } = frame
  const t = mandateMessages[language]
  const name = readText(body.name, language).text
  const newest = substitutes[0]?.composition
  return (
    <WorkFormPage
      {...{ frame, form, refusal }}
      title={t.listTitle(name)}
      body={{ label: name, path: peoplePaths.workBody(body.id) }}
    >
      <p class="lead">{t.listLead}</p>
      {newest === undefined ? (
        <p>{t.noList}</p>
      ) : (
        <section class="stack-tight">
          <h2>{t.compositionTitle(newest)}</h2>
          <ListTable {...props} />
        </section>
      )}
      <AddForm {...props} />
    </WorkFormPage>
  )
}

type Listed = SubstitutesPageProps['substitutes'][number]

function stateOf({ seat, declinedOn, acceptedOn, offeredOn, isNext }: Listed, today: LocalDate) {
  if (seat !== null && covers(seat, today)) return 'sits'
  if (declinedOn !== null) return 'declined'
  if (acceptedOn !== null) return 'accepted'
  if (offeredOn !== null) return 'offered'
  return isNext ? 'next' : 'waiting'
}

function ListTable({ frame: { language }, substitutes, today }: SubstitutesPageProps) {
  const t = mandateMessages[language]
  return (
    <DataTable
      caption={t.list}
      hideCaption
      rows={substitutes}
      rowKey={(one) => one.id}
      columns={[
        { key: 'list', label: t.listName, cell: (one) => one.listName },
        { key: 'place', label: t.place, numeric: true, cell: (one) => String(one.place) },
        { key: 'person', label: t.person, rowHeader: true, cell: fullName },
        {
          key: 'state',
          label: t.state,
          cell: (one) => {
            const state = stateOf(one, today)
            if (state !== 'offered') return t.states[state]
            const { due } = addWorkingDays(one.offeredOn!, daysToAnswer)
            return `${t.states.offered}, ${t.answerUntil(formatDay(due, language))}`
          },
        },
        {
          key: 'answer',
          label: workMessages[language].actions,
          cell: (one) => (
            <Link href={peoplePaths.workAnswer(one.id)}>
              {t.answerLink}
              <span class="visually-hidden">: {fullName(one)}</span>
            </Link>
          ),
        },
      ]}
    />
  )
}

function AddForm({ frame, form, body, idempotencyKey }: SubstitutesPageProps) {
  const t = mandateMessages[frame.language]
  const words = workMessages[frame.language]
  return (
    <section class="band stack-tight">
      <h2>{t.add}</h2>
      <Form action={peoplePaths.workSubstitutes(body.id)} idempotencyKey={idempotencyKey} warnUnsaved>
        <TextField form={form} name="composition" label={t.composition} inputmode="numeric" short />
        <TextField form={form} name="listName" label={t.listName} hint={t.listHint} maxlength={200} />
        <TextField form={form} name="place" label={t.place} inputmode="numeric" short />
        <TextField form={form} name="personSlug" label={words.chosenPerson} hint={words.chosenHint} optional />
        <FieldSet legend={words.byCode}>
          <TextField
            form={form}
            name="code"
            label={words.code}
            hint={words.codeHint}
            inputmode="numeric"
            short
            optional
          />
          <TextField form={form} name="givenName" label={words.givenName} hint={words.nameHint} optional />
          <TextField form={form} name="familyName" label={words.familyName} optional />
        </FieldSet>
        <SubmitButton>{t.add}</SubmitButton>
      </Form>
    </section>
  )
}
