import { settlementAt } from '#modules/places/index.ts'
import type { Point } from '../../map-point.ts'
import { metresOfDegree } from '../../map-point.ts'

type Position = readonly number[]
export type Shape =
  | { type: 'Polygon'; coordinates: readonly (readonly Position[])[] }
  | { type: 'MultiPolygon'; coordinates: readonly (readonly (readonly Position[])[])[] }
  | { type: 'LineString'; coordinates: readonly Position[] }
  | { type: 'MultiLineString'; coordinates: readonly (readonly Position[])[] }

export const mostCharacters = 1_000_000
export const mostPositions = 20_000
export type ShapesRefusal =
  | 'notJson'
  | 'notGeoJson'
  | 'nothingDrawn'
  | 'swapped'
  | 'notInEstonia'
  | 'ringOpen'
  | 'tooMany'
  | 'bufferMissing'

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const isPosition = (value: unknown): value is number[] =>
  Array.isArray(value) && value.length >= 2 && value.length <= 3 && value.every(Number.isFinite)
const isLine = (value: unknown, least: number): value is number[][] =>
  Array.isArray(value) && value.length >= least && value.every(isPosition)
const isRings = (value: unknown): value is number[][][] =>
  Array.isArray(value) && value.length > 0 && value.every((ring) => isLine(ring, 4))

/** Every geometry of a document (RFC 7946), or null where something else stands in it. */
function geometriesIn(value: unknown, depth = 0): Shape[] | null {
  if (!isObject(value) || depth > 3) return null
  const { type, coordinates } = value
  const parts = type === 'FeatureCollection' ? value.features : type === 'GeometryCollection' ? value.geometries : null
  if (Array.isArray(parts)) {
    const found = parts.map((part) => geometriesIn(part, depth + 1))
    return found.includes(null) ? null : found.flatMap((one) => one ?? [])
  }
  if (type === 'Feature') return value.geometry === null ? [] : geometriesIn(value.geometry, depth + 1)
  if (type === 'Polygon') return isRings(coordinates) ? [{ type, coordinates }] : null
  if (type === 'MultiPolygon')
    return Array.isArray(coordinates) && coordinates.every(isRings) ? [{ type, coordinates }] : null
  if (type === 'LineString') return isLine(coordinates, 2) ? [{ type, coordinates }] : null
  if (type === 'MultiLineString') {
    const isLines = Array.isArray(coordinates) && coordinates.every((line) => isLine(line, 2))
    return isLines ? [{ type, coordinates }] : null
  }
  return null
}

const ringsOf = (shape: Shape): readonly (readonly Position[])[] => {
  if (shape.type === 'Polygon') return shape.coordinates
  return shape.type === 'MultiPolygon' ? shape.coordinates.flat() : []
}
const linesOf = (shape: Shape): readonly (readonly Position[])[] => {
  if (shape.type === 'LineString') return [shape.coordinates]
  return shape.type === 'MultiLineString' ? shape.coordinates : []
}
const positionsOf = (shapes: readonly Shape[]): Position[] =>
  shapes.flatMap((shape) => [...ringsOf(shape), ...linesOf(shape)].flat())

const isInEstonia = ([longitude = 0, latitude = 0]: Position) =>
  longitude > 21 && longitude < 29 && latitude > 57 && latitude < 60.5

/** Areas and lines of a GeoJSON document that somebody pasted or sent. */
export function readShapes(
  text: string,
  bufferMetres: number,
): { ok: true; shapes: Shape[] } | { ok: false; refusal: ShapesRefusal } {
  if (text.length > mostCharacters) return { ok: false, refusal: 'tooMany' }
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch {
    return { ok: false, refusal: 'notJson' }
  }
  const shapes = geometriesIn(document)
  const refusal = shapes === null ? 'notGeoJson' : whyNot(shapes, bufferMetres)
  return shapes === null || refusal !== null ? { ok: false, refusal: refusal ?? 'notGeoJson' } : { ok: true, shapes }
}

function whyNot(shapes: readonly Shape[], bufferMetres: number): ShapesRefusal | null {
  const positions = positionsOf(shapes)
  if (positions.length === 0) return 'nothingDrawn'
  if (positions.length > mostPositions) return 'tooMany'
  if (positions.every(([x = 0, y = 0]) => isInEstonia([y, x]))) return 'swapped'
  if (!positions.every(isInEstonia)) return 'notInEstonia'
  const isOpen = (ring: readonly Position[]) => ring[0]![0] !== ring.at(-1)![0] || ring[0]![1] !== ring.at(-1)![1]
  if (shapes.flatMap(ringsOf).some(isOpen)) return 'ringOpen'
  return bufferMetres === 0 && shapes.some((shape) => linesOf(shape).length > 0) ? 'bufferMissing' : null
}

/** A point lies in an area, or no farther than the buffer from its edge or from a line. */
export function reaches(shapes: readonly Shape[], point: Point, bufferMetres: number): boolean {
  const outlines = shapes.flatMap((shape) => {
    if (shape.type === 'Polygon' || shape.type === 'MultiPolygon') return [shape]
    // A line there and back encloses nothing, and its edge is the line.
    return linesOf(shape).map((line) => ({
      type: 'Polygon' as const,
      coordinates: [[...line, ...line.toReversed().slice(1)]],
    }))
  })
  const areas = outlines.map((outline) => ({ ehak: '', outline }))
  return settlementAt(areas, point, bufferMetres) !== undefined
}

/** The box around all shapes with their buffer, for the index. */
export function boundsOf(shapes: readonly Shape[], bufferMetres: number) {
  const positions = positionsOf(shapes)
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const [longitude = 0, latitude = 0] of positions) {
    west = Math.min(west, longitude)
    east = Math.max(east, longitude)
    south = Math.min(south, latitude)
    north = Math.max(north, latitude)
  }
  const high = bufferMetres / metresOfDegree
  const wide = high / Math.cos((north * Math.PI) / 180)
  return { west: west - wide, south: south - high, east: east + wide, north: north + high }
}

export const countPositions = (shapes: readonly Shape[]): number => positionsOf(shapes).length

/** As a document again, for taking out and for changing elsewhere. */
export function writeShapes(shapes: readonly Shape[]): string {
  const features = shapes.map((geometry) => ({ type: 'Feature', properties: {}, geometry }))
  return JSON.stringify({ type: 'FeatureCollection', features })
}
