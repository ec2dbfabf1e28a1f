import type { AreaGeometry } from '#ui/charts/outline-map.tsx'
import { metresOfDegree, type Point } from '../map-point.ts'

/** How far around a point somebody may want to hear of. */
export const radii = [500, 1000, 2000, 5000] as const

export type AlertFilter = {
  settlement: string | null
  group: string | null
  circle: (Point & { metres: number }) | null
}

// A net of some two kilometres: a circle touches at most a few dozen of its squares.
const [high, wide] = [0.02, 0.04]

export function squareOf({ latitude, longitude }: Point): string {
  return `${Math.floor(latitude / high)}:${Math.floor(longitude / wide)}`
}

/** Every square that the circle's box touches. */
export function squaresAround({ latitude, longitude, metres }: Point & { metres: number }): string[] {
  const north = metres / metresOfDegree
  const east = north / Math.cos(((latitude + north) * Math.PI) / 180)
  const between = (from: number, until: number, step: number) => {
    const first = Math.floor(from / step)
    return Array.from({ length: Math.floor(until / step) - first + 1 }, (_, at) => first + at)
  }
  const columns = between(longitude - east, longitude + east, wide)
  return between(latitude - north, latitude + north, high).flatMap((row) => columns.map((column) => `${row}:${column}`))
}

/** To a hundred metres: nobody's door is kept, and neighbours who want the same share one row. */
export function roundPoint({ latitude, longitude }: Point): Point {
  return { latitude: Math.round(latitude * 1000) / 1000, longitude: Math.round(longitude * 1000) / 1000 }
}

/** The middle of an outline's box. */
export function middleOf(outline: AreaGeometry): Point {
  const rings = outline.type === 'Polygon' ? outline.coordinates : outline.coordinates.flat()
  const [longitudes, latitudes] = [0, 1].map((axis) => rings.flatMap((ring) => ring.map((at) => at[axis] ?? 0)))
  const middle = (values: readonly number[]) => (Math.min(...values) + Math.max(...values)) / 2
  return { latitude: middle(latitudes ?? []), longitude: middle(longitudes ?? []) }
}
