import { createHash } from 'node:crypto'
import type { Language } from '#platform/language.ts'
import { nameOfSettlement, type Settlement } from '#modules/places/index.ts'
import { localPath } from '#ui/links.ts'
import type { OutlinesAnswer } from './map-answers.ts'
import { mapMessages } from './messages/map.ts'
import { reportPaths } from './paths.ts'

type Line = readonly (readonly number[])[]

const nameOf = ([longitude = 0, latitude = 0]: readonly number[]) => `${longitude} ${latitude}`

/** The municipality's border: what only one settlement has as an edge, chained into lines. */
export function boundaryOf(settlements: readonly Pick<Settlement, 'outline'>[]): Line[] {
  const edges = new Map<string, readonly [readonly number[], readonly number[]] | null>()
  for (const { outline } of settlements) {
    const rings = outline.type === 'Polygon' ? outline.coordinates : outline.coordinates.flat()
    for (const ring of rings) {
      for (let at = 1; at < ring.length; at += 1) {
        const [from, to] = [ring[at - 1]!, ring[at]!]
        const key = [nameOf(from), nameOf(to)].toSorted().join(' ')
        edges.set(key, edges.has(key) ? null : [from, to])
      }
    }
  }
  return chain([...edges.values()].filter((edge) => edge !== null))
}

/** Edges run along their rings, so each line goes on where another begins. */
function chain(edges: readonly (readonly [readonly number[], readonly number[]])[]): Line[] {
  const from = new Map<string, number[]>()
  for (const [at, [start]] of edges.entries()) from.set(nameOf(start), [...(from.get(nameOf(start)) ?? []), at])
  const used = new Set<number>()
  const lines: Line[] = []
  for (const [first, [start]] of edges.entries()) {
    if (used.has(first)) continue
    const line = [start]
    let next: number | undefined = first
    while (next !== undefined) {
      used.add(next)
      const end: readonly number[] = edges[next]![1]
      line.push(end)
      next = from.get(nameOf(end))?.find((at) => !used.has(at))
    }
    lines.push(line)
  }
  return lines
}

/** All outlines as the browser draws them and asks them where a point lies. */
export function outlinesAnswer(settlements: readonly Settlement[], language: Language): OutlinesAnswer {
  return {
    type: 'FeatureCollection',
    source: mapMessages[language].outlinesSource,
    boundary: { type: 'MultiLineString', coordinates: boundaryOf(settlements) },
    features: settlements.map((one) => ({
      type: 'Feature',
      geometry: one.outline,
      properties: { ehak: one.ehak, name: nameOfSettlement(one, language), short: one.name, areaM2: one.areaM2 },
    })),
  }
}

/** Another number when the answer below tells something else of the same settlements. */
const form = 1

/** The name of what the outlines now are; another one when any of them has changed. */
export function outlinesVersion(settlements: readonly Settlement[]): string {
  return createHash('sha256')
    .update(JSON.stringify([form, settlements]))
    .digest('base64url')
    .slice(0, 16)
}

/** Where the browser finds the outlines, for as long as they stay as they are. */
export function outlinesAddress(settlements: readonly Settlement[], language: Language): string {
  return `${localPath(reportPaths.mapOutlines, language)}?v=${outlinesVersion(settlements)}`
}
