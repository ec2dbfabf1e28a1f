import { fillIn } from './fill-in.ts'
import type { ProposedPlace } from './place-picker.ts'

export type AddressSearchSettings = {
  address: string
  words: { searching: string; found: string; none: string; chosen: string; away: string; tooShort: string }
}
type Found = { text: string; latitude: number; longitude: number }

/** Finds the typed address and proposes its place; the address itself stays what was typed or chosen. */
class AddressSearch extends HTMLElement {
  #settings = JSON.parse(this.dataset.settings ?? '') as AddressSearchSettings

  #part(name: string): HTMLElement {
    return this.querySelector<HTMLElement>(`[data-${name}]`)!
  }

  get #field(): HTMLInputElement | null {
    return this.closest('form')?.querySelector<HTMLInputElement>('[name="address"]') ?? null
  }

  connectedCallback(): void {
    this.hidden = false
    this.querySelector('button')!.addEventListener('click', () => void this.#search())
  }

  async #search(): Promise<void> {
    const { address, words } = this.#settings
    const typed = this.#field?.value.trim() ?? ''
    this.#part('found').replaceChildren()
    if (typed.length < 3) {
      this.#say(words.tooShort)
      this.#field?.focus()
      return
    }
    this.#say(words.searching)
    const found = await fetch(`${address}?q=${encodeURIComponent(typed)}`).then(
      async (answer) => (answer.ok ? ((await answer.json()) as { addresses: Found[] }).addresses : null),
      () => null,
    )
    if (found === null) return this.#say(words.away)
    this.#say(found.length === 0 ? words.none : fillIn(words.found, { count: found.length }))
    this.#part('found').replaceChildren(...found.map((one) => this.#choice(one)))
  }

  #choice({ text, latitude, longitude }: Found): HTMLElement {
    const [item, button] = [document.createElement('li'), document.createElement('button')]
    button.type = 'button'
    button.className = 'button button-secondary button-small'
    button.textContent = text
    button.addEventListener('click', () => {
      const field = this.#field
      if (field !== null) {
        field.value = text
        field.dispatchEvent(new Event('input', { bubbles: true }))
      }
      this.#part('found').replaceChildren()
      this.#say(this.#settings.words.chosen)
      const detail: ProposedPlace = { point: { latitude, longitude }, by: 'address' }
      this.closest('form')?.dispatchEvent(new CustomEvent<ProposedPlace>('choose-place', { detail }))
    })
    item.append(button)
    return item
  }

  #say(sentence: string): void {
    this.#part('status').textContent = sentence
  }
}

customElements.define('address-search', AddressSearch)
