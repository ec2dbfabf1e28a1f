import type { Outline, OutlinesAnswer, SettlementOutline } from '../map-answers.ts'
import { metresOfDegree, outlineToleranceMetres, type Point } from '../map-point.ts'
import type { Box } from '../map-view.ts'

type Ring = readonly (readonly number[])[]

const ringsOf = (outline: Outline): readonly Ring[] =>
  outline.type === 'Polygon' ? outline.coordinates : outline.coordinates.flat()

/** Odd crossings of a ray to the east mean inside; holes turn it round by themselves. */
function holds(outline: Outline, { latitude, longitude }: Point): boolean {
  let inside = false
  for (const ring of ringsOf(outline)) {
    for (let at = 0, before = ring.length - 1; at < ring.length; before = at, at += 1) {
      const [x1 = 0, y1 = 0] = ring[at]!
      const [x2 = 0, y2 = 0] = ring[before]!
      if (y1 > latitude !== y2 > latitude && longitude < ((x2 - x1) * (latitude - y1)) / (y2 - y1) + x1)
        inside = !inside
    }
  }
  return inside
}

function metresTo(outline: Outline, { latitude, longitude }: Point): number {
  const squeeze = Math.cos((latitude * Math.PI) / 180)
  let nearest = Infinity
  for (const ring of ringsOf(outline)) {
    for (let at = 1; at < ring.length; at += 1) {
      const [ax = 0, ay = 0] = ring[at - 1]!
      const [bx = 0, by = 0] = ring[at]!
      const [x1, y1] = [(ax - longitude) * squeeze * metresOfDegree, (ay - latitude) * metresOfDegree]
      const [dx, dy] = [(bx - ax) * squeeze * metresOfDegree, (by - ay) * metresOfDegree]
      const length = dx ** 2 + dy ** 2
      const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(x1 * dx + y1 * dy) / length))
      nearest = Math.min(nearest, Math.hypot(x1 + along * dx, y1 + along * dy))
    }
  }
  return nearest
}

/** The settlement in which a point lies, as the server will judge it; undefined outside the municipality. */
export function settlementOf(outlines: readonly SettlementOutline[], point: Point): SettlementOutline | undefined {
  const inside = outlines.find(({ geometry }) => holds(geometry, point))
  if (inside !== undefined) return inside
  const near = outlines
    .map((one) => ({ one, metres: metresTo(one.geometry, point) }))
    .filter(({ metres }) => metres <= outlineToleranceMetres)
    .toSorted((a, b) => a.metres - b.metres)
  return near[0]?.one
}

/** The box around some outlines; null around none. */
export function boxAround(outlines: readonly Pick<SettlementOutline, 'geometry'>[]): Box | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { geometry } of outlines) {
    for (const [longitude = 0, latitude = 0] of ringsOf(geometry).flat()) {
      west = Math.min(west, longitude)
      east = Math.max(east, longitude)
      south = Math.min(south, latitude)
      north = Math.max(north, latitude)
    }
  }
  return west <= east ? [west, south, east, north] : null
}

/** A ring of so many metres around a point, for drawing. */
export function ringAround({ latitude, longitude }: Point, metres: number): [number, number][] {
  const high = metres / metresOfDegree
  const wide = high / Math.cos((latitude * Math.PI) / 180)
  return Array.from({ length: 65 }, (_, at) => {
    const turn = (at / 64) * 2 * Math.PI
    return [longitude + wide * Math.cos(turn), latitude + high * Math.sin(turn)]
  })
}

let asked: Promise<OutlinesAnswer> | undefined

/** The outlines of the site's settlements, asked for once on a page. */
export function loadOutlines(address: string): Promise<OutlinesAnswer> {
  asked ??= fetch(address).then((answer) => {
    if (!answer.ok) throw new Error(`outlines: ${answer.status}`)
    return answer.json() as Promise<OutlinesAnswer>
  })
  asked.catch(() => (asked = undefined))
  return asked
}
