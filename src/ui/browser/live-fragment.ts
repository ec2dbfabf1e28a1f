import { unfold, unfolded } from './unfolded.ts'

/** Keeps its parts as the server has them now; without a line or a script it is as it was when the page was asked for. */
class LiveFragment extends HTMLElement {
  #source: EventSource | undefined

  connectedCallback() {
    const { address, since = '0' } = this.dataset
    if (address === undefined) return
    const from = new URL(address, location.href)
    from.searchParams.set('alates', since)
    this.#source = new EventSource(from)
    this.#source.addEventListener('fragment', (event) => {
      const changed = JSON.parse((event as MessageEvent<string>).data) as Record<string, string>
      for (const part of this.querySelectorAll<HTMLElement>('[data-part]')) this.#renew(part, changed)
    })
  }

  #renew(part: HTMLElement, changed: Record<string, string>) {
    const html = changed[part.dataset.part ?? '']
    if (html === undefined) return
    const open = unfolded(part)
    part.innerHTML = html
    unfold(part, open)
  }

  disconnectedCallback() {
    this.#source?.close()
  }
}

customElements.define('live-fragment', LiveFragment)
