import type { OutlinesAnswer } from '../map-answers.ts'
import { metresBetween, readPoint, writePoint, type Point } from '../map-point.ts'
import type { PickerSettings } from '../map-settings.ts'
import { canDrawMaps } from './can-draw.ts'
import type { LibreMap } from './draw-map.ts'
import { fillIn } from './fill-in.ts'
import { locate } from './locate.ts'
import { showAnnouncements } from './show-announcements.ts'
import { SimilarReports } from './similar-reports.ts'
import { boxAround, loadOutlines, ringAround, settlementOf } from './where-is.ts'

const closeZoom = 16
/** Nearer there would be nothing on the map to go by. */
const closeZoomWithoutTiles = 14
const exactZoom = 14
const waitBeforeTelling = 400
/** Says of a movement that the program made it: nobody chose the place under the cross. */
const own = { own: true }

/** A place that a photo or an address has, for the form to take. */
export type ProposedPlace = { point: Point; by: 'photo' | 'address' }

/** Chooses the place of a report on a map; the fields beside it hold what is sent, and do without it. */
class PlacePicker extends HTMLElement {
  #settings = JSON.parse(this.dataset.settings ?? '') as PickerSettings
  #outlines: OutlinesAnswer | undefined
  #map: LibreMap | undefined
  #drawing: Promise<LibreMap | undefined> | undefined
  #drawRing: typeof import('./draw-map.ts').drawRing | undefined
  #isWriting = false
  #timer = 0
  #before: Point | null = null
  #similar = new SimilarReports(this.#part('similar'), this.#settings.words, this.#settings.similar)

