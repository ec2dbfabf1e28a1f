import type { ComponentChildren } from 'preact'
import { Link } from '#ui/link.tsx'
import { useReader } from '#ui/reader.ts'

export type ButtonVariant = 'primary' | 'secondary' | 'danger'

type Look = { variant?: ButtonVariant; small?: boolean; children: ComponentChildren }

export type ButtonProps = Look & {
  type?: 'submit' | 'button'
  name?: string
  value?: string
  /** Sends the form elsewhere than its own action. */
  formaction?: string
  disabled?: boolean
}

function buttonClass({ variant = 'primary', small }: Omit<Look, 'children'>): string {
  const size = small === true ? ' button-small' : ''
  return `${variant === 'primary' ? 'button' : `button button-${variant}`}${size}`
}

export function Button({ variant, small, type = 'submit', children, ...rest }: ButtonProps) {
  return (
    // oxlint-disable-next-line react/button-has-type -- the type is one of the two above
    <button type={type} class={buttonClass({ ...(variant && { variant }), ...(small && { small }) })} {...rest}>
      {children}
    </button>
  )
}

/** Leads somewhere and looks like a button; what changes something is a form with a `Button`. */
export function ButtonLink({ variant, small, href, children }: Look & { href: string }) {
  return (
    <Link href={href} class={buttonClass({ ...(variant && { variant }), ...(small && { small }) })}>
      {children}
    </Link>
  )
}

/** The form's one main button; one press is one sending. */
export function SubmitButton({ children, variant, name, value }: Partial<Look> & { name?: string; value?: string }) {
  const { words } = useReader()
  return (
    <button type="submit" class={buttonClass(variant ? { variant } : {})} {...{ name, value }}>
      {children ?? words.save}
    </button>
  )
}
