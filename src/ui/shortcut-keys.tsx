import '#ui/custom-elements.ts'

export type ShortcutKeysProps = { label: string; hint: string; name: string }

/** Switches single keys on for this device; they lead to the places of the page that bear them (WCAG 2.1.4). */
export function ShortcutKeys({ label, hint, name }: ShortcutKeysProps) {
  return <shortcut-keys data-label={label} data-hint={hint} data-name={name} />
}
