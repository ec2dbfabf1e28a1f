import type { ReportPin } from '../map-answers.ts'
import type { MapWords } from '../messages/map.ts'

/** What stands at a pin, in a small sheet over the map. */
export class MapCard {
  #frame: HTMLElement
  #sheet = document.createElement('div')
  #list = document.createElement('ul')
  #openedBy: HTMLElement | undefined

  constructor(frame: HTMLElement, words: MapWords) {
    this.#frame = frame
    this.#sheet.className = 'map-card'
    this.#sheet.role = 'group'
    this.#list.className = 'plain-list'
    const close = document.createElement('button')
    close.type = 'button'
    close.className = 'map-card-close'
    close.textContent = '×'
    close.ariaLabel = words.close
    close.addEventListener('click', () => this.close())
    this.#sheet.append(this.#list, close)
  }

  open(reports: readonly ReportPin[], openedBy: HTMLElement, markOf: (kind: string) => Node): void {
    this.#openedBy = openedBy
    this.#sheet.ariaLabel = openedBy.ariaLabel
    this.#list.replaceChildren(...reports.map((report) => lineOf(report, markOf)))
    this.#frame.append(this.#sheet)
    this.#sheet.querySelector('a')?.focus({ preventScroll: true })
  }

  close(): void {
    if (!this.#sheet.isConnected) return
    this.#sheet.remove()
    const back = this.#openedBy?.isConnected === true ? this.#openedBy : this.#frame.querySelector('canvas')
    back?.focus({ preventScroll: true })
  }
}

function lineOf({ name, state, kind, tone, href }: ReportPin, markOf: (kind: string) => Node): HTMLLIElement {
  const line = document.createElement('li')
  const link = document.createElement('a')
  link.href = href
  link.textContent = name
  const word = document.createElement('span')
  word.className = `status tone-${tone}`
  word.append(markOf(kind), state)
  line.append(link, word)
  return line
}
