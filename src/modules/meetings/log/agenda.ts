import type { z } from 'zod'
import { isAdopted } from './decision.ts'
import { amend, endLast, ownMap, put, type Draft, type Steps } from './draft.ts'
import type { agendaFacts } from './meeting-facts.ts'
import { endSpeechesAbout } from './speaking.ts'
import type { ItemState, MeetingState, SetupItem } from './state.ts'

type Facts = z.infer<(typeof agendaFacts)[number]>

export function newItem(facts: SetupItem): ItemState {
  return {
    ...facts,
    state: 'on-the-agenda',
    added: null,
    removed: null,
    mergedInto: null,
    openedAt: null,
    concludedAt: null,
    concludedByVoteId: null,
    committeeId: null,
    closedBasis: null,
    closedSpans: [],
    chairPersonId: null,
    recusals: [],
    recusalsAskedAt: null,
    speechIds: [],
    voteIds: [],
    amendmentIds: [],
  }
}

export const isPending = (item: ItemState): boolean =>
  item.state === 'on-the-agenda' || item.state === 'open' || item.state === 'debate-closed'
export const isUnderDiscussion = (item: ItemState): boolean => item.state === 'open' || item.state === 'debate-closed'

function siblings(draft: Draft, parentId: string | null, without: string): string[] {
  return (draft.state.order.get(parentId ?? '') ?? []).filter((itemId) => itemId !== without)
}

function reorder(draft: Draft, parentId: string | null, ids: string[]): void {
  const order = ownMap(draft, draft.state.order)
  order.set(parentId ?? '', ids)
  draft.state.order = order
}

function placeBefore(draft: Draft, item: ItemState, before: string | null): void {
  const ids = siblings(draft, item.parentId, item.id)
  const at = before === null ? -1 : ids.indexOf(before)
  ids.splice(at === -1 ? ids.length : at, 0, item.id)
  reorder(draft, item.parentId, ids)
}

