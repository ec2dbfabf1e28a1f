import Supercluster from 'supercluster'
import type { Db } from '#platform/database.ts'
import { publicVersion } from '#platform/data-version.ts'
import { clusterPixels, leastZoom, mostClusteredZoom, mostPins, tilePixels, type MapView } from './map-view.ts'
import { hasChangedSince, listPublicPoints } from './queries/map.ts'
import type { PublicFilter } from './queries/reports.ts'

type Numbered = { number: number }
type ReportIndex = { clusters: Supercluster<Numbered>; size: number; newest: number; builtAt: number; took: number }
type Kept = { version: number; index: Promise<ReportIndex>; size: number }

const mostIndexes = 24
/** Of all kept indexes together: about 400 bytes each. */
const mostPoints = 1_000_000
// Of a hundred thousand points an index takes half a second to make: at most a twentieth of the time goes there.
const restAfterWork = 20
const mostFresh = 250

const keptBySite = new WeakMap<Db, Map<string, Kept>>()

async function buildIndex(db: Db, filter: PublicFilter): Promise<ReportIndex> {
  const points = await listPublicPoints(db, filter, mostPoints)
  const began = performance.now()
  const clusters = new Supercluster<Numbered>({
    minZoom: leastZoom,
    maxZoom: mostClusteredZoom,
    radius: clusterPixels,
    extent: tilePixels,
  })
  clusters.load(
    points.map(({ number, latitude, longitude }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [longitude, latitude] },
      properties: { number },
    })),
  )
  const builtAt = performance.now()
  return { clusters, size: points.length, newest: points[0]?.number ?? 0, builtAt, took: builtAt - began }
}

/**
 * One index for each filter, made anew only when reports have changed, and a large one not after every change: `isLate`
 * then, and newer reports are to be looked up beside it. The longest unused leave first.
 */
async function indexFor(db: Db, filter: PublicFilter): Promise<{ index: ReportIndex; isLate: boolean }> {
  const all = keptBySite.get(db) ?? new Map<string, Kept>()
  keptBySite.set(db, all)
  const name = JSON.stringify([filter.state, filter.group, filter.settlement, filter.since])
  const version = publicVersion(db)
  const earlier = all.get(name)
  if (earlier !== undefined && earlier.version < version) {
    if (await hasChangedSince(db, earlier.version)) {
      const index = await earlier.index.catch(() => null)
      if (index !== null && performance.now() - index.builtAt < index.took * restAfterWork) {
        return { index, isLate: true }
      }
    } else earlier.version = Math.max(earlier.version, version)
  }
  // Meanwhile somebody else may have begun a new one.
  let kept = all.get(name)
  if (kept === undefined || kept.version < version) {
    const made: Kept = { version, index: buildIndex(db, filter), size: 0 }
    kept = made
    made.index.then(
      ({ size }) => {
        made.size = size
        makeRoom(all)
      },
      () => {
        if (all.get(name) === made) all.delete(name)
      },
    )
  }
  all.delete(name)
  all.set(name, kept)
  makeRoom(all)
  return { index: await kept.index, isLate: false }
}

function makeRoom(all: Map<string, Kept>): void {
  const points = () => all.values().reduce((sum, { size }) => sum + size, 0)
  while (all.size > 1 && (all.size > mostIndexes || points() > mostPoints)) all.delete(all.keys().next().value!)
}

/** For tests: how many indexes are kept for a site. */
export function countKeptIndexes(db: Db): number {
  return keptBySite.get(db)?.size ?? 0
}

export type Cluster = { longitude: number; latitude: number; count: number; opensAt: number }
export type SinglePoint = { longitude: number; latitude: number; number: number }

/** The public reports in a view, those near each other counted together: never more than can be looked at. */
export async function clusterReports(
  db: Db,
  filter: PublicFilter,
  { box, zoom }: MapView,
): Promise<{ zoom: number; placed: number; clusters: Cluster[]; singles: SinglePoint[]; isLate: boolean }> {
  const { index: found, isLate } = await indexFor(db, filter)
  const { clusters: index, size } = found
  const look = (at: number) => index.getClusters([...box], at)
  let seenAt = zoom
  let seen = look(seenAt)
  while (seen.length > mostPins && seenAt > leastZoom) seen = look((seenAt -= 1))
  const clusters: Cluster[] = []
  const singles: SinglePoint[] = []
  for (const { geometry, properties } of seen.slice(0, mostPins)) {
    const [longitude = 0, latitude = 0] = geometry.coordinates
    if ('cluster_id' in properties) {
      const opensAt = index.getClusterExpansionZoom(properties.cluster_id)
      clusters.push({ longitude, latitude, count: properties.point_count, opensAt })
    } else singles.push({ longitude, latitude, number: properties.number })
  }
  const fresh = isLate ? await listPublicPoints(db, filter, mostFresh, found.newest) : []
  const [west, south, east, north] = box
  for (const { number, longitude, latitude } of fresh) {
    if (longitude >= west && longitude <= east && latitude >= south && latitude <= north)
      singles.push({ longitude, latitude, number })
  }
  return { zoom: seenAt, placed: size + fresh.length, clusters, singles, isLate }
}
