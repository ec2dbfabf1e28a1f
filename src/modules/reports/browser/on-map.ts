import type { SettlementOutline } from '../map-answers.ts'
import type { LibreMap } from './draw-map.ts'
import { boxAround } from './where-is.ts'

type Placed = { element: HTMLElement; longitude: number; latitude: number }

/** Elements that stay at their places while the map moves under them. */
export class Overlay {
  #map: LibreMap
  #layer = document.createElement('div')
  #placed: readonly Placed[] = []

  constructor(map: LibreMap, className: string) {
    this.#map = map
    this.#layer.className = `map-layer ${className}`
    map.getCanvasContainer().append(this.#layer)
    map.on('move', () => this.#settle())
  }

  show(placed: readonly Placed[]): void {
    this.#placed = placed
    this.#layer.replaceChildren(...placed.map(({ element }) => element))
    this.#settle()
  }

  get placed(): readonly Placed[] {
    return this.#placed
  }

  #settle(): void {
    for (const { element, longitude, latitude } of this.#placed) {
      const { x, y } = this.#map.project([longitude, latitude])
      element.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px) translate(-50%, -50%)`
    }
  }
}

/** Names of settlements where there is room for them, the largest first; the list says them to those who listen. */
export function showNames(map: LibreMap, outlines: readonly SettlementOutline[]): void {
  const overlay = new Overlay(map, 'map-names')
  overlay.show(
    outlines
      .toSorted((a, b) => b.properties.areaM2 - a.properties.areaM2)
      .map((one) => {
        const element = document.createElement('span')
        element.textContent = one.properties.short
        element.ariaHidden = 'true'
        const [west, south, east, north] = boxAround([one])!
        return { element, longitude: (west + east) / 2, latitude: (south + north) / 2 }
      }),
  )
  const choose = () => {
    const taken: DOMRect[] = []
    for (const { element } of overlay.placed) {
      element.hidden = false
      const box = element.getBoundingClientRect()
      const isFree = taken.every(
        (other) => box.right < other.left || box.left > other.right || box.bottom < other.top || box.top > other.bottom,
      )
      element.hidden = !isFree
      if (isFree) taken.push(box)
    }
  }
  choose()
  map.on('moveend', choose)
}
