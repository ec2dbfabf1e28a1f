let asked: Promise<DocumentFragment> | undefined

/** What every subject asks of its own, each in a template; asked for once on a page. */
function load(address: string): Promise<DocumentFragment> {
  asked ??= fetch(address).then(async (answer) => {
    if (!answer.ok) throw new Error(`questions: ${answer.status}`)
    const holder = document.createElement('template')
    holder.innerHTML = await answer.text()
    return holder.content
  })
  asked.catch(() => (asked = undefined))
  return asked
}

/** Shows the questions and the notice of the chosen subject at once, without asking for the page anew. */
export class SubjectQuestions {
  readonly #form: HTMLFormElement
  readonly #address: string

  constructor(form: HTMLFormElement, address: string) {
    this.#form = form
    this.#address = address
    const button = form.querySelector<HTMLElement>('[data-ask]')
    if (button !== null) button.hidden = true
    this.#category?.addEventListener('change', () => void this.show())
  }

  get #category(): HTMLSelectElement | null {
    return this.#form.querySelector('select[name=category]')
  }

  async show(): Promise<void> {
    const box = this.#form.querySelector<HTMLElement>('[data-questions]')!
    const wanted = this.#category?.value ?? ''
    const all = await load(this.#address).catch(() => undefined)
    if (all === undefined) {
      // The button asks the server for them.
      const button = box.querySelector<HTMLElement>('[data-ask]')
      if (button !== null) button.hidden = false
      return
    }
    if (this.#category?.value !== wanted || box.dataset.subject === wanted) return
    const pattern = [...all.querySelectorAll('template')].find(({ dataset }) => dataset.subject === wanted)
    // Taken off by itself first: within its questions it would go on judging them.
    for (const judge of box.querySelectorAll('form-conditions')) judge.remove()
    const questions = pattern === undefined ? [] : [document.importNode(pattern.content, true)]
    for (const part of questions) for (const script of part.querySelectorAll('script')) wake(script)
    box.replaceChildren(...questions)
    box.dataset.subject = wanted
  }
}

/** A script that came as text does not run; the same one, made here, does. */
function wake(script: HTMLScriptElement): void {
  const made = document.createElement('script')
  made.type = script.type
  made.src = script.src
  script.replaceWith(made)
}
