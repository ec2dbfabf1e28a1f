export type Point = { latitude: number; longitude: number }

/** `59.4402, 25.1711` in either order and with commas or degrees: Estonia's two ranges never meet. Null otherwise. */
export function readPoint(text: string): Point | null {
  const numbers = [...text.matchAll(/-?\d{1,3}(?:[.,]\d+)?/g)].map(([one]) => Number(one.replace(',', '.')))
  const [first, second] = numbers
  if (numbers.length !== 2 || first === undefined || second === undefined) return null
  const [latitude, longitude] = first >= second ? [first, second] : [second, first]
  return latitude > 57 && latitude < 60.5 && longitude > 21 && longitude < 29 ? { latitude, longitude } : null
}

/** To a metre: `59.44020, 25.17110`. */
export function writePoint({ latitude, longitude }: Point): string {
  return `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`
}

/** A pier, a beach, a boundary ditch: outlines are drawn coarsely, and a point this near still belongs to them. */
export const outlineToleranceMetres = 300

export const metresOfDegree = 111_320

export function metresBetween(a: Point, b: Point): number {
  const squeeze = Math.cos((((a.latitude + b.latitude) / 2) * Math.PI) / 180)
  return Math.hypot((a.longitude - b.longitude) * squeeze, a.latitude - b.latitude) * metresOfDegree
}
