import { readPoint } from '../rules.ts'
import { feedAddress } from './paths.ts'
import type { AlertFilter } from './rules.ts'

const farthest = 10_000

/** What a feed's address asks for; what cannot be read is left out. */
export function readFeedFilter(asked: (name: string) => string) {
  const point = readPoint(asked('punkt').slice(0, 100))
  const metres = /^\d{2,5}$/.test(asked('kaugus')) ? Math.min(Number(asked('kaugus')), farthest) : null
  const circle: AlertFilter['circle'] = point === null || metres === null ? null : { ...point, metres }
  const settlement = /^\d{4}$/.test(asked('koht')) ? asked('koht') : null
  const group = /^[a-z0-9][a-z0-9-]{0,59}$/.test(asked('teema')) ? asked('teema') : null
  const address = feedAddress({ settlement, group, circle })
  const at = address.indexOf('?')
  return { filter: { settlement, group, near: circle }, query: at < 0 ? '' : address.slice(at) }
}
