import { estimateStarts } from '../../rules/estimate.ts'
import type { PublicItem, PublicMeeting } from './public-meeting.ts'

const underWay: ReadonlySet<PublicMeeting['phase']> = new Set(['convened', 'running', 'paused', 'suspended'])
const ahead: ReadonlySet<PublicItem['state']> = new Set(['next', 'ahead'])

/** When the items that are still ahead may come up, by id; nothing once the meeting is over. */
export function estimatesOf(
  view: PublicMeeting,
  planned: ReadonlyMap<string, number>,
  now: Date,
): ReadonlyMap<string, Date> {
  if (!underWay.has(view.phase)) return new Map()
  const plan = ({ id }: PublicItem) => ({ id, plannedMinutes: planned.get(id) ?? null })
  const current = view.agenda.find(({ state }) => state === 'now')
  const goesOn = view.standstill?.until ?? null
  return estimateStarts(
    leavesOf(view.agenda)
      .filter(({ state }) => ahead.has(state))
      .map(plan),
    {
      from: goesOn !== null && goesOn > now ? goesOn : now,
      current: current === undefined ? null : { ...plan(current), since: current.since ?? now },
    },
  )
}

/** An item with others below it takes their time, not one of its own. */
const leavesOf = (agenda: readonly PublicItem[]): PublicItem[] =>
  agenda.filter(({ depth }, at) => (agenda[at + 1]?.depth ?? 0) <= depth)
