import type { SimilarAnswer, SimilarReport } from '../map-answers.ts'
import { writePoint, type Point } from '../map-point.ts'
import type { MapWords } from '../messages/map.ts'
import { fillIn } from './fill-in.ts'
import { showOwner } from './show-owner.ts'

const waitBeforeAsking = 700

/** Shows what has been reported near the chosen place, once the sender has stopped moving about. */
export class SimilarReports {
  #box: HTMLElement
  #words: MapWords
  #address: string
  #timer = 0
  #asked = ''

  constructor(box: HTMLElement, words: MapWords, address: string) {
    this.#box = box
    this.#words = words
    this.#address = address
  }

  lookAround(point: Point | null, category: string): void {
    window.clearTimeout(this.#timer)
    if (this.#address === '') return
    if (point === null) {
      this.#asked = ''
      this.#box.hidden = true
      showOwner(this.#box, null)
      return
    }
    const query = new URLSearchParams({ point: writePoint(point), teema: category })
    const address = `${this.#address}?${query}`
    if (address === this.#asked) return
    this.#timer = window.setTimeout(() => void this.#ask(address), waitBeforeAsking)
  }

  async #ask(address: string): Promise<void> {
    this.#asked = address
    try {
      const answer = await fetch(address)
      if (!answer.ok || this.#asked !== address) return
      const { reports, notOurs } = (await answer.json()) as SimilarAnswer
      this.#show(reports)
      showOwner(this.#box, notOurs)
    } catch {
      // Without a line the form is sent as it is.
      this.#asked = ''
    }
  }

  #show(reports: readonly SimilarReport[]): void {
    this.#box.querySelector('ul')!.replaceChildren(...reports.map((one) => this.#lineOf(one)))
    this.#box.hidden = reports.length === 0
    const status = this.#box.parentElement?.querySelector('[data-similar-status]')
    if (status == null) return
    status.textContent = reports.length === 0 ? '' : fillIn(this.#words.similarFound, { count: reports.length })
  }

  #lineOf({ name, words, language, state, metres, picture, href, follow }: SimilarReport): HTMLLIElement {
    const line = document.createElement('li')
    const title = document.createElement('a')
    title.href = href
    title.target = '_blank'
    title.textContent = name
    const said = document.createElement('p')
    said.lang = language
    said.textContent = words
    const about = document.createElement('p')
    about.className = 'quiet small'
    about.textContent = `${state} · ${fillIn(this.#words.similarAway, { metres })}`
    const same = document.createElement('a')
    same.className = 'button button-secondary'
    same.href = follow
    same.textContent = this.#words.followSame
    if (picture !== null) {
      const image = document.createElement('img')
      image.src = picture
      image.alt = ''
      image.loading = 'lazy'
      image.className = 'similar-picture'
      line.append(image)
    }
    line.append(title, said, about, same)
    return line
  }
}
