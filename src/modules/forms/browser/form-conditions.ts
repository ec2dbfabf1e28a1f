import type { Definition } from '../definition.ts'
import { readForm } from '../read-answers.ts'

const waitBeforeTelling = 600
/** Stands for a file that was chosen and will have an id once it is sent. */
const notYetKept = '00000000-0000-0000-0000-000000000000'

/**
 * Shows only what is asked of somebody with these answers, by the very code with which the server judges them. The
 * element stands first among the questions; each is in a wrapper with `data-question`.
 */
class FormConditions extends HTMLElement {
  #definition: Definition = { fields: [] }
  #shown = new Set<string>()
  #timer = 0
  #told = new Set<string>()
  readonly #look = () => this.#show()
  readonly #lookSoon = () => setTimeout(this.#look)
  readonly #refuse = (event: Event) => {
    const stop = this.#parts.querySelector<HTMLElement>('[data-stop]:not([hidden])')
    if (stop === null) return
    event.preventDefault()
    stop.focus()
  }

  get #parts(): HTMLElement {
    return this.parentElement ?? this
  }

  connectedCallback(): void {
    this.#definition = JSON.parse(this.dataset.definition ?? '') as Definition
    for (const words of this.#parts.querySelectorAll('[data-without-script]')) words.remove()
    const form = this.closest('form')
    form?.addEventListener('input', this.#look)
    form?.addEventListener('change', this.#look)
    form?.addEventListener('reset', this.#lookSoon)
    form?.addEventListener('submit', this.#refuse)
    // Coming back, the browser fills in what was typed after the page has been read.
    window.addEventListener('pageshow', this.#look)
    this.#show()
    this.#told = new Set(this.#shown)
  }

  disconnectedCallback(): void {
    window.clearTimeout(this.#timer)
    window.removeEventListener('pageshow', this.#look)
  }

  #values(): Record<string, string> {
    const values: Record<string, string> = {}
    for (const input of this.#inputs(this.#parts)) {
      if ((input.type === 'radio' || input.type === 'checkbox') && !(input as HTMLInputElement).checked) continue
      if (input.value === '') continue
      const isFile = input.type === 'file'
      const name = isFile ? this.#keptName(input) : input.name
      const value = isFile ? notYetKept : input.value
      const before = values[name]
      values[name] = before === undefined ? value : `${before},${value}`
    }
    return values
  }

  #keptName(input: Element): string {
    return `${this.dataset.prefix ?? ''}.${input.closest<HTMLElement>('[data-question]')?.dataset.question ?? ''}.kept`
  }

  #inputs(within: ParentNode) {
    return within.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(
      'input[name], select[name], textarea[name]',
    )
  }

  #show(): void {
    const reading = readForm(this.#definition, this.#values(), { prefix: this.dataset.prefix ?? '' })
    this.#shown = new Set(reading.shown.map(({ code }) => code))
    for (const question of this.#parts.querySelectorAll<HTMLElement>('[data-question]')) {
      question.hidden = !this.#shown.has(question.dataset.question ?? '')
      // What is hidden is not sent; its words stay in case the question comes back.
      for (const input of this.#inputs(question)) input.disabled = question.hidden
    }
    const stopped = reading.stop === undefined ? '' : `${reading.stoppedAt ?? ''}:${reading.stop.et}`
    for (const stop of this.#parts.querySelectorAll<HTMLElement>('[data-stop]'))
      stop.hidden = stop.dataset.stop !== stopped
    window.clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => this.#tell(), waitBeforeTelling)
  }

  /** Politely, once somebody has stopped typing. */
  #tell(): void {
    const { appeared = '', vanished = '' } = this.dataset
    const sentences = [
      [appeared, [...this.#shown].filter((code) => !this.#told.has(code))] as const,
      [vanished, [...this.#told].filter((code) => !this.#shown.has(code))] as const,
    ]
      .filter(([, codes]) => codes.length > 0)
      .map(([sentence, codes]) => sentence.replace('{labels}', codes.map((code) => this.#labelOf(code)).join('; ')))
    this.#told = new Set(this.#shown)
    const status = this.querySelector('[role=status]')
    if (status !== null && sentences.length > 0) status.textContent = sentences.join(' ')
  }

  #labelOf(code: string): string {
    return this.#parts.querySelector<HTMLElement>(`[data-question="${CSS.escape(code)}"]`)?.dataset.label ?? code
  }
}

customElements.define('form-conditions', FormConditions)
