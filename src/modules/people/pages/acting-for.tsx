import type { LocalDate } from '#platform/format.ts'
import { readText } from '#platform/language.ts'
import { SubmitButton } from '#ui/button.tsx'
import { RadioGroup } from '#ui/choices.tsx'
import { Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Notice } from '#ui/notice.tsx'
import { myPageMessages } from '../messages/my-page.ts'
import { peoplePaths } from '../paths.ts'
import type { OwnFacts } from '../queries/persons.ts'
import { mayRepresent } from '../rules.ts'

type ActingForProps = { frame: PageFrame; facts: OwnFacts; today: LocalDate; actingFor: string | null }

/** Shown to those who may speak for some body: for whom they act now, and a choice of another. */
export function ActingFor({ frame, facts, today, actingFor }: ActingForProps) {
  const { language } = frame
  const t = myPageMessages[language]
  const held = facts.memberships.filter((one) => mayRepresent(one, today))
  const bodies = [...new Map(held.map((one) => [one.bodyId, one.body]))]
  if (bodies.length === 0) return null
  const acting = bodies.find(([id]) => id === actingFor)
  return (
    <section class="stack-tight" id="esindan">
      <h2>{t.actingFor}</h2>
      <p>{t.actingForLead}</p>
      {acting === undefined ? null : (
        <Notice>
          <p>{t.actingNow(readText(acting[1].name, language).text)}</p>
        </Notice>
      )}
      <Form action={peoplePaths.actFor}>
        <RadioGroup
          form={{ values: { bodyId: acting?.[0] ?? '' }, errors: {} }}
          name="bodyId"
          label={t.actingFor}
          options={[
            { value: '', label: t.self },
            ...bodies.map(([value, body]) => ({ value, label: readText(body.name, language).text })),
          ]}
        />
        <SubmitButton>{t.choose}</SubmitButton>
      </Form>
    </section>
  )
}
