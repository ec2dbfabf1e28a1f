import { RadioGroup } from '#ui/choices.tsx'
import { SelectField } from '#ui/fields.tsx'
import { useReader } from '#ui/reader.ts'
import type { VoteState } from '../../log/state.ts'
import { leadMessages } from '../../messages/lead.ts'
import { statuteMessages } from '../../messages/statute.ts'
import { waysOfVoting } from '../../messages/ways-of-voting.ts'
import { typed, type CockpitParts } from './cockpit-parts.ts'

type FieldProps = { parts: CockpitParts; formKey: string }

/** Which majority is needed, of those in the body's statute. */
export function RuleField({ parts: { form, state }, formKey, usual = 'simple' }: FieldProps & { usual?: string }) {
  const { language } = useReader()
  const rules = statuteMessages[language].majorities
  return (
    <SelectField
      {...typed(form, formKey, 'rule', usual)}
      label={leadMessages[language].rule}
      options={Object.entries(state.setup.statute.majorities).map(([name, rule]) => ({
        value: name,
        label: rules[rule.kind](rule),
      }))}
    />
  )
}

/** How the vote is held. */
export function MethodField({ parts, formKey, methods }: FieldProps & { methods: readonly VoteState['method'][] }) {
  const { language } = useReader()
  return (
    <RadioGroup
      {...typed(parts.form, formKey, 'method', 'named')}
      label={leadMessages[language].method}
      options={methods.map((method) => ({ value: method, label: waysOfVoting[language].methods[method] }))}
    />
  )
}
