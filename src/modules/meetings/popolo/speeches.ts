import type { MeetingState } from '../log/state.ts'
import { whatIsClosed } from '../pages/live/what-is-closed.ts'

/** Speeches that everybody could hear, in the order in which they began; Popolo has no word for their length. */
export function publicSpeeches(state: MeetingState, bases: ReadonlyMap<string, string>) {
  const closed = whatIsClosed(state, bases)
  if (!state.setup.statute.sittings.public) return []
  return [...state.speeches.values()]
    .filter(({ itemId, startedAt }) => {
      const item = state.items.get(itemId)
      return startedAt !== null && item !== undefined && closed.ofItem(item) === 'open'
    })
    .toSorted((a, b) => a.startedAt!.getTime() - b.startedAt!.getTime())
    .map(({ id, personId, type, itemId, startedAt, endedAt }, position) => ({
      id,
      creator_id: personId,
      type: type === 'question' || type === 'reply' ? (type === 'reply' ? 'answer' : type) : 'speech',
      role: type,
      title: state.items.get(itemId)!.title,
      date: startedAt!.toISOString(),
      end_date: endedAt?.toISOString() ?? null,
      position: position + 1,
    }))
}
