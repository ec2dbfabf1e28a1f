type Words = { play: string; stop: string; speed: string; speeds: Record<string, string> }

const shortest = 250
const longest = 4000

/** Plays a past meeting: each next moment is fetched when its time has come, at the chosen speed. */
class MeetingReplay extends HTMLElement {
  #moment = 0
  #seconds: number[] = []
  #timer = 0
  #button: HTMLButtonElement | undefined
  #speed: HTMLSelectElement | undefined
  #words: Words | undefined

  connectedCallback() {
    const { moment = '0', seconds = '[]', words } = this.dataset
    if (words === undefined) return
    this.#moment = Number(moment)
    this.#seconds = JSON.parse(seconds) as number[]
    this.#words = JSON.parse(words) as Words
    this.prepend(this.#controls(this.#words))
  }

  disconnectedCallback() {
    this.#stop()
  }

  #controls({ play, speed, speeds }: Words): HTMLElement {
    const row = document.createElement('p')
    row.className = 'row no-print'
    this.#button = document.createElement('button')
    this.#button.type = 'button'
    this.#button.className = 'button'
    this.#button.textContent = play
    this.#button.addEventListener('click', () => (this.#timer === 0 ? this.#play() : this.#stop()))
    const label = document.createElement('label')
    label.className = 'row'
    label.textContent = speed
    this.#speed = document.createElement('select')
    this.#speed.className = 'input'
    for (const [value, name] of Object.entries(speeds)) this.#speed.add(new Option(name, value, value === '60'))
    this.#speed.value = '60'
    label.append(this.#speed)
    row.append(this.#button, label)
    return row
  }

  #play() {
    if (this.#moment >= this.#seconds.length) this.#moment = 0
    if (this.#button !== undefined) this.#button.textContent = this.#words?.stop ?? ''
    this.#next()
  }

  #stop() {
    window.clearTimeout(this.#timer)
    this.#timer = 0
    if (this.#button !== undefined) this.#button.textContent = this.#words?.play ?? ''
  }

  /** Long silences are cut short, and what came at once stays readable. */
  #next() {
    if (this.#moment >= this.#seconds.length) return this.#stop()
    const now = this.#seconds[Math.max(this.#moment - 1, 0)] ?? 0
    const then = this.#seconds[this.#moment] ?? now
    const wait = ((then - now) * 1000) / Number(this.#speed?.value ?? 60)
    this.#timer = window.setTimeout(() => void this.#show(), Math.min(Math.max(wait, shortest), longest))
  }

  async #show() {
    this.#moment += 1
    const page = await fetch(`${this.dataset.path}?hetk=${this.#moment}`).then(
      (answer) => (answer.ok ? answer.text() : null),
      () => null,
    )
    if (this.#timer === 0) return
    if (page === null) return this.#stop()
    const fresh = new DOMParser().parseFromString(page, 'text/html').querySelector('meeting-replay [data-inside]')
    const inside = this.querySelector('[data-inside]')
    if (fresh === null || inside === null) return this.#stop()
    inside.innerHTML = fresh.innerHTML
    this.#next()
  }
}

customElements.define('meeting-replay', MeetingReplay)
