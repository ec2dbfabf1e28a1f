import type { LocalDate } from '#platform/format.ts'
import { SubmitButton } from '#ui/button.tsx'
import { CheckboxGroup, RadioGroup } from '#ui/choices.tsx'
import { DateField, SelectField, TextField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { periods } from '../calendar.ts'
import type { Duty } from '../duty.ts'
import { sentence } from '../messages/calendar-words.ts'
import { evidenceName } from '../messages/evidence-names.ts'
import { commitmentPageMessages } from '../messages/page-commitment.ts'
import { careMessages } from '../messages/page-care.ts'
import { sayDuty } from '../messages/schedule.ts'
import { deskPaths } from '../paths.ts'
import type { BindingInForce } from '../queries/desk.ts'
import { DeskFrame, type Attempt } from './desk-frame.tsx'
import type { EvidenceSources } from './what-pages-take.ts'

const kinds = ['per-period', 'each', 'fresh', 'standing', 'once'] as const satisfies readonly Duty['kind'][]

/** A rule as plain fields; the route makes the duty of them again. */
export function dutyValues({ keys, duty }: BindingInForce, today: LocalDate): Record<string, string> {
  return {
    keys: keys.join(','),
    kind: duty.kind,
    period: duty.kind === 'per-period' ? duty.period : '',
    atLeast: 'atLeast' in duty ? String(duty.atLeast) : '1',
    days: duty.kind === 'fresh' ? String(duty.days) : '',
    by: duty.kind === 'once' ? duty.by : '',
    measuredFrom: today,
  }
}

type DutyPageProps = {
  frame: PageFrame
  number: string
  binding: BindingInForce
  knownKeys: readonly string[]
  sources: EvidenceSources
  today: LocalDate
  attempt: Attempt
}

export function DutyPage({ frame, number, binding, knownKeys, sources, today, attempt }: DutyPageProps) {
  const { language } = frame
  const t = careMessages[language]
  const c = commitmentPageMessages[language]
  const { form } = attempt
  const isMeasured = (key: string) => sources.some((source) => source.key === key)
  const rank = (key: string) => (binding.keys.includes(key) ? 0 : isMeasured(key) ? 1 : 2)
  const names = knownKeys
    .map((key) => ({ key, name: evidenceName(key, sources, language) }))
    .toSorted((a, b) => rank(a.key) - rank(b.key) || a.name.localeCompare(b.name, language))
  return (
    <DeskFrame
      frame={frame}
      title={t.changeRuleOf(number)}
      above={[{ label: c.promise(number), path: deskPaths.commitment(number) }]}
      attempt={attempt}
    >
      <p>
        {t.presentRule}: {sentence(sayDuty(binding.duty, language))}
      </p>
      <p class="quiet">{t.ruleHint}</p>
      <Form action={deskPaths.duty(number, binding.id)} warnUnsaved>
        <RadioGroup
          form={form}
          name="kind"
          label={t.kind}
          options={kinds.map((value) => ({ value, label: t.kinds[value] }))}
        />
        <SelectField
          form={form}
          name="period"
          label={t.dutyPeriod}
          hint={t.forKind(t.kinds['per-period'])}
          options={periods.map((value) => ({ value, label: t.periods[value] }))}
          optional
        />
        <TextField
          form={form}
          name="atLeast"
          label={t.atLeast}
          hint={t.forKind(`${t.kinds['per-period']}; ${t.kinds.standing}`)}
          inputmode="numeric"
          short
          optional
        />
        <TextField
          form={form}
          name="days"
          label={t.days}
          hint={t.forKind(t.kinds.fresh)}
          inputmode="numeric"
          short
          optional
        />
        <DateField form={form} name="by" label={t.by} hint={t.forKind(t.kinds.once)} optional />
        <CheckboxGroup
          form={form}
          name="keys"
          label={t.keys}
          hint={t.keysHint}
          optional
          options={names.map(({ key, name }) => ({
            value: key,
            label: `${name} – ${isMeasured(key) ? c.measured : c.unmeasured}`,
          }))}
        />
        <DateField form={form} name="measuredFrom" label={t.measuredFrom} min={today} />
        <SubmitButton>{t.saveRule}</SubmitButton>
      </Form>
    </DeskFrame>
  )
}
