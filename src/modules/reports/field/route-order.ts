export type Stop = { settlement: { ehak: string } | null; latitude: number | null; longitude: number | null }

/** Squared degrees, with longitude squeezed as it is at these latitudes: enough to know the nearer of two. */
function apart(a: Stop, b: Stop): number {
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null) return Infinity
  const squeeze = Math.cos((a.latitude * Math.PI) / 180)
  return (a.latitude - b.latitude) ** 2 + ((a.longitude - b.longitude) * squeeze) ** 2
}

/**
 * The order in which to drive: from the first one given always to the nearest that is left, but settlement by
 * settlement. What has no point comes last in its settlement.
 */
export function routeOrder<S extends Stop>(stops: readonly S[]): S[] {
  const left = [...stops]
  const route: S[] = []
  for (let here = left.shift(); here !== undefined;) {
    route.push(here)
    const from = here.latitude === null ? (route.findLast(({ latitude }) => latitude !== null) ?? here) : here
    const place = here.settlement?.ehak
    const near = left.filter((one) => one.settlement?.ehak === place)
    const candidates = near.length > 0 ? near : left
    const next = candidates.toSorted((a, b) => compare(apart(from, a), apart(from, b)))[0]
    if (next !== undefined) left.splice(left.indexOf(next), 1)
    here = next
  }
  return route
}

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1)
