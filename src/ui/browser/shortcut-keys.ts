/** Single keys that lead to places of the page: off until switched on for this device, and never while somebody types. */
class ShortcutKeys extends HTMLElement {
  #box = document.createElement('input')

  connectedCallback() {
    const { label = '', hint = '', name = '' } = this.dataset
    const words = document.createElement('label')
    const explained = document.createElement('p')
    const choice = document.createElement('div')
    choice.className = 'choice'
    this.#box.type = 'checkbox'
    this.#box.id = `keys-${name}`
    this.#box.checked = read(name) === 'on'
    this.#box.setAttribute('aria-describedby', `keys-${name}-hint`)
    words.htmlFor = this.#box.id
    words.textContent = label
    explained.className = 'hint'
    explained.id = `keys-${name}-hint`
    explained.textContent = hint
    choice.append(this.#box, words, explained)
    this.replaceChildren(choice)
    this.#box.addEventListener('change', () => keep(name, this.#box.checked ? 'on' : 'off'))
    document.addEventListener('keydown', this.#press)
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.#press)
  }

  #press = (event: KeyboardEvent) => {
    if (!this.#box.checked || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return
    if (event.target instanceof Element && event.target.matches('input, textarea, select, [contenteditable]')) return
    const place = document.querySelector<HTMLElement>(`[data-key~="${CSS.escape(event.key.toLowerCase())}"]`)
    if (place === null) return
    event.preventDefault()
    // The place's main button where there is one: another press of Enter does it.
    const main = place.querySelector<HTMLElement>('button.button:not(.button-secondary, .button-danger)') ?? place
    main.focus()
    main.scrollIntoView({ block: 'nearest' })
  }
}

function read(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

function keep(name: string, value: string): void {
  try {
    localStorage.setItem(name, value)
  } catch {
    // A browser that keeps nothing still has the keys until the page is left.
  }
}

customElements.define('shortcut-keys', ShortcutKeys)
