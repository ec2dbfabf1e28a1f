/** Says on an open page that what it shows has changed meanwhile, with a link to the page as it is now. */
class LiveChanges extends HTMLElement {
  #source: EventSource | undefined
  #count = 0

  connectedCallback() {
    const { since = '', address = '/muudatused' } = this.dataset
    this.#source = new EventSource(`${address}?alates=${encodeURIComponent(since)}`)
    this.#source.addEventListener('change', (event) => {
      const { path } = JSON.parse((event as MessageEvent<string>).data) as { path: string | null }
      if (this.#concerns(path)) this.#show()
    })
  }

  disconnectedCallback() {
    this.#source?.close()
  }

  #concerns(path: string | null): boolean {
    const own = this.dataset.path ?? '/'
    return own === '*' || (path !== null && (path === own || path.startsWith(`${own}/`)))
  }

  #show() {
    this.#count += 1
    const words = this.querySelector('[data-words]')
    if (words !== null) words.textContent = (this.dataset.words ?? '').replace('{count}', String(this.#count))
    this.hidden = false
  }
}

customElements.define('live-changes', LiveChanges)
