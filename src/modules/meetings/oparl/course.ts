import type { MeetingState, VoteState } from '../log/state.ts'
import { liveMessages } from '../messages/live.ts'
import { liveVoteMessages } from '../messages/live-votes.ts'
import { itemOutcomes } from '../log/meeting-facts.ts'
import type { PublicItem, PublicItemState, VoteInside } from '../pages/live/public-meeting.ts'
import { publicView } from '../pages/live/public-view.ts'

/** What OParl tells of an item once the meeting has been called to order. */
export type ItemCourse = {
  order: number
  number: string | null
  title: string
  isOpen: boolean
  result: string | null
  resolution: string | null
}

/** What OParl tells of a meeting that has been called to order; made of what everybody may see of it, and of nothing else. */
export type Course = {
  startedAt: Date | null
  endedAt: Date | null
  isOff: boolean
  participants: readonly string[]
  items: ReadonlyMap<string, ItemCourse>
}

const { itemStates, removed, merged } = liveMessages.et
const { outcomes, counts } = liveVoteMessages.et
const concluded: ReadonlySet<PublicItemState> = new Set(itemOutcomes)

/** What is voted on along the way. */
const besideItem: ReadonlySet<VoteState['object']['kind']> = new Set(['procedure', 'amendment', 'agenda'])

/** Of an election the votes are no votes for and against. */
const countsOf = ({ result }: VoteInside): string =>
  result === null || result.election !== null ? '' : counts(result.counts)

/** The last vote on the item itself that stands decides; without one, how the item was concluded. */
function resultOf(
  { votes, state }: PublicItem,
  isOnItem: (voteId: string) => boolean,
): Pick<ItemCourse, 'result' | 'resolution'> {
  const vote = votes.findLast((one) => one.state === 'stated' && one.outcome !== null && isOnItem(one.id))
  if (vote === undefined) return { result: concluded.has(state) ? itemStates[state] : null, resolution: null }
  const { inside } = vote
  const said = inside === null ? null : [inside.question, countsOf(inside)]
  return {
    result: outcomes[vote.outcome!],
    resolution: said === null ? null : said.filter((part) => part !== '').join('\n'),
  }
}

export function courseOf(state: MeetingState): Course {
  const view = publicView(state)
  const items = new Map<string, ItemCourse>()
  const isOnItem = (voteId: string) => !besideItem.has(state.votes.get(voteId)!.object.kind)
  for (const item of view.agenda) {
    const isOpen = item.closed === null && !view.isClosedSitting
    const { id, number, title } = item
    items.set(id, { order: items.size + 1, number, title, isOpen, ...resultOf(item, isOnItem) })
  }
  for (const { id, title, how, into } of view.takenOff) {
    const result = how === 'removed' ? removed : merged(into)
    const isOpen = !view.isClosedSitting
    items.set(id, { order: items.size + 1, number: null, title, isOpen, result, resolution: null })
  }
  return {
    startedAt: view.openedAt,
    endedAt: view.endedAt,
    isOff: view.phase === 'cancelled' || view.phase === 'postponed',
    participants: view.attendance?.isOver === true ? view.attendance.here.map(({ personId }) => personId) : [],
    items,
  }
}

type PlainCourse = Omit<Course, 'startedAt' | 'endedAt' | 'items'> & {
  startedAt: string | null
  endedAt: string | null
  items: [string, ItemCourse][]
}

/** As jsonb keeps it. */
export const writeCourse = (course: Course): string => JSON.stringify({ ...course, items: [...course.items] })

export function readCourse(kept: unknown): Course {
  const { startedAt, endedAt, items, ...rest } = kept as PlainCourse
  const instant = (text: string | null) => (text === null ? null : new Date(text))
  return { ...rest, startedAt: instant(startedAt), endedAt: instant(endedAt), items: new Map(items) }
}
