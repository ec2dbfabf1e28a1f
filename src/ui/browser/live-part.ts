import { unfold, unfolded } from './unfolded.ts'

const gather = 150
const again = 1000

/** Keeps a part of the page that one works in as the server has it now, and takes nothing out of a working hand. */
class LivePart extends HTMLElement {
  #source: EventSource | undefined
  #timer = 0
  #isPressed = false

  connectedCallback() {
    const { address, since = '0' } = this.dataset
    if (address === undefined) return
    this.#source = new EventSource(`${address}?alates=${encodeURIComponent(since)}`)
    this.#source.addEventListener('fragment', () => this.#later(gather))
    // A button that is being pressed must be there when the press ends.
    this.addEventListener('pointerdown', () => (this.#isPressed = true))
    for (const end of ['pointerup', 'pointercancel'])
      window.addEventListener(end, () => window.setTimeout(() => (this.#isPressed = false), gather))
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
    if (fresh === null) return
    if (this.#isInUse()) return this.#later(again)
    const open = unfolded(this)
    const focused = nameOf(document.activeElement)
    this.innerHTML = fresh.innerHTML
    unfold(this, open)
    if (focused !== null) this.#focus(focused)
  }

  /** Whoever works with the keyboard stays at the same button, as long as it is there. */
  #focus(name: string) {
    const same = [...this.querySelectorAll<HTMLElement>('button, a, summary, input')].find(
      (one) => nameOf(one) === name,
    )
    same?.focus({ preventScroll: true })
  }

  /** Something is typed or chosen, or a list of choices or a button is in hand. */
  #isInUse(): boolean {
    const changed = [...this.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')].some(
      (field) =>
        'checked' in field && (field.type === 'radio' || field.type === 'checkbox')
          ? field.checked !== field.defaultChecked
          : field.value !== field.defaultValue,
    )
    const active = document.activeElement
    return this.#isPressed || changed || (active?.tagName === 'SELECT' && this.contains(active))
  }
}

/** What tells an element from the others on the page: its words, and its form's own step and person. */
function nameOf(element: Element | null): string | null {
  if (element === null || element.closest('live-part') === null) return null
  const form = element.closest('form')
  const hidden = [...(form?.querySelectorAll<HTMLInputElement>('input[type=hidden]') ?? [])]
  const about = hidden.filter(({ name }) => !name.startsWith('on')).map(({ name, value }) => `${name}=${value}`)
  return [element.tagName, element.textContent?.trim(), element.getAttribute('name'), ...about].join('|')
}

customElements.define('live-part', LivePart)