  #part(name: string): HTMLElement {
    return this.querySelector<HTMLElement>(`[data-${name}]`)!
  }

  #field(name: string): HTMLInputElement | HTMLSelectElement | null {
    return this.closest('form')?.querySelector<HTMLInputElement | HTMLSelectElement>(`[name="${name}"]`) ?? null
  }

  /** How the place was found goes with the report. */
  #placedBy(how: '' | 'map' | 'gps' | ProposedPlace['by'], metres?: number): void {
    const [field, accuracy] = [this.#field('placedBy'), this.#field('accuracy')]
    if (field !== null) field.value = how
    if (accuracy !== null) accuracy.value = metres === undefined ? '' : String(metres)
  }

  get #point(): Point | null {
    return readPoint(this.#field('point')?.value ?? '')
  }

  connectedCallback(): void {
    this.dataset.ready = ''
    this.#part('open').addEventListener('click', () => void this.#toggle())
    this.#part('locate').addEventListener('click', () => void this.#locate())
    this.#field('point')?.addEventListener('input', () => {
      if (this.#isWriting) return
      this.#placedBy('')
      void this.#typed()
    })
    this.#field('settlement')?.addEventListener('change', () => {
      if (!this.#isWriting) void this.#settlementChosen()
    })
    this.#field('category')?.addEventListener('change', () => this.#lookAround())
    this.closest('form')?.addEventListener('choose-place', (event) => {
      const { point, by } = (event as CustomEvent<ProposedPlace>).detail
      void this.#take(point, by === 'photo' ? this.#settings.words.photoPlaceUsed : '').then(() => {
        if (this.#point !== null) this.#placedBy(by)
      })
    })
    if (this.#point !== null) void this.#typed()
  }

  disconnectedCallback(): void {
    window.clearTimeout(this.#timer)
    this.#map?.remove()
  }

  async #toggle(): Promise<void> {
    const frame = this.#part('frame')
    if (!frame.hidden) {
      frame.hidden = true
      this.#markOpen(false)
      return
    }
    const map = await this.#openMap()
    map?.getCanvas().focus()
    if (map !== undefined && this.#point === null) this.#say(this.#settings.words.pickLead)
  }

  #markOpen(isOpen: boolean): void {
    const button = this.#part('open')
    button.ariaExpanded = String(isOpen)
    button.textContent = isOpen ? this.#settings.words.closeMap : (this.dataset.choose ?? '')
  }

  /** The map, shown; undefined where it cannot be drawn. */
  async #openMap(): Promise<LibreMap | undefined> {
    if (!canDrawMaps()) {
      this.#say(this.#settings.words.noMapToPick)
      return undefined
    }
    this.#part('frame').hidden = false
    this.#markOpen(true)
    this.#drawing ??= this.#draw().catch(() => {
      this.#drawing = undefined
      this.#part('frame').hidden = true
      this.#markOpen(false)
      this.#say(this.#settings.words.mapLostToPick)
      return undefined
    })
    const map = await this.#drawing
    map?.resize()
    return map
  }

  async #draw(): Promise<LibreMap> {
    const { words, tiles, outlines: address } = this.#settings
    const [{ drawMap, drawRing }, { showNames }, outlines] = await Promise.all([
      import('./draw-map.ts'),
      import('./on-map.ts'),
      loadOutlines(address),
    ])
    this.#outlines = outlines
    this.#drawRing = drawRing
    const frame = this.#part('frame')
    const map = drawMap({ frame, outlines, tiles, words, title: words.pickMap, sharesGestures: false })
    this.#map = map
    showNames(map, outlines.features)
    this.#part('source').textContent = [outlines.source, tiles?.attribution ?? '']
      .filter((part) => part !== '')
      .join('. ')
    map.on('click', ({ lngLat }) => map.easeTo({ center: lngLat }))
    map.on('moveend', (event) => {
      if (!('own' in event)) this.#moved()
    })
    const point = this.#point
    if (point === null) this.#showSettlement()
    else this.#centre(point)
    this.#before = this.#underCross()
    return map
  }

  #underCross(): Point {
    const { lat, lng } = this.#map!.getCenter()
    return { latitude: Math.round(lat * 1e5) / 1e5, longitude: Math.round(lng * 1e5) / 1e5 }
  }

  #centre({ latitude, longitude }: Point): void {
    const map = this.#map
    const near = this.#settings.tiles === null ? closeZoomWithoutTiles : closeZoom
    map?.jumpTo({ center: [longitude, latitude], zoom: Math.max(map.getZoom(), near) }, own)
  }

  #showSettlement(): void {
    const ehak = this.#field('settlement')?.value ?? ''
    const box = boxAround(this.#outlines?.features.filter(({ properties }) => properties.ehak === ehak) ?? [])
    if (box === null) return
    const [west, south, east, north] = box
    this.#map?.fitBounds([west, south, east, north], { padding: 24, animate: false }, own)
  }

  /** Somebody moved the map: what is under the cross is the place. */
  #moved(): void {
    const point = this.#underCross()
    // Looking closer chooses nothing by itself.
    const hasMoved = this.#before === null || metresBetween(this.#before, point) >= 1
    this.#before = point
    if (!hasMoved && this.#field('point')?.value === '') return
    this.#choose(point)
  }

  #choose(point: Point, lead = '', outside = this.#settings.words.outside): void {
    this.#placedBy('map')
    if (this.#outlines === undefined) {
      // Without outlines the server alone judges where it is.
      this.#write('point', writePoint(point))
      this.#sayLater(lead)
      return
    }
    const settlement = settlementOf(this.#outlines.features, point)
    this.#write('point', settlement === undefined ? '' : writePoint(point))
    if (settlement !== undefined) this.#write('settlement', settlement.properties.ehak)
    this.#sayLater(
      settlement === undefined ? outside : [lead, this.#sayPlace(settlement.properties.name, point)].join(' '),
    )
    this.#lookAround()
  }

  #sayPlace(place: string, point: Point): string {
    const { at, zoomMore } = this.#settings.words
    const zoom = this.#map === undefined || this.#part('frame').hidden ? exactZoom : this.#map.getZoom()
    return `${fillIn(at, { place, point: writePoint(point) })}${zoom < exactZoom ? ` ${zoomMore}` : ''}`
  }

  #write(name: string, value: string): void {
    const field = this.#field(name)
    if (field === null || field.value === value) return
    this.#isWriting = true
    field.value = value
    field.dispatchEvent(new Event('input', { bubbles: true }))
    field.dispatchEvent(new Event('change', { bubbles: true }))
    this.#isWriting = false
  }

  async #typed(): Promise<void> {
    const point = this.#point
    this.#lookAround()
    if (point === null) return this.#sayLater('')
    this.#outlines ??= await loadOutlines(this.#settings.outlines).catch(() => undefined)
    const settlement = settlementOf(this.#outlines?.features ?? [], point)
    this.#centre(point)
    if (this.#outlines === undefined) return
    this.#sayLater(
      settlement === undefined ? this.#settings.words.outside : this.#sayPlace(settlement.properties.name, point),
    )
  }

  async #settlementChosen(): Promise<void> {
    const ehak = this.#field('settlement')?.value ?? ''
    showAnnouncements(ehak)
    const point = this.#point
    this.#outlines ??= await loadOutlines(this.#settings.outlines).catch(() => undefined)
    if (point !== null && ehak !== '') {
      if (settlementOf(this.#outlines?.features ?? [], point)?.properties.ehak === ehak) return
      // The point would outweigh the village that was just chosen.
      this.#write('point', '')
      this.#placedBy('')
      this.#sayLater('')
      this.#lookAround()
    }
    this.#showSettlement()
    if (this.#map !== undefined) this.#before = this.#underCross()
  }

  async #locate(): Promise<void> {
    const { words } = this.#settings
    this.#say(words.locating)
    const found = await locate(words)
    if (!found.ok) return this.#say(found.sentence)
    const { metres, ...point } = found.at
    const map = await this.#take(point, fillIn(words.located, { metres }), words.locatedOutside)
    if (this.#point !== null) this.#placedBy('gps', metres)
    if (map === undefined) return
    const ring = ringAround(point, metres)
    this.#drawRing?.(map, this.#point === null ? null : ring)
  }

  /** Takes a place that somebody proposed: shows it, says it, and lets it be moved. */
  async #take(point: Point, lead: string, outside?: string): Promise<LibreMap | undefined> {
    const map = await this.#openMap()
    this.#outlines ??= await loadOutlines(this.#settings.outlines).catch(() => undefined)
    if (settlementOf(this.#outlines?.features ?? [], point) !== undefined) this.#centre(point)
    this.#choose(point, lead, outside)
    if (map !== undefined) this.#before = this.#underCross()
    this.#part('place').focus()
    return map
  }

  #lookAround(): void {
    showAnnouncements(this.#field('settlement')?.value ?? '')
    this.#similar.lookAround(this.#point, this.#field('category')?.value ?? '')
  }

  #say(sentence: string): void {
    window.clearTimeout(this.#timer)
    this.#part('place').textContent = sentence
  }

  /** Once the map rests, so that each step of the arrow keys is not told. */
  #sayLater(sentence: string): void {
    window.clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => this.#say(sentence.trim()), waitBeforeTelling)
  }
}

customElements.define('place-picker', PlacePicker)
