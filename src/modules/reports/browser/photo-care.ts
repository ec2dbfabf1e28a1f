import type { Point } from '../map-point.ts'
import type { PickerSettings } from '../map-settings.ts'
import { fillIn } from './fill-in.ts'
import { bytesToRead, readPhotoPlace } from './photo-place.ts'
import { sayBytes, shrinkPhoto } from './photo-size.ts'
import { loadOutlines, settlementOf } from './where-is.ts'

/** Makes chosen photos small before they are sent, and offers the place where one was taken. */
class PhotoCare extends HTMLElement {
  #underWay = new Set<Promise<void>>()

  get #form(): HTMLFormElement | null {
    return this.closest('form')
  }

  get #settings(): PickerSettings {
    return JSON.parse(this.#form?.querySelector<HTMLElement>('place-picker')?.dataset.settings ?? '') as PickerSettings
  }

  connectedCallback(): void {
    this.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement) || target.type !== 'file') return
      const work = this.#care(target).finally(() => this.#underWay.delete(work))
      this.#underWay.add(work)
    })
    this.#form?.addEventListener('submit', (event) => {
      if (this.#underWay.size === 0) return
      // What is sent must be the small pictures.
      event.preventDefault()
      const { submitter } = event
      void Promise.allSettled(this.#underWay).then(() => this.#form?.requestSubmit(submitter))
    })
  }

  async #care(input: HTMLInputElement): Promise<void> {
    const { words } = this.#settings
    const note = noteFor(input)
    const file = input.files?.[0]
    note.replaceChildren()
    if (file === undefined) return
    note.textContent = words.photoWait
    const point = readPhotoPlace(new Uint8Array(await file.slice(0, bytesToRead).arrayBuffer()))
    const small = await shrinkPhoto(file)
    if (input.files?.[0] !== file) return
    if (small !== file) {
      const files = new DataTransfer()
      files.items.add(small)
      input.files = files.files
    }
    const language = document.documentElement.lang
    const sizes = { before: sayBytes(file.size, language), after: sayBytes(small.size, language) }
    note.textContent = fillIn(small === file ? words.photoSize : words.photoShrunk, sizes)
    if (point !== null) await this.#offer(point, file.name, note)
  }

  async #offer(point: Point, name: string, note: HTMLElement): Promise<void> {
    const { words, outlines } = this.#settings
    const known = await loadOutlines(outlines).catch(() => undefined)
    if (known === undefined) return
    const settlement = settlementOf(known.features, point)
    if (settlement === undefined) {
      note.append(` ${fillIn(words.photoOutside, { name })}`)
      return
    }
    note.append(` ${fillIn(words.photoPlace, { name, place: settlement.properties.name })} `)
    const use = document.createElement('button')
    use.type = 'button'
    use.className = 'button button-secondary'
    use.textContent = words.usePhotoPlace
    use.addEventListener('click', () => {
      this.#form?.dispatchEvent(new CustomEvent<Point>('choose-place', { detail: point }))
    })
    note.append(use)
  }
}

/** The line under a file field that says what became of its photo. */
function noteFor(input: HTMLInputElement): HTMLElement {
  const after = input.nextElementSibling
  if (after instanceof HTMLElement && after.dataset.note !== undefined) return after
  const note = document.createElement('p')
  note.dataset.note = ''
  note.className = 'photo-note'
  note.role = 'status'
  input.after(note)
  return note
}

customElements.define('photo-care', PhotoCare)
