import { unfold, unfolded } from './unfolded.ts'

/** Keeps its inside as the server has it now; without a line or a script it is as it was when the page was asked for. */
class LiveFragment extends HTMLElement {
  #source: EventSource | undefined

  connectedCallback() {
    const { address, since = '0' } = this.dataset
    if (address === undefined) return
    this.#source = new EventSource(`${address}?alates=${encodeURIComponent(since)}`)
    this.#source.addEventListener('fragment', (event) => {
      const open = unfolded(this)
      this.innerHTML = JSON.parse((event as MessageEvent<string>).data) as string
      unfold(this, open)
    })
  }

  disconnectedCallback() {
    this.#source?.close()
  }
}

customElements.define('live-fragment', LiveFragment)
