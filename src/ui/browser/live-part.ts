import { unfold, unfolded } from './unfolded.ts'

const gather = 150
const again = 1000

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

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
    // What is typed moves over into the same forms; where one of them is gone, nothing is taken away.
    if (this.#isInUse() || !carryOver(this, fresh)) return this.#later(again)
    const open = unfolded(this)
    const hand = inHand()
    this.replaceChildren(...fresh.childNodes)
    unfold(this, open)
    if (hand !== null) this.#focus(hand)
  }

  /** Whoever works with the keyboard stays at the same place, as long as it is there. */
  #focus({ name, from, to }: Hand) {
    const same = [...this.querySelectorAll<HTMLElement>('button, a, summary, input, textarea, select')].find(
      (one) => nameOf(one) === name,
    )
    same?.focus({ preventScroll: true })
    if (from !== null && (same instanceof HTMLInputElement || same instanceof HTMLTextAreaElement))
      same.setSelectionRange(from, to)
  }

  /** A list of choices is unfolded, a button is being pressed, or a word is being composed. */
  #isInUse(): boolean {
    const active = document.activeElement
    return this.#isPressed || (active?.tagName === 'SELECT' && this.contains(active))
  }
}

type Hand = { name: string; from: number | null; to: number | null }

function inHand(): Hand | null {
  const active = document.activeElement
  const name = nameOf(active)
  if (name === null) return null
  const isText = active instanceof HTMLTextAreaElement || (active instanceof HTMLInputElement && active.type === 'text')
  return { name, from: isText ? active.selectionStart : null, to: isText ? active.selectionEnd : null }
}

/** Puts what was typed or chosen into the same fields of the fresh part; false where one of them is not there. */
function carryOver(old: Element, fresh: Element): boolean {
  const changed = fieldsOf(old).filter(isChanged)
  const places = changed.map((field) => fieldsOf(fresh).find((one) => nameOf(one, fresh) === nameOf(field)))
  if (places.includes(undefined)) return false
  for (const [at, field] of changed.entries()) write(places[at]!, field)
  return true
}

const fieldsOf = (part: Element): Field[] => [
  ...part.querySelectorAll<Field>('input:not([type=hidden]), textarea, select'),
]

function isChanged(field: Field): boolean {
  if (field instanceof HTMLSelectElement)
    return [...field.options].some((option) => option.selected !== option.defaultSelected && option.value !== '')
  return isTicked(field) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue
}

const isTicked = (field: Field): field is HTMLInputElement => field.type === 'radio' || field.type === 'checkbox'

function write(place: Field, from: Field): void {
  if (isTicked(place) && isTicked(from)) place.checked = from.checked
  else place.value = from.value
}

/** What tells an element from the others on the page: its words, and its form's own step and person. */
function nameOf(
  element: Element | null,
  part: Element | null | undefined = element?.closest('live-part'),
): string | null {
  if (element === null || part === null || part === undefined) return null
  const form = element.closest('form')
  const hidden = [...(form?.querySelectorAll<HTMLInputElement>('input[type=hidden]') ?? [])]
  const about = hidden.filter(({ name }) => !name.startsWith('on')).map(({ name, value }) => `${name}=${value}`)
  const isField = element.matches('input, textarea, select')
  const words = isField ? '' : element.textContent?.trim()
  const choice = element instanceof HTMLInputElement && isTicked(element) ? element.value : ''
  return [element.tagName, words, element.getAttribute('name'), choice, ...about].join('|')
}

customElements.define('live-part', LivePart)
