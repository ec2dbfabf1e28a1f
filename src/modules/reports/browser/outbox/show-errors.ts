import { fieldId } from '#ui/field-id.ts'

/** Shows what is wrong as the server's own page would, without losing anything typed; patterns stand on the page. */
export class FormErrors {
  readonly #box: HTMLElement
  readonly #prefix: string

  constructor(box: HTMLElement, titlePrefix: string) {
    this.#box = box
    this.#prefix = titlePrefix
  }

  clear(): void {
    for (const old of document.querySelectorAll('[data-error-summary], .field-error')) old.remove()
    for (const field of this.#box.querySelectorAll('.has-error')) field.classList.remove('has-error')
    for (const input of this.#box.querySelectorAll('[aria-invalid]')) {
      input.removeAttribute('aria-invalid')
      const described = input.getAttribute('aria-describedby')?.split(' ') ?? []
      const left = described.filter((id) => document.getElementById(id) !== null).join(' ')
      if (left === '') input.removeAttribute('aria-describedby')
      else input.setAttribute('aria-describedby', left)
    }
    if (document.title.startsWith(this.#prefix)) document.title = document.title.slice(this.#prefix.length)
  }

  show(sentence: string, errors: Readonly<Record<string, string>>): void {
    this.clear()
    const summary = this.#pattern('summary')
    const [refusal, list] = [summary.querySelector('p')!, summary.querySelector('ul')!]
    refusal.textContent = sentence
    if (sentence === '') refusal.remove()
    list.replaceChildren(
      ...Object.entries(errors).map(([name, error]) => {
        const [line, link] = [document.createElement('li'), document.createElement('a')]
        link.href = `#${this.#mark(name, error)}`
        link.textContent = error
        line.append(link)
        return line
      }),
    )
    if (Object.keys(errors).length === 0) list.remove()
    this.#box.prepend(summary)
    document.title = this.#prefix + document.title
    summary.focus()
  }

  #pattern(name: string): HTMLElement {
    const pattern = this.#box.querySelector<HTMLTemplateElement>(`template[data-${name}]`)!
    return pattern.content.firstElementChild!.cloneNode(true) as HTMLElement
  }

  /** Writes the error to its field, and answers where that is. */
  #mark(name: string, error: string): string {
    const id = /^photo\d$/.test(name) ? 'field-photos' : fieldId(name)
    const control = document.getElementById(id)
    control?.closest('[data-insist]')?.removeAttribute('hidden')
    const field = control?.closest('.field')
    if (control == null || field == null) return control?.id ?? 'field-category'
    const words = this.#pattern('error')
    words.id = `${id}-error`
    words.className = 'field-error'
    words.querySelector('[data-words]')!.textContent = error
    field.classList.add('has-error')
    const isGroup = field.matches('fieldset')
    if (isGroup) field.querySelector('legend')!.after(words)
    else control.before(words)
    const described = control.getAttribute('aria-describedby')
    control.setAttribute('aria-describedby', [described ?? '', words.id].join(' ').trim())
    control.ariaInvalid = 'true'
    return id
  }
}
