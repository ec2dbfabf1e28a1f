import type { LocalDate } from '#platform/format.ts'
import { Button, SubmitButton } from '#ui/button.tsx'
import { DateField, TextField } from '#ui/fields.tsx'
import { RadioGroup } from '#ui/choices.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Form } from '#ui/form.tsx'
import { useReader } from '#ui/reader.ts'
import { addDays } from '../calendar.ts'
import { draftMessages } from '../messages/page-draft.ts'
import { deskPaths } from '../paths.ts'
import type { WholeVersion } from '../queries/versions.ts'
import { canBecome, shortestDiscussionDays } from '../rules.ts'
import type { Attempt } from './desk-frame.tsx'

export type StepRights = { coordinates: boolean; mayAdopt: boolean }

type VersionStepsProps = { version: WholeVersion; today: LocalDate; rights: StepRights; attempt: Attempt | undefined }

/** Only the steps that the version's state and the person's role allow, each with its consequence in words. */
export function VersionSteps({ version, today, rights, attempt }: VersionStepsProps) {
  const { language } = useReader()
  const t = draftMessages[language]
  const { number, state } = version
  const mayOpen = rights.coordinates && canBecome(version, 'discussion')
  const mayEnd = rights.coordinates && state === 'discussion'
  const mayWithdraw = rights.coordinates && canBecome(version, 'withdrawn')
  const mayAdopt = rights.mayAdopt && canBecome(version, 'adopted')
  const typed = attempt?.form ?? { values: {}, errors: {} }
  const asks = (...names: string[]) =>
    names.some((name) => typed.values[name] !== undefined || typed.errors[name] !== undefined)
  if (state === 'adopted') return <p>{t.noSteps}</p>
  return (
    <section class="stack" id="sammud">
      <h2>{t.nextSteps}</h2>
      {mayOpen || mayEnd || mayWithdraw || mayAdopt ? null : <p class="quiet">{t.onlyCoordinator}</p>}
      {mayOpen ? (
        <Disclosure label={t.open} open={asks('from', 'until')}>
          <Form action={deskPaths.discussion(number)}>
            <p class="quiet">{t.openHint}</p>
            <DateField form={withDefaults(typed, { from: today })} name="from" label={t.from} min={today} />
            <DateField
              form={withDefaults(typed, { until: addDays(today, shortestDiscussionDays + 6) })}
              name="until"
              label={t.until}
              min={today}
            />
            <SubmitButton>{t.openButton}</SubmitButton>
          </Form>
        </Disclosure>
      ) : null}
      {mayEnd ? (
        <OneButton title={t.end} hint={t.endHint} action={deskPaths.endDiscussion(number)} button={t.endButton} />
      ) : null}
      {mayAdopt ? (
        <Disclosure
          label={t.adopt}
          open={!rights.coordinates || asks('adoptedBy', 'actNumber', 'adoptedOn', 'inForceFrom')}
        >
          <AdoptForm number={number} today={today} typed={typed} />
        </Disclosure>
      ) : null}
      {mayWithdraw ? (
        <OneButton
          title={t.withdraw}
          hint={t.withdrawHint}
          action={deskPaths.withdraw(number)}
          button={t.withdrawButton}
          isDanger
        />
      ) : null}
    </section>
  )
}

function withDefaults(form: Attempt['form'], defaults: Record<string, string>): Attempt['form'] {
  return { ...form, values: { ...defaults, ...form.values } }
}

type OneButtonProps = { title: string; hint: string; action: string; button: string; isDanger?: boolean }

function OneButton({ title, hint, action, button, isDanger }: OneButtonProps) {
  return (
    <Disclosure label={title}>
      <Form action={action}>
        <p class="quiet">{hint}</p>
        <div>
          <Button variant={isDanger === true ? 'danger' : 'secondary'}>{button}</Button>
        </div>
      </Form>
    </Disclosure>
  )
}

function AdoptForm({ number, today, typed }: { number: number; today: LocalDate; typed: Attempt['form'] }) {
  const { language } = useReader()
  const t = draftMessages[language]
  const form = withDefaults(typed, { adoptedOn: today, inForceFrom: today })
  return (
    <Form action={deskPaths.adopt(number)}>
      <p class="quiet">{t.adoptHint}</p>
      <RadioGroup
        form={form}
        name="adoptedBy"
        label={t.adoptedBy}
        options={[
          { value: 'government', label: t.bodies.government },
          { value: 'council', label: t.bodies.council },
        ]}
      />
      <TextField form={form} name="actNumber" label={t.actNumber} hint={t.actHint} short maxlength={100} />
      <DateField form={form} name="adoptedOn" label={t.adoptedOn} max={today} />
      <DateField form={form} name="inForceFrom" label={t.inForceFrom} />
      <SubmitButton>{t.adoptButton}</SubmitButton>
    </Form>
  )
}
