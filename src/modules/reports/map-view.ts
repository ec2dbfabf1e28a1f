/** West, south, east, north. */
export type Box = readonly [number, number, number, number]
export type MapView = { box: Box; zoom: number }

export const tilePixels = 512
export const leastZoom = 6
/** Above it every report stands by itself. */
export const mostClusteredZoom = 17
/** Clusters and single reports in one answer. */
export const mostPins = 250
/** Two reports nearer than this on the screen are counted together. */
export const clusterPixels = 60
const widestPixels = 4096

/** What part of the world is asked for; null for what is no box or no zoom. A box too wide for its zoom is seen from higher. */
export function readMapView(bbox: string, zoom: string): MapView | null {
  if (!/^\d{1,2}(\.\d{1,4})?$/.test(zoom)) return null
  const sides = bbox.split(',')
  if (sides.length !== 4 || !sides.every((side) => /^-?\d{1,3}(\.\d{1,15})?$/.test(side))) return null
  const [west, south, east, north] = sides.map(Number) as [number, number, number, number]
  if (west >= east || south >= north || west < -180 || east > 180 || south < -90 || north > 90) return null
  const fitting = Math.floor(Math.log2((widestPixels * 360) / (tilePixels * (east - west))))
  const wanted = Math.min(Math.floor(Number(zoom)), fitting, mostClusteredZoom + 1)
  return { box: [west, south, east, north], zoom: Math.max(leastZoom, wanted) }
}

/** The box of whole squares around a view, so that many visitors ask for the same answer. */
export function squaresAround([west, south, east, north]: Box, zoom: number): Box {
  const square = 180 / 2 ** zoom
  const low = (side: number) => Math.floor(side / square) * square
  const high = (side: number) => Math.ceil(side / square) * square
  const round = (side: number) => Math.round(side * 1e6) / 1e6
  return [
    round(Math.max(-180, low(west))),
    round(Math.max(-90, low(south))),
    round(Math.min(180, high(east))),
    round(Math.min(90, high(north))),
  ]
}
