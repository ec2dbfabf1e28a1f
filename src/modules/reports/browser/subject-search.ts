import { fillIn } from './fill-in.ts'
import { findSubjects, type Subject } from './subjects.ts'

export type SubjectSearchSettings = {
  subjects: readonly Subject[]
  words: { found: string; none: string; chosen: string }
}

const rest = 300

/** Finds the subject by other words for the same, typed here or written in the report; the list beside it stays. */
class SubjectSearch extends HTMLElement {
  #settings = JSON.parse(this.dataset.settings ?? '') as SubjectSearchSettings
  #timer = 0

  #part(name: string): HTMLElement {
    return this.querySelector<HTMLElement>(`[data-${name}]`)!
  }

  get #input(): HTMLInputElement {
    return this.querySelector('input')!
  }

  #field(name: string): HTMLSelectElement | HTMLTextAreaElement | null {
    return this.closest('form')?.querySelector(`[name="${name}"]`) ?? null
  }

  connectedCallback(): void {
    this.#part('search').hidden = false
    this.#input.addEventListener('input', () => this.#later(this.#input.value, true))
    this.#input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return
      // Not the whole form: the first that was found is meant.
      event.preventDefault()
      const [first] = findSubjects(this.#settings.subjects, this.#input.value)
      if (first !== undefined) this.#choose(first)
    })
    const sentence = this.#field('words')
    sentence?.addEventListener('input', () => {
      if (this.#field('category')?.value === '') this.#later(sentence.value, false)
    })
  }

  disconnectedCallback(): void {
    window.clearTimeout(this.#timer)
  }

  #later(text: string, isAsked: boolean): void {
    window.clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => this.#show(text, isAsked), rest)
  }

  #show(text: string, isAsked: boolean): void {
    const found = findSubjects(this.#settings.subjects, text)
    const { words } = this.#settings
    this.#part('found').replaceChildren(
      ...found.map((subject) => {
        const [item, button] = [document.createElement('li'), document.createElement('button')]
        button.type = 'button'
        button.className = 'button button-secondary button-small'
        button.textContent = subject.name
        button.addEventListener('click', () => this.#choose(subject))
        item.append(button)
        return item
      }),
    )
    const isTyped = text.trim().length > 2
    if (found.length > 0) this.#say(fillIn(words.found, { count: found.length }))
    else this.#say(isAsked && isTyped ? words.none : '')
  }

  #choose({ code, name }: Subject): void {
    const category = this.#field('category')
    if (category === null) return
    category.value = code
    category.dispatchEvent(new Event('input', { bubbles: true }))
    category.dispatchEvent(new Event('change', { bubbles: true }))
    this.#part('found').replaceChildren()
    this.#input.value = ''
    this.#say(fillIn(this.#settings.words.chosen, { name }))
    category.focus()
  }

  #say(sentence: string): void {
    this.#part('status').textContent = sentence
  }
}

customElements.define('subject-search', SubjectSearch)
