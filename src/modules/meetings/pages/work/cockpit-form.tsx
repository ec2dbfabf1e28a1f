import type { ComponentChildren } from 'preact'
import { Button, type ButtonVariant } from '#ui/button.tsx'
import { Form } from '#ui/form.tsx'
import type { LeadStep } from '../../lead/steps.ts'
import { newestVote } from '../../lead/votes.ts'
import { meetingDeskPaths } from '../../paths.ts'
import type { CockpitParts } from './cockpit-parts.ts'

export type CockpitFormProps = {
  parts: Pick<CockpitParts, 'meeting' | 'state'>
  step: LeadStep
  label: string
  /** Names the form where there are several of one step. */
  formKey?: string
  /** What the step is about, beside what is typed. */
  about?: Readonly<Record<string, string>>
  variant?: ButtonVariant
  small?: boolean
  /** For ears: whose row the button stands in. */
  whose?: string
  /** From where the form is sent, where that is not the cockpit. */
  action?: string
  children?: ComponentChildren
}

/** One step as a form of its own: it works without script, and each is one event of the log. */
export function CockpitForm(props: CockpitFormProps) {
  const {
    parts,
    step,
    label,
    formKey = step,
    about = {},
    variant = 'secondary',
    small = false,
    whose,
    children,
  } = props
  const { meeting, state } = parts
  // What stands on the screen goes along: another item or vote that has begun meanwhile is not meant.
  const seen = { onItem: state.currentItemId ?? '', onVote: newestVote(state)?.id ?? '' }
  return (
    <Form action={props.action ?? meetingDeskPaths.events(meeting.number)}>
      <input type="hidden" name="step" value={step} />
      <input type="hidden" name="form" value={formKey} />
      {Object.entries({ ...seen, ...about }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <Button variant={variant} small={small}>
        {label}
        {whose === undefined ? null : <span class="visually-hidden">: {whose}</span>}
      </Button>
    </Form>
  )
}
