import { timeInWords } from './time-in-words.ts'

/** Adds „3 minutit tagasi” to the date that the server wrote, and keeps it true while the page is open. */
class RelativeTime extends HTMLElement {
  #timer = 0
  #words = document.createElement('small')

  connectedCallback() {
    this.append(' ', this.#words)
    this.#refresh()
    this.#timer = window.setInterval(() => this.#refresh(), 30_000)
  }

  disconnectedCallback() {
    window.clearInterval(this.#timer)
    this.#words.remove()
  }

  #refresh() {
    const written = this.querySelector('time')?.dateTime
    if (written === undefined) return
    const { lang, dataset } = document.documentElement
    const now = new Date(Date.now() + Number(dataset.ahead ?? 0) * 60_000)
    this.#words.textContent = `(${timeInWords(new Date(written), now, lang, dataset.zone)})`
  }
}

customElements.define('relative-time', RelativeTime)
