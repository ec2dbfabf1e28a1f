import type { ComponentChildren } from 'preact'
import { Icon } from '#ui/icons.tsx'

export type DisclosureProps = { label: string; open?: boolean; children: ComponentChildren }

export function Disclosure({ label, open, children }: DisclosureProps) {
  return (
    <details class="disclosure" open={open === true}>
      <summary>
        <Icon name="right" />
        {label}
      </summary>
      <div>{children}</div>
    </details>
  )
}
