/** Opens what the municipality says of villages when one of them is chosen. */
export function showAnnouncements(ehak: string): void {
  const box = document.querySelector('[data-announcements]')
  const isMeant = [...(box?.querySelectorAll<HTMLElement>('[data-of]') ?? [])].some(
    ({ dataset }) => dataset.of === ehak,
  )
  const details = box?.querySelector('details')
  if (isMeant && details != null) details.open = true
}
