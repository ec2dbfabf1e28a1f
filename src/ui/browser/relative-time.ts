const units = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

function inWords(at: Date, now: Date): string {
  const seconds = Math.round((at.getTime() - now.getTime()) / 1000)
  const [unit, length] = units.find(([, length]) => Math.abs(seconds) >= length) ?? (['second', 1] as const)
  const format = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: 'auto' })
  return format.format(Math.trunc(seconds / length), unit)
}

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
    if (written !== undefined) this.#words.textContent = `(${inWords(new Date(written), new Date())})`
  }
}

customElements.define('relative-time', RelativeTime)
