const gather = 150
const again = 1000

/** Keeps a part of the page that one works in as the server has it now, and never takes away what is being typed. */
class LivePart extends HTMLElement {
  #source: EventSource | undefined
  #timer = 0

  connectedCallback() {
    const { address, since = '0' } = this.dataset
    if (address === undefined) return
    this.#source = new EventSource(`${address}?alates=${encodeURIComponent(since)}`)
    this.#source.addEventListener('fragment', () => this.#later(gather))
  }

  disconnectedCallback() {
    this.#source?.close()
    window.clearTimeout(this.#timer)
  }

  #later(wait: number) {
    window.clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => void this.#refresh(), wait)
  }

  async #refresh() {
    if (this.#isInUse()) return this.#later(again)
    const page = await fetch(location.pathname).then(
      (answer) => (answer.ok ? answer.text() : null),
      () => null,
    )
    if (page === null) return this.#later(again)
    const fresh = new DOMParser().parseFromString(page, 'text/html').querySelector('live-part')
    if (fresh !== null && !this.#isInUse()) this.innerHTML = fresh.innerHTML
  }

  /** Something is typed or chosen, or the person is in a part that they have unfolded. */
  #isInUse(): boolean {
    const changed = [...this.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')].some(
      (field) =>
        'checked' in field && (field.type === 'radio' || field.type === 'checkbox')
          ? field.checked !== field.defaultChecked
          : field.value !== field.defaultValue,
    )
    const active = document.activeElement
    return changed || (active !== null && this.contains(active) && active.closest('details, select') !== null)
  }
}

customElements.define('live-part', LivePart)
