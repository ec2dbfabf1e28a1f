import type { ComponentChildren } from 'preact'
import { Button } from '#ui/button.tsx'
import { Form } from '#ui/form.tsx'
import { meetingPaths } from '../../paths.ts'

export type StepProps = {
  number: number
  /** The item that stands on the screen. */
  onItem: string
  step: string
  label: string
  about?: Readonly<Record<string, string>>
  isMain?: boolean
  small?: boolean
  /** For ears: what the button is about. */
  whose?: string
  children?: ComponentChildren
}

/** One step of a member as a form of its own; it works without script. */
export function Step({
  number,
  onItem,
  step,
  label,
  about = {},
  isMain = false,
  small = false,
  whose,
  children,
}: StepProps) {
  return (
    <Form action={meetingPaths.seat(number)}>
      <input type="hidden" name="step" value={step} />
      <input type="hidden" name="onItem" value={onItem} />
      {Object.entries(about).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <Button variant={isMain ? 'primary' : 'secondary'} small={small}>
        {label}
        {whose === undefined ? null : <span class="visually-hidden">: {whose}</span>}
      </Button>
    </Form>
  )
}
