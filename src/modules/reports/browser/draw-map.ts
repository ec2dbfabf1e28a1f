import { Map as LibreMap, type GeoJSONSource, type StyleSpecification } from 'maplibre-gl'
import type { MapTiles, OutlinesAnswer } from '../map-answers.ts'
import type { MapWords } from '../messages/map.ts'
import { boxAround } from './where-is.ts'

export type { LibreMap }

const token = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()

function colours() {
  return {
    ground: token('wash'),
    land: token('paper'),
    line: token('line-strong'),
    border: token('accent'),
    ring: token('accent'),
  }
}

function styleOf({ boundary, features }: OutlinesAnswer, tiles: MapTiles | null): StyleSpecification {
  const paint = colours()
  return {
    version: 8,
    sources: {
      settlements: { type: 'geojson', data: { type: 'FeatureCollection', features } as never },
      boundary: { type: 'geojson', data: boundary as never },
      ring: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
      ...(tiles === null ? {} : { tiles: { type: 'raster', tiles: [tiles.url], tileSize: 256, maxzoom: 18 } }),
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': paint.ground } },
      ...(tiles === null
        ? [{ id: 'land', type: 'fill', source: 'settlements', paint: { 'fill-color': paint.land } } as const]
        : [{ id: 'tiles', type: 'raster', source: 'tiles', paint: { 'raster-fade-duration': 0 } } as const]),
      {
        id: 'settlements',
        type: 'line',
        source: 'settlements',
        paint: { 'line-color': paint.line, 'line-width': 1, 'line-opacity': 0.6 },
      },
      { id: 'boundary', type: 'line', source: 'boundary', paint: { 'line-color': paint.border, 'line-width': 2 } },
      { id: 'ring', type: 'fill', source: 'ring', paint: { 'fill-color': paint.ring, 'fill-opacity': 0.15 } },
      { id: 'ring-edge', type: 'line', source: 'ring', paint: { 'line-color': paint.ring, 'line-width': 2 } },
    ],
  }
}

function followScheme(map: LibreMap): void {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    const paint = colours()
    map.setPaintProperty('ground', 'background-color', paint.ground)
    if (map.getLayer('land') !== undefined) map.setPaintProperty('land', 'fill-color', paint.land)
    map.setPaintProperty('settlements', 'line-color', paint.line)
    map.setPaintProperty('boundary', 'line-color', paint.border)
    map.setPaintProperty('ring', 'fill-color', paint.ring)
    map.setPaintProperty('ring-edge', 'line-color', paint.ring)
  })
}

export type Drawing = {
  frame: HTMLElement
  outlines: OutlinesAnswer
  tiles: MapTiles | null
  words: MapWords
  title: string
  /** A page is scrolled past the map with one finger; a map of choosing is moved with one. */
  sharesGestures: boolean
}

/** The map in its frame with its own buttons, at the whole municipality. Throws where the device cannot draw it. */
export function drawMap({ frame, outlines, tiles, words, title, sharesGestures }: Drawing): LibreMap {
  const container = document.createElement('div')
  container.className = 'map-canvas'
  frame.prepend(container)
  const box = boxAround(outlines.features) ?? [21, 57, 29, 60]
  const [west, south, east, north] = box
  // Wide windows show much beside the municipality; what is far from it is no use.
  const [wide, high] = [(east - west) * 4, (north - south) * 2]
  const map = new LibreMap({
    container,
    style: styleOf(outlines, tiles),
    bounds: [west, south, east, north],
    fitBoundsOptions: { padding: 16 },
    maxBounds: [west - wide, south - high, east + wide, north + high],
    maxZoom: 18,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    cooperativeGestures: sharesGestures,
    fadeDuration: 0,
    refreshExpiredTiles: false,
    locale: {
      'Map.Title': `${title}. ${words.keys}`,
      'CooperativeGesturesHandler.WindowsHelpText': words.wheel,
      'CooperativeGesturesHandler.MacHelpText': words.wheelMac,
      'CooperativeGesturesHandler.MobileHelpText': words.fingers,
    },
  })
  map.keyboard.disableRotation()
  map.touchZoomRotate.disableRotation()
  frame.append(zoomButtons(map, words))
  followScheme(map)
  return map
}

function zoomButtons(map: LibreMap, words: MapWords): HTMLElement {
  const row = document.createElement('div')
  row.className = 'map-buttons'
  const button = (sign: string, label: string, press: () => void) => {
    const one = document.createElement('button')
    one.type = 'button'
    one.textContent = sign
    one.ariaLabel = label
    one.addEventListener('click', press)
    row.append(one)
  }
  button('+', words.zoomIn, () => map.zoomIn())
  button('−', words.zoomOut, () => map.zoomOut())
  return row
}

/** Draws a ring on the map, or takes it away. */
export function drawRing(map: LibreMap, ring: [number, number][] | null): void {
  const draw = () => {
    const features = ring === null ? [] : [polygon(ring)]
    ;(map.getSource('ring') as GeoJSONSource | undefined)?.setData({ type: 'FeatureCollection', features })
  }
  if (map.isStyleLoaded() === true) draw()
  else map.once('load', draw)
}

function polygon(ring: [number, number][]) {
  return {
    type: 'Feature' as const,
    properties: {},
    geometry: { type: 'Polygon' as const, coordinates: [ring] },
  }
}
