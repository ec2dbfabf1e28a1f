import type { z } from 'zod'
import { isPending, isUnderDiscussion } from './agenda.ts'
import { decisionsOn, isVotedOn } from './decision.ts'
import type { EventHead } from './events.ts'
import type { agendaFacts } from './meeting-facts.ts'
import type { Refusal } from './refusals.ts'
import type { ItemState, MeetingState } from './state.ts'

type AgendaEvent = EventHead & z.infer<(typeof agendaFacts)[number]>
type ItemEvent = Exclude<AgendaEvent, { kind: 'item-added' | 'agenda-adopted' }>

/** Whether the agenda may be changed so, or an item opened and concluded. */
export function whyNotItem(state: MeetingState, event: AgendaEvent): Refusal | null {
  if ('voteId' in event && event.voteId !== null) {
    const vote = state.votes.get(event.voteId)
    if (vote === undefined) return 'unknownVote'
    if (vote.state !== 'stated') return 'resultNotStated'
  }
  if (event.kind === 'agenda-adopted') return state.agendaAdopted === null ? null : 'alreadySo'
  if (event.kind === 'item-added') {
    if (state.items.has(event.itemId)) return 'idTaken'
    const known = [event.parentId, event.before].every((itemId) => itemId === null || state.items.has(itemId))
    return known ? null : 'unknownItem'
  }
  const item = state.items.get(event.itemId)
  return item === undefined ? 'unknownItem' : whyNotThisItem(state, event, item)
}

function whyNotThisItem(state: MeetingState, event: ItemEvent, item: ItemState): Refusal | null {
  switch (event.kind) {
    case 'item-removed':
      if (hasChildrenLeft(state, item)) return 'itemHasChildrenLeft'
      if (item.state === 'on-the-agenda') return isVotedOn(state, item) ? 'votedOn' : null
      return isUnderDiscussion(item) ? 'itemOpen' : 'itemConcluded'
    case 'item-moved':
      if (event.before !== null && state.items.get(event.before)?.parentId !== item.parentId) return 'unknownItem'
      return isPending(item) ? null : 'itemConcluded'
    case 'items-merged': {
      if (event.mergedIds.includes(item.id)) return 'mergedIntoItself'
      const merged = event.mergedIds.map((itemId) => state.items.get(itemId))
      if (merged.includes(undefined)) return 'unknownItem'
      const states = merged.map((one) => one!.state)
      if (states.some((one) => one !== 'on-the-agenda')) return 'itemConcluded'
      if (merged.some((one) => isVotedOn(state, one!))) return 'votedOn'
      if (merged.some((one) => hasChildrenLeft(state, one!))) return 'itemHasChildrenLeft'
      return isPending(item) ? null : 'itemConcluded'
    }
    case 'item-renamed':
      if (!isPending(item)) return 'itemConcluded'
      return item.title === event.title ? 'alreadySo' : null
    case 'item-opened':
      if (state.currentItemId === item.id) return 'alreadySo'
      if (state.currentItemId !== null) return 'anotherItemOpen'
      // A vote outside items, on the agenda for one, is over before the first item opens.
      if (state.openVoteId !== null) return 'voteOpen'
      return isPending(item) || item.state === 'postponed' ? null : 'itemConcluded'
    case 'debate-closed':
      if (item.state === 'debate-closed') return 'alreadySo'
      if (item.state !== 'open') return isPending(item) ? 'itemNotOpen' : 'itemConcluded'
      return state.openVoteId === null ? null : 'voteOpen'
    case 'item-concluded':
      return whyNotConcluded(state, event.outcome, item)
    case 'item-reopened':
      return whyNotReopened(state, item)
    case 'item-closed-to-public':
      return item.closedBasis === null ? null : 'alreadySo'
    case 'item-opened-to-public':
      return item.closedBasis === null ? 'alreadySo' : null
  }
}

/** What was decided wrongly is taken up again once its result is annulled, and nothing else is. */
function whyNotReopened(state: MeetingState, item: ItemState): Refusal | null {
  if (isPending(item)) return 'alreadySo'
  if (item.state !== 'decided' && item.state !== 'rejected') return 'itemConcluded'
  const decisions = decisionsOn(state, item)
  const standing = decisions.filter((vote) => vote.state === 'stated')
  // Of several votes on persons one may be undone while the others stand.
  if (standing.some(({ object }) => object.kind === 'draft')) return 'adoptedAlready'
  return decisions.some((vote) => vote.state === 'annulled') ? null : 'itemConcluded'
}

/** What is below an item goes nowhere with it: it would be on no agenda any more. */
const hasChildrenLeft = (state: MeetingState, { id }: ItemState): boolean =>
  (state.order.get(id) ?? []).some((child) => isPending(state.items.get(child)!))

function whyNotConcluded(state: MeetingState, outcome: ItemState['state'], item: ItemState): Refusal | null {
  if (!isPending(item)) return 'itemConcluded'
  const undecided = item.voteIds.map((voteId) => state.votes.get(voteId)!)
  if (undecided.some((vote) => vote.state === 'open')) return 'voteOpen'
  if (undecided.some((vote) => vote.state === 'closed')) return 'resultNotStated'
  const children = (state.order.get(item.id) ?? []).map((child) => state.items.get(child)!)
  if (children.some(isUnderDiscussion)) return 'itemHasChildrenLeft'
  // Withdrawn or postponed it may be without having been opened; a block vote decides unopened items.
  const needsOpening = outcome === 'taken-note-of' || outcome === 'sent-to-committee'
  return needsOpening && !isUnderDiscussion(item) ? 'itemNotOpen' : null
}
