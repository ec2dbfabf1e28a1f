/** A clock that the server set going. */
class RunningClock extends HTMLElement {
  #timer = 0

  connectedCallback() {
    const { seconds, runs, limit, over = '' } = this.dataset
    if (runs === undefined) return
    const from = performance.now() - Number(seconds) * 1000
    this.#timer = window.setInterval(() => {
      const passed = Math.floor((performance.now() - from) / 1000)
      const isOver = limit !== undefined && passed > Number(limit)
      const shown = `${Math.floor(passed / 60)}:${String(passed % 60).padStart(2, '0')}`
      this.textContent = isOver ? `${shown} (${over})` : shown
    }, 1000)
  }

  disconnectedCallback() {
    window.clearInterval(this.#timer)
  }
}

customElements.define('running-clock', RunningClock)
