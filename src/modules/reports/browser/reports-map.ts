import type { ClusterPin, PinsAnswer, ReportPin } from '../map-answers.ts'
import type { ReportsMapSettings } from '../map-settings.ts'
import { squaresAround, type Box } from '../map-view.ts'
import { canDrawMaps } from './can-draw.ts'
import type { LibreMap } from './draw-map.ts'
import { fillIn } from './fill-in.ts'
import { MapCard } from './map-card.ts'
import type { Overlay } from './on-map.ts'
import { boxAround, loadOutlines } from './where-is.ts'

type Pins = PinsAnswer['features']
/** What stands at one place: a cluster, a report, or several reports with the very same point. */
type Spot = { key: string; longitude: number; latitude: number; cluster: ClusterPin | null; reports: ReportPin[] }

/** The public reports on a map, beside the list that says the same; fetched when it comes near the reader's eyes. */
class ReportsMap extends HTMLElement {
  #settings = JSON.parse(this.dataset.settings ?? '') as ReportsMapSettings
  #map: LibreMap | undefined
  #overlay: Overlay | undefined
  #card: MapCard | undefined
  #answer: PinsAnswer | undefined
  #asked = ''
  #asking: AbortController | undefined
  #buttons = new Map<string, HTMLButtonElement>()

  get #frame(): HTMLElement {
    return this.querySelector<HTMLElement>('[data-frame]')!
  }

  connectedCallback(): void {
    this.dataset.ready = ''
    if (!canDrawMaps()) return this.#giveUp(this.#settings.words.noMap)
    const watch = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return
        watch.disconnect()
        this.#start().catch(() => this.#giveUp(this.#settings.words.mapLost))
      },
      { rootMargin: '200px' },
    )
    watch.observe(this)
  }

  disconnectedCallback(): void {
    this.#map?.remove()
  }

  #giveUp(why: string): void {
    this.#map?.remove()
    this.#map = undefined
    this.#frame.remove()
    this.querySelector('[data-legend]')?.remove()
    this.#say(why, true)
  }

  #say(sentence: string, visibly = false): void {
    const status = this.querySelector('[data-status]')!
    status.textContent = sentence
    if (visibly) status.classList.remove('visually-hidden')
  }

  async #start(): Promise<void> {
    const { words, tiles, outlines: address, settlement } = this.#settings
    const [{ drawMap }, { Overlay, showNames }, outlines] = await Promise.all([
      import('./draw-map.ts'),
      import('./on-map.ts'),
      loadOutlines(address),
    ])
    const title = this.dataset.title ?? words.map
    const map = drawMap({ frame: this.#frame, outlines, tiles, words, title, sharesGestures: true })
    this.#map = map
    const box = boxAround(outlines.features.filter(({ properties }) => properties.ehak === settlement))
    if (box !== null) map.fitBounds([...box] as [number, number, number, number], { padding: 24, animate: false })
    showNames(map, outlines.features)
    this.#overlay = new Overlay(map, 'map-pins')
    this.#card = new MapCard(this.#frame, words)
    this.querySelector('[data-source]')!.textContent = [outlines.source, tiles?.attribution ?? '']
      .filter((part) => part !== '')
      .join('. ')
    this.#frame.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.#card?.close()
    })
    map.on('moveend', () => void this.#refresh())
    await this.#refresh()
  }

  async #refresh(): Promise<void> {
    const map = this.#map!
    const bounds = map.getBounds()
    const zoom = Math.max(0, Math.floor(map.getZoom()))
    const view: Box = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]
    const address = `${this.#settings.pins}bbox=${squaresAround(view, zoom).join(',')}&zoom=${zoom}`
    if (address !== this.#asked) {
      this.#asked = address
      this.#asking?.abort()
      this.#asking = new AbortController()
      try {
        const answer = await fetch(address, { signal: this.#asking.signal })
        if (!answer.ok) throw new Error(String(answer.status))
        this.#answer = (await answer.json()) as PinsAnswer
      } catch (error) {
        if (error instanceof DOMException && error.name === 'AbortError') return
        this.#asked = ''
        return this.#say(this.#settings.words.noPins, true)
      }
      const { placed } = this.#answer
      const { shown, shownNone } = this.#settings.words
      this.#say(placed === 0 ? shownNone : fillIn(shown, { count: placed }), placed === 0)
    }
    if (this.#answer !== undefined) this.#show(this.#answer.features)
  }

  #show(pins: Pins): void {
    const map = this.#map!
    const bounds = map.getBounds()
    const spots = spotsOf(pins).filter(({ longitude, latitude }) => bounds.contains([longitude, latitude]))
    // In the order in which one reads: rows of a touch target's height, each from the left.
    const place = (spot: Spot) => {
      const { x, y } = map.project([spot.longitude, spot.latitude])
      return Math.floor(y / 44) * 100_000 + x
    }
    const ordered = spots.toSorted((a, b) => place(a) - place(b))
    const focused = [...this.#buttons].find(([, button]) => button === document.activeElement)?.[0]
    const before = this.#buttons
    this.#buttons = new Map(ordered.map((spot) => [spot.key, before.get(spot.key) ?? this.#makeButton(spot)]))
    this.#overlay!.show(ordered.map((spot) => ({ ...spot, element: this.#buttons.get(spot.key)! })))
    if (focused !== undefined) (this.#buttons.get(focused) ?? map.getCanvas()).focus({ preventScroll: true })
  }

  #makeButton({ cluster, reports, longitude, latitude }: Spot): HTMLButtonElement {
    const { words } = this.#settings
    const button = document.createElement('button')
    button.type = 'button'
    if (cluster === null && reports.length === 1) {
      const { name, state, kind, tone } = reports[0]!
      button.className = `map-pin tone-${tone}`
      button.ariaLabel = `${name}. ${state}`
      button.append(this.markOf(kind))
    } else {
      const count = cluster?.count ?? reports.length
      button.className = count >= 1000 ? 'map-cluster map-cluster-large' : 'map-cluster'
      button.textContent = new Intl.NumberFormat(document.documentElement.lang).format(count)
      button.ariaLabel = fillIn(cluster === null ? words.stack : words.cluster, { count })
    }
    button.addEventListener('click', () => {
      if (cluster === null) return this.#card!.open(reports, button, (kind) => this.markOf(kind))
      const map = this.#map!
      map.getCanvas().focus({ preventScroll: true })
      map.easeTo({ center: [longitude, latitude], zoom: Math.max(cluster.opensAt, map.getZoom() + 1) })
    })
    return button
  }

  /** The shape of a state, as the legend has it. */
  markOf(kind: string): Node {
    return this.querySelector(`[data-legend-of="${kind}"] svg`)!.cloneNode(true)
  }
}

function spotsOf(pins: Pins): Spot[] {
  const spots = new Map<string, Spot>()
  for (const { geometry, properties } of pins) {
    const [longitude, latitude] = geometry.coordinates
    const isCluster = 'count' in properties
    const key = `${longitude} ${latitude}${isCluster ? ` ${properties.count}` : ''}`
    const spot = spots.get(key) ?? { key, longitude, latitude, cluster: null, reports: [] }
    if (isCluster) spot.cluster = properties
    else spot.reports.push(properties)
    spots.set(key, spot)
  }
  // A button is kept while what it stands for stays the same.
  return [...spots.values()].map((spot) => ({
    ...spot,
    key: `${spot.key} ${spot.reports.map(({ number, state }) => `${number} ${state}`).join(' ')}`,
  }))
}

customElements.define('reports-map', ReportsMap)