export const agendaSteps: Steps<Facts> = {
  'item-added'(draft, facts) {
    const { itemId, title, itemKind, visibility, parentId, before, at, reason, moverPersonId, late, voteId } = facts
    if (draft.state.items.has(itemId)) return 'already-so'
    if (parentId !== null && !draft.state.items.has(parentId)) return 'unknown-thing'
    const item = newItem({ id: itemId, title, parentId, kind: itemKind, visibility })
    put(draft, 'items', itemId, { ...item, added: { at, reason, moverPersonId, late, voteId } })
    placeBefore(draft, item, before)
  },
  'item-removed'(draft, { itemId, reason, voteId, at }) {
    const item = draft.state.items.get(itemId)
    if (item === undefined) return 'unknown-thing'
    if (item.state !== 'on-the-agenda') return item.state === 'removed' ? 'already-so' : 'contradictory'
    amend(draft, 'items', itemId, { state: 'removed', removed: { at, reason, voteId } })
    reorder(draft, item.parentId, siblings(draft, item.parentId, itemId))
  },
  'item-moved'(draft, { itemId, before }) {
    const item = draft.state.items.get(itemId)
    if (item === undefined) return 'unknown-thing'
    if (item.state === 'removed' || item.state === 'merged') return 'contradictory'
    placeBefore(draft, item, before)
  },
  'items-merged'(draft, { itemId, mergedIds, title }) {
    const into = draft.state.items.get(itemId)
    if (into === undefined || mergedIds.some((merged) => !draft.state.items.has(merged))) return 'unknown-thing'
    if (mergedIds.includes(itemId)) return 'contradictory'
    amend(draft, 'items', itemId, { title })
    for (const mergedId of mergedIds) {
      const { parentId } = draft.state.items.get(mergedId)!
      amend(draft, 'items', mergedId, { state: 'merged', mergedInto: itemId })
      reorder(draft, parentId, siblings(draft, parentId, mergedId))
    }
  },
  'item-renamed'(draft, { itemId, title }) {
    const item = draft.state.items.get(itemId)
    if (item === undefined) return 'unknown-thing'
    if (item.title === title) return 'already-so'
    amend(draft, 'items', itemId, { title })
  },
  'agenda-adopted'(draft, { voteId, at }) {
    if (draft.state.agendaAdopted !== null) return 'already-so'
    draft.state.agendaAdopted = { at, voteId }
  },
  'item-opened'(draft, { itemId, at }) {
    const item = draft.state.items.get(itemId)
    if (item === undefined) return 'unknown-thing'
    if (draft.state.currentItemId === itemId) return 'already-so'
    if (draft.state.currentItemId !== null || item.state === 'removed' || item.state === 'merged')
      return 'contradictory'
    for (let one: ItemState | undefined = item; one !== undefined; one = draft.state.items.get(one.parentId ?? ''))
      if (one === item || one.state === 'on-the-agenda')
        amend(draft, 'items', one.id, { state: 'open', openedAt: one.openedAt ?? at, concludedAt: null })
    draft.state.currentItemId = itemId
    draft.quorumTouched = true
  },
  'debate-closed'(draft, { itemId }) {
    const item = draft.state.items.get(itemId)
    if (item === undefined) return 'unknown-thing'
    if (item.state !== 'open') return item.state === 'debate-closed' ? 'already-so' : 'contradictory'
    amend(draft, 'items', itemId, { state: 'debate-closed' })
  },
  'item-concluded'(draft, { itemId, outcome, voteId, committeeId, at }) {
    const item = draft.state.items.get(itemId)
    if (item === undefined) return 'unknown-thing'
    if (!isPending(item)) return item.state === outcome ? 'already-so' : 'contradictory'
    amend(draft, 'items', itemId, { state: outcome, concludedAt: at, concludedByVoteId: voteId, committeeId })
    endSpeechesAbout(draft, itemId, at)
    if (draft.state.currentItemId === itemId) draft.state.currentItemId = null
    draft.quorumTouched = true
  },
  'item-reopened'(draft, { itemId }) {
    const item = draft.state.items.get(itemId)
    if (item === undefined) return 'unknown-thing'
    if (isPending(item)) return 'already-so'
    if (item.state === 'removed' || item.state === 'merged') return 'contradictory'
    const asBefore = { concludedAt: null, concludedByVoteId: null, committeeId: null } as const
    amend(draft, 'items', itemId, { state: 'on-the-agenda', ...asBefore })
  },
  'item-closed-to-public'(draft, { itemId, basis, at }) {
    const item = draft.state.items.get(itemId)
    if (item === undefined) return 'unknown-thing'
    if (item.closedBasis !== null) return 'already-so'
    const closedSpans = [...item.closedSpans, { from: at, until: null, basis }]
    amend(draft, 'items', itemId, { closedBasis: basis, closedSpans })
  },
  'item-opened-to-public'(draft, { itemId, at }) {
    const item = draft.state.items.get(itemId)
    if (item === undefined) return 'unknown-thing'
    if (item.closedBasis === null) return 'already-so'
    amend(draft, 'items', itemId, { closedBasis: null, closedSpans: endLast(item.closedSpans, at) })
  },
}

export type NumberedItem = { number: string; depth: number; item: ItemState }

/** The agenda in order with the numbers of now. Ids stay when numbers change; what was removed or merged has none. */
export function numberedAgenda(state: MeetingState): NumberedItem[] {
  const list: NumberedItem[] = []
  const walk = (parentId: string, prefix: string, depth: number) => {
    for (const [at, itemId] of (state.order.get(parentId) ?? []).entries()) {
      const number = `${prefix}${at + 1}`
      list.push({ number, depth, item: state.items.get(itemId)! })
      walk(itemId, `${number}.`, depth + 1)
    }
  }
  walk('', '', 0)
  return list
}

/** What a continued sitting takes over: neither decided, concluded nor taken off; postponed items too. */
export function remainingItems(state: MeetingState): NumberedItem[] {
  const isLeft = (item: ItemState) => (isPending(item) && !isAdopted(state, item)) || item.state === 'postponed'
  return numberedAgenda(state).filter(({ item }) => isLeft(item))
}

/** Whether the public may follow now; a closed item above counts. */
export function isPublicNow(state: MeetingState): boolean {
  if (!state.setup.statute.sittings.public) return false
  for (
    let item = state.items.get(state.currentItemId ?? '');
    item !== undefined;
    item = state.items.get(item.parentId ?? '')
  )
    if (item.closedBasis !== null || item.visibility !== 'public') return false
  return true
}
