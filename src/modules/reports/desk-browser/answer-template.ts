/** A chosen ready answer fills the form at once; what was typed before stays above it. */
type Ready = { words: string; state: string }

class AnswerTemplate extends HTMLElement {
  connectedCallback(): void {
    const form = this.closest('form')
    const choice = this.querySelector('select')
    const words = form?.querySelector('textarea')
    const state = form?.querySelector<HTMLSelectElement>('select[name=state]')
    if (!choice || !words || !state) return
    const ready = JSON.parse(this.dataset.templates ?? '{}') as Record<string, Ready>
    for (const button of this.querySelectorAll('button')) button.remove()
    let filled = ''
    choice.addEventListener('change', () => {
      const chosen = ready[choice.value]
      if (chosen === undefined) return
      const own = words.value.replace(filled, '').trim()
      words.value = own === '' ? chosen.words : `${own}\n\n${chosen.words}`
      filled = chosen.words
      if (chosen.state !== '' && [...state.options].some(({ value }) => value === chosen.state)) {
        state.value = chosen.state
      }
      words.dispatchEvent(new Event('input', { bubbles: true }))
    })
  }
}

customElements.define('answer-template', AnswerTemplate)
