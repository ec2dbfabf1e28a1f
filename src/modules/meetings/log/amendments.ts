import type { z } from 'zod'
import { voidWhenPassed } from '../rules/amendment-order.ts'
import { amend, pushed, put, type Steps } from './draft.ts'
import type { AmendmentState, MeetingState } from './state.ts'
import type { amendmentFacts } from './vote-facts.ts'

type Facts = z.infer<(typeof amendmentFacts)[number]>

export const amendmentSteps: Steps<Facts> = {
  'amendment-moved'(draft, { amendmentId, itemId, moverPersonId, change, at }) {
    const item = draft.state.items.get(itemId)
    if (item === undefined) return 'unknown-thing'
    if (draft.state.amendments.has(amendmentId)) return 'already-so'
    put(draft, 'amendments', amendmentId, {
      id: amendmentId,
      itemId,
      moverPersonId,
      change,
      movedAt: at,
      state: 'moved',
      voidBecauseOf: null,
    })
    amend(draft, 'items', itemId, { amendmentIds: pushed(draft, item.amendmentIds, amendmentId) })
  },
  'amendment-withdrawn'(draft, { amendmentId }) {
    const amendment = draft.state.amendments.get(amendmentId)
    if (amendment === undefined) return 'unknown-thing'
    if (amendment.state !== 'moved') return amendment.state === 'withdrawn' ? 'already-so' : 'contradictory'
    amend(draft, 'amendments', amendmentId, { state: 'withdrawn' })
  },
  'amendment-void'(draft, { amendmentId, passedAmendmentId }) {
    const amendment = draft.state.amendments.get(amendmentId)
    if (amendment === undefined || !draft.state.amendments.has(passedAmendmentId)) return 'unknown-thing'
    if (amendment.state !== 'moved') return amendment.state === 'void' ? 'already-so' : 'contradictory'
    amend(draft, 'amendments', amendmentId, { state: 'void', voidBecauseOf: passedAmendmentId })
  },
}

export function amendmentsOf(state: MeetingState, itemId: string): AmendmentState[] {
  return (state.items.get(itemId)?.amendmentIds ?? []).map((amendmentId) => state.amendments.get(amendmentId)!)
}

/** What is still moved although it can no longer be voted on, and what made it so. */
export function amendmentsToVoid(
  state: MeetingState,
  itemId: string,
): { amendmentId: string; passedAmendmentId: string }[] {
  const all = amendmentsOf(state, itemId)
  const moved = all.filter((amendment) => amendment.state === 'moved')
  const found = new Map<string, string>()
  for (const passed of all.filter((amendment) => amendment.state === 'accepted'))
    for (const amendmentId of voidWhenPassed(passed, moved))
      if (!found.has(amendmentId)) found.set(amendmentId, passed.id)
  return [...found].map(([amendmentId, passedAmendmentId]) => ({ amendmentId, passedAmendmentId }))
}
