/** What is taken for an item whose length nobody has planned. */
const usualMinutes = 10
const minute = 60_000
/** Estimates to the minute would promise more than anybody can know. */
const step = 5 * minute

export type Estimated = { id: string; plannedMinutes: number | null }
export type Course = {
  /** When the first of the items ahead may begin: the planned beginning, or now. */
  from: Date
  /** The item under way, since when. */
  current: (Estimated & { since: Date }) | null
}

/**
 * When each item ahead may come up, by id: what is planned for those before it, one after the other, rounded to five
 * minutes. Empty where nothing was planned for any item: then nobody can know.
 */
export function estimateStarts(ahead: readonly Estimated[], { from, current }: Course): ReadonlyMap<string, Date> {
  const all = current === null ? ahead : [current, ...ahead]
  if (all.every(({ plannedMinutes }) => plannedMinutes === null)) return new Map()
  const lengthOf = ({ plannedMinutes }: Estimated) => (plannedMinutes ?? usualMinutes) * minute
  let at = current === null ? from.getTime() : Math.max(from.getTime(), current.since.getTime() + lengthOf(current))
  const starts = new Map<string, Date>()
  for (const item of ahead) {
    starts.set(item.id, new Date(Math.round(at / step) * step))
    at += lengthOf(item)
  }
  return starts
}
