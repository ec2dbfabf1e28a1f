import type { ProposedPlace } from './place-picker.ts'
import type { Point } from '../map-point.ts'
import type { PickerSettings } from '../map-settings.ts'
import type { DeviceSettings } from '../offline/device-settings.ts'
import { fillIn } from './fill-in.ts'
import { bytesToRead, readPhotoPlace } from './photo-place.ts'
import { makeThumbnail, sayBytes, shrinkPhoto } from './photo-size.ts'
import { loadOutlines, settlementOf } from './where-is.ts'

type Photo = { file: File; note: HTMLElement; thumbnail: string | null }

/**
 * One field for all photos, in place of the five that a page without script has; those stay behind it and hold what is
 * sent. Photos are made small first, and the place where one was taken is offered.
 */
export class PhotoCare extends HTMLElement {
  #photos: Photo[] = []
  #underWay = new Set<Promise<void>>()
  #input = document.createElement('input')
  #list = document.createElement('ol')
  #status = document.createElement('p')

  get #form(): HTMLFormElement | null {
    return this.closest('form')
  }

  get #picker(): PickerSettings {
    return JSON.parse(this.#form?.querySelector<HTMLElement>('place-picker')?.dataset.settings ?? '') as PickerSettings
  }

  get #settings(): DeviceSettings {
    return JSON.parse(this.closest<HTMLElement>('report-form')?.dataset.settings ?? '') as DeviceSettings
  }

  get #fields(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('[data-fields] input[type=file]')]
  }

  connectedCallback(): void {
    if (this.contains(this.#list)) return
    const { words, pictureTypes } = this.#settings
    const label = document.createElement('label')
    label.htmlFor = 'field-photos'
    label.textContent = words.addPhotos
    Object.assign(this.#input, { type: 'file', id: 'field-photos', className: 'input', multiple: true })
    this.#input.accept = pictureTypes
    this.#list.className = 'photo-list plain-list'
    this.#status.className = 'visually-hidden'
    this.#status.role = 'status'
    const field = document.createElement('div')
    field.className = 'field'
    field.append(label, this.#input)
    this.querySelector<HTMLElement>('[data-fields]')!.hidden = true
    this.append(this.#list, field, this.#status)
    this.#input.addEventListener('change', () => {
      const chosen = [...(this.#input.files ?? [])]
      this.#input.value = ''
      this.add(chosen)
    })
    // Coming back, a browser may have filled in the fields behind this one.
    this.add(this.#fields.flatMap(({ files }) => [...(files ?? [])]))
  }

  /** Resolves once every chosen photo is as small as it will be. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay)
  }

  add(files: readonly File[]): void {
    const { words, mostPhotos } = this.#settings
    const room = Math.max(0, mostPhotos - this.#photos.length)
    for (const file of files.slice(0, room)) {
      const note = document.createElement('p')
      note.className = 'photo-note'
      const photo: Photo = { file, note, thumbnail: null }
      this.#photos.push(photo)
      const work = this.#care(photo).finally(() => this.#underWay.delete(work))
      this.#underWay.add(work)
    }
    this.#show()
    if (files.length > room) this.#status.textContent = words.tooManyPhotos
  }

  clear(): void {
    this.#photos = []
    this.#show()
  }

  async #care(photo: Photo): Promise<void> {
    const { words } = this.#picker
    const { file, note } = photo
    note.textContent = words.photoWait
    const point = readPhotoPlace(new Uint8Array(await file.slice(0, bytesToRead).arrayBuffer()))
    const small = await shrinkPhoto(file)
    photo.file = small
    photo.thumbnail = await makeThumbnail(small)
    const language = document.documentElement.lang
    const sizes = { before: sayBytes(file.size, language), after: sayBytes(small.size, language) }
    note.textContent = fillIn(small === file ? words.photoSize : words.photoShrunk, sizes)
    this.#status.textContent = note.textContent
    if (point !== null) await this.#offer(point, file.name, note)
    this.#show()
  }

  async #offer(point: Point, name: string, note: HTMLElement): Promise<void> {
    const { words, outlines } = this.#picker
    const known = await loadOutlines(outlines).catch(() => undefined)
    if (known === undefined) return
    const settlement = settlementOf(known.features, point)
    if (settlement === undefined) {
      note.append(` ${fillIn(words.photoOutside, { name })}`)
      return
    }
    note.append(` ${fillIn(words.photoPlace, { name, place: settlement.properties.name })} `)
    const use = button(words.usePhotoPlace, () => {
      this.#form?.dispatchEvent(new CustomEvent<ProposedPlace>('choose-place', { detail: { point, by: 'photo' } }))
    })
    note.append(use)
  }

  /** The list, and behind it the fields that are sent, in the same order. */
  #show(): void {
    this.#list.replaceChildren(...this.#photos.map((photo, at) => this.#lineOf(photo, at)))
    this.#list.hidden = this.#photos.length === 0
    const { mostPhotos } = this.#settings
    this.#input.disabled = this.#photos.length >= mostPhotos
    for (const [at, field] of this.#fields.entries()) {
      const files = new DataTransfer()
      const photo = this.#photos[at]
      if (photo !== undefined) files.items.add(photo.file)
      field.files = files.files
    }
  }

  #lineOf(photo: Photo, at: number): HTMLLIElement {
    const { words } = this.#settings
    const number = at + 1
    const line = document.createElement('li')
    if (photo.thumbnail !== null) {
      const image = document.createElement('img')
      image.src = photo.thumbnail
      image.alt = ''
      line.append(image)
    }
    const about = document.createElement('div')
    const name = document.createElement('p')
    name.textContent = `${fillIn(words.photo, { number })}: ${photo.file.name}`
    const tools = document.createElement('p')
    tools.className = 'row'
    if (at > 0) tools.append(button(fillIn(words.movePhoto, { number }), () => this.#move(photo)))
    tools.append(button(fillIn(words.removePhoto, { number }), () => this.#remove(photo)))
    about.append(name, photo.note, tools)
    line.append(about)
    return line
  }

  #move(photo: Photo): void {
    const at = this.#photos.indexOf(photo)
    this.#photos.splice(at - 1, 0, ...this.#photos.splice(at, 1))
    this.#show()
    this.#status.textContent = fillIn(this.#settings.words.photoMoved, { number: at })
    this.#list.children[at - 1]?.querySelector('button')?.focus()
  }

  #remove(photo: Photo): void {
    this.#photos = this.#photos.filter((one) => one !== photo)
    this.#show()
    this.#status.textContent = fillIn(this.#settings.words.photoRemoved, { count: this.#photos.length })
    this.#input.focus()
  }
}

function button(label: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'button button-secondary button-small'
  made.textContent = label
  made.addEventListener('click', press)
  return made
}

customElements.define('photo-care', PhotoCare)
