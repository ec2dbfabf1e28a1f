/** Keeps a choice made in a form on this device and offers it as a link next time; the form works without it. */
class RememberChoice extends HTMLElement {
  connectedCallback(): void {
    const { key = '', label = '', path = '' } = this.dataset
    const select = this.querySelector('select')
    const kept = read(key)
    if (select !== null && kept !== null) {
      select.value = kept
      const option = select.selectedOptions[0]
      if (option !== undefined && option.value === kept) this.offer(label, option.text, path.replace('{value}', kept))
    }
    this.querySelector('form')?.addEventListener('submit', () => {
      if (select !== null) localStorage.setItem(key, select.value)
    })
  }

  offer(label: string, text: string, href: string): void {
    const link = document.createElement('a')
    link.href = href
    link.textContent = text
    const line = document.createElement('p')
    line.append(`${label}: `, link)
    this.prepend(line)
  }
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

customElements.define('remember-choice', RememberChoice)
