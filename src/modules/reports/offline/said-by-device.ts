import type { Point } from '../map-point.ts'

/** The widest ring that a device may draw around where it thinks that it is. */
const mostMetres = 100_000
const earliest = Date.UTC(1970, 0, 1)
const latest = Date.UTC(2200, 0, 1)

/** When the sender pressed "send", by a clock that may be wrong; null where it says nothing that is a time. */
export function readSentAt(text: string): Date | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:\d\d)$/.test(text)) return null
  const at = Date.parse(text)
  return at >= earliest && at < latest ? new Date(at) : null
}

type Placing = {
  placedBy?: 'map' | 'gps' | 'photo' | 'address' | undefined
  accuracy: string
  settlement: string
  address: string
}

/** How exactly the device knew the place; only a place that the device itself found has that. */
export function readAccuracy(point: Point | null, { placedBy, accuracy }: Pick<Placing, 'placedBy' | 'accuracy'>) {
  if (point === null || placedBy !== 'gps' || !/^\d{1,6}$/.test(accuracy)) return null
  const metres = Number(accuracy)
  return metres >= 1 && metres <= mostMetres ? metres : null
}

/** How the place came to be known. A partner's program sends addresses, a person describes the place in words. */
export function placedBy(point: Point | null, input: Omit<Placing, 'accuracy'>, channel: 'web' | 'app' | 'api') {
  if (point !== null) return input.placedBy ?? 'map'
  if (input.address !== '') return channel === 'api' ? 'address' : 'words'
  return input.settlement === '' ? 'words' : 'settlement'
}

const noticeable = 10 * 60_000

/** Worth telling: a report that arrived well after it was written, or a clock that goes wrong. */
export function clocksDiffer(sentAt: Date | null, createdAt: Date): boolean {
  return sentAt !== null && Math.abs(createdAt.getTime() - sentAt.getTime()) > noticeable
}
