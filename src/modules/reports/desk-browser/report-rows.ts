/** The list by keyboard: j and k go through the rows, x ticks, Enter opens; and how many are ticked. */
class ReportRows extends HTMLElement {
  connectedCallback(): void {
    const help = this.querySelector<HTMLElement>('[data-keys]')
    if (help !== null) help.hidden = false
    this.addEventListener('change', () => this.count())
    document.addEventListener('keydown', this.pressed)
    this.count()
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.pressed)
  }

  private get rows(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('tbody input[type=checkbox]')]
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    const { rows } = this
    const row = (document.activeElement?.closest('tr') ?? null) as HTMLTableRowElement | null
    const at = rows.findIndex((one) => one.closest('tr') === row)
    if (event.key === 'j') rows[Math.min(at + 1, rows.length - 1)]?.focus()
    else if (event.key === 'k') rows[Math.max(at - 1, 0)]?.focus()
    else if (event.key === 'x' && at >= 0) rows[at]!.click()
    else if (event.key === 'Enter' && document.activeElement === rows[at]) row?.querySelector('a')?.click()
    else return
    event.preventDefault()
  }

  private count(): void {
    const count = this.rows.filter(({ checked }) => checked).length
    const said = this.querySelector('[data-count]')
    if (said !== null)
      said.textContent = count === 0 ? '' : (this.dataset.chosen ?? '').replace('{count}', String(count))
  }
}

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox' && target.type !== 'radio'
  return target instanceof HTMLElement && target.matches('textarea, select, [contenteditable]')
}

customElements.define('report-rows', ReportRows)
