import type { ComponentChildren } from 'preact'
import { Button, type ButtonVariant } from '#ui/button.tsx'
import { Form } from '#ui/form.tsx'
import type { LeadStep } from '../../lead-input.ts'
import { meetingDeskPaths } from '../../paths.ts'

export type CockpitFormProps = {
  number: number
  step: LeadStep
  label: string
  /** What the step is about, beside what is typed. */
  about?: Readonly<Record<string, string>>
  variant?: ButtonVariant
  small?: boolean
  /** For ears: whose row the button stands in. */
  whose?: string
  children?: ComponentChildren
}

/** One step as a form of its own: it works without script, and each is one event of the log. */
export function CockpitForm(props: CockpitFormProps) {
  const { number, step, label, about = {}, variant = 'secondary', small = false, whose, children } = props
  return (
    <Form action={meetingDeskPaths.events(number)}>
      <input type="hidden" name="step" value={step} />
      {Object.entries(about).map(([name, value]) => (
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
