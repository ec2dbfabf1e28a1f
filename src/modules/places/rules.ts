import { compareText, formatNumber } from '#platform/format.ts'
import type { Language } from '#platform/language.ts'
import type { AreaGeometry } from '#ui/charts/outline-map.tsx'

export const settlementKinds = ['alevik', 'küla', 'alev', 'linn'] as const
export type SettlementKind = (typeof settlementKinds)[number]

export type Settlement = {
  ehak: string
  name: string
  kind: SettlementKind
  areaM2: number
  outline: AreaGeometry
  neighbours: readonly string[]
}

/** The state's list of kinds of settlement (asustusüksuse tüüp). */
const kindsByType: Record<string, SettlementKind> = { 4: 'linn', 6: 'alev', 7: 'alevik', 8: 'küla' }

export function kindOfType(type: string): SettlementKind | undefined {
  return kindsByType[type]
}

/** `Neeme küla` → `Neeme`; `Uusküla` stays, since there the word is the name. */
export function bareName(name: string, kind: SettlementKind): string {
  return name.endsWith(` ${kind}`) ? name.slice(0, -kind.length - 1) : name
}

const kindWords: Record<Exclude<Language, 'et'>, Record<SettlementKind, (name: string) => string>> = {
  en: {
    küla: (name) => `${name} village`,
    alevik: (name) => `${name} small borough`,
    alev: (name) => `${name} borough`,
    linn: (name) => `${name} town`,
  },
  ru: {
    küla: (name) => `деревня ${name}`,
    alevik: (name) => `посёлок ${name}`,
    alev: (name) => `посёлок городского типа ${name}`,
    linn: (name) => `город ${name}`,
  },
}

/** The whole name: Loo alone may be a village or a borough. */
export function nameOfSettlement({ name, kind }: Pick<Settlement, 'name' | 'kind'>, language: Language): string {
  if (language !== 'et') return kindWords[language][kind](name)
  return name.endsWith(kind) ? name : `${name} ${kind}`
}

/** `19,3 km²` */
export function formatArea(areaM2: number, language: Language): string {
  const squareKilometres = areaM2 / 1_000_000
  const digits = squareKilometres < 1 ? 100 : 10
  return `${formatNumber(Math.round(squareKilometres * digits) / digits, language)} km²`
}

export const settlementOrders = ['nimi', '-nimi', 'pindala', '-pindala'] as const
export type SettlementOrder = (typeof settlementOrders)[number]

/** Estonian names are sorted as Estonians do, whatever the reader's language. */
export function sortSettlements<S extends Pick<Settlement, 'name' | 'kind' | 'areaM2'>>(
  settlements: readonly S[],
  order: SettlementOrder,
): S[] {
  const compare = compareText('et')
  const byName = (a: S, b: S) => compare(a.name, b.name) || compare(a.kind, b.kind)
  const ordered = settlements.toSorted(order.endsWith('nimi') ? byName : (a, b) => a.areaM2 - b.areaM2 || byName(a, b))
  return order.startsWith('-') ? ordered.toReversed() : ordered
}

function pointsOf(outline: AreaGeometry): Set<string> {
  const rings = outline.type === 'Polygon' ? outline.coordinates : outline.coordinates.flat()
  return new Set(rings.flatMap((ring) => ring.map(([longitude, latitude]) => `${longitude} ${latitude}`)))
}

/** Two settlements are neighbours when their outlines have a stretch, not just one point, in common. */
export function neighboursOf(settlements: readonly Pick<Settlement, 'ehak' | 'outline'>[]): Map<string, string[]> {
  const points = settlements.map(({ ehak, outline }) => ({ ehak, own: pointsOf(outline) }))
  const found = new Map<string, string[]>(settlements.map(({ ehak }) => [ehak, []]))
  for (const [index, { ehak, own }] of points.entries()) {
    for (const other of points.slice(index + 1)) {
      if ([...own].filter((point) => other.own.has(point)).length < 2) continue
      found.get(ehak)!.push(other.ehak)
      found.get(other.ehak)!.push(ehak)
    }
  }
  return found
}

export type GeoPoint = { latitude: number; longitude: number }

type Ring = readonly (readonly number[])[]

/** Odd crossings of a ray to the east mean inside; holes turn it round by themselves. */
function holds(outline: AreaGeometry, { latitude, longitude }: GeoPoint): boolean {
  const rings: readonly Ring[] = outline.type === 'Polygon' ? outline.coordinates : outline.coordinates.flat()
  let inside = false
  for (const ring of rings) {
    for (let at = 0, before = ring.length - 1; at < ring.length; before = at, at += 1) {
      const [x1 = 0, y1 = 0] = ring[at]!
      const [x2 = 0, y2 = 0] = ring[before]!
      if (y1 > latitude !== y2 > latitude && longitude < ((x2 - x1) * (latitude - y1)) / (y2 - y1) + x1)
        inside = !inside
    }
  }
  return inside
}

const metresOfDegree = 111_320

/** Metres from a point to an outline's nearest edge, on a plane: right to a metre within a municipality. */
function distanceTo(outline: AreaGeometry, { latitude, longitude }: GeoPoint): number {
  const squeeze = Math.cos((latitude * Math.PI) / 180)
  const plane = ([x = 0, y = 0]: readonly number[]) => [
    (x - longitude) * squeeze * metresOfDegree,
    (y - latitude) * metresOfDegree,
  ]
  const rings: readonly Ring[] = outline.type === 'Polygon' ? outline.coordinates : outline.coordinates.flat()
  let nearest = Infinity
  for (const ring of rings) {
    for (let at = 1; at < ring.length; at += 1) {
      const [ax = 0, ay = 0] = plane(ring[at - 1]!)
      const [bx = 0, by = 0] = plane(ring[at]!)
      const length = (bx - ax) ** 2 + (by - ay) ** 2
      const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * (bx - ax) + ay * (by - ay)) / length))
      nearest = Math.min(nearest, Math.hypot(ax + along * (bx - ax), ay + along * (by - ay)))
    }
  }
  return nearest
}

/** The settlement in which a point lies, or the nearest within the tolerance (a pier, a shore, a border). */
export function settlementAt<S extends Pick<Settlement, 'ehak' | 'outline'>>(
  settlements: readonly S[],
  point: GeoPoint,
  toleranceMetres: number,
): S | undefined {
  const inside = settlements.find(({ outline }) => holds(outline, point))
  if (inside !== undefined) return inside
  const near = settlements
    .map((one) => ({ one, metres: distanceTo(one.outline, point) }))
    .filter(({ metres }) => metres <= toleranceMetres)
    .toSorted((a, b) => a.metres - b.metres)
  return near[0]?.one
}
