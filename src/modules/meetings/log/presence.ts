import { amend, endLast, put, type Draft, type Steps } from './draft.ts'
import type { presenceFacts } from './meeting-facts.ts'
import type { Attendee, Channel, Disregard } from './state.ts'
import { endSpeechesOf } from './speaking.ts'
import { dropFromOpenVote, voidBallotsOf } from './entitlement.ts'
import type { z } from 'zod'

type Facts = z.infer<(typeof presenceFacts)[number]>

const closedPhases = new Set(['adjourned', 'ended', 'cancelled', 'postponed'])

function present(draft: Draft, personId: string): Attendee | Disregard {
  return draft.state.people.get(personId) ?? 'unknown-person'
}

function comeIn(draft: Draft, person: Attendee, channel: Channel, at: Date): void {
  amend(draft, 'people', person.personId, {
    here: { channel, since: at, lostAt: null },
    stays: [...endLast(person.stays, at), { from: at, until: null, channel }],
    excused: false,
  })
  draft.quorumTouched = true
}

export function goOut(draft: Draft, person: Attendee, at: Date): void {
  amend(draft, 'people', person.personId, { here: null, stays: endLast(person.stays, at) })
  endSpeechesOf(draft, person.personId, null, at)
  draft.quorumTouched = true
}

const nobody: Omit<Attendee, 'personId' | 'sortKey' | 'kind' | 'itemIds'> = {
  votingRight: false,
  mandates: [],
  seated: false,
  replaces: null,
  here: null,
  stays: [],
  excused: false,
}

export const presenceSteps: Steps<Facts> = {
  arrived(draft, { personId, channel, at }) {
    const person = present(draft, personId)
    if (typeof person === 'string') return person
    if (closedPhases.has(draft.state.phase)) return 'wrong-phase'
    if (person.here?.channel === channel) {
      if (person.here.lostAt === null) return 'already-so'
      return void amend(draft, 'people', personId, { here: { ...person.here, lostAt: null } })
    }
    comeIn(draft, person, channel, at)
  },
  left(draft, { personId, at }) {
    const person = present(draft, personId)
    if (typeof person === 'string') return person
    if (person.here === null) return 'already-so'
    goOut(draft, person, at)
  },
  disconnected(draft, { personId, at }) {
    const person = present(draft, personId)
    if (typeof person === 'string') return person
    // Whose device fails in the room is still in the room.
    if (person.here?.channel !== 'remote') return 'contradictory'
    if (person.here.lostAt !== null) return 'already-so'
    amend(draft, 'people', personId, { here: { ...person.here, lostAt: at } })
  },
  reconnected(draft, { personId, at }) {
    const person = present(draft, personId)
    if (typeof person === 'string') return person
    if (person.here?.channel === 'room' || closedPhases.has(draft.state.phase)) return 'contradictory'
    if (person.here === null && person.stays.length === 0) return 'contradictory'
    if (person.here === null) return void comeIn(draft, person, 'remote', at)
    if (person.here.lostAt === null) return 'already-so'
    amend(draft, 'people', personId, { here: { ...person.here, lostAt: null } })
  },
  excused(draft, { personId }) {
    const person = present(draft, personId)
    if (typeof person === 'string') return person
    if (person.excused) return 'already-so'
    if (person.here !== null) return 'contradictory'
    amend(draft, 'people', personId, { excused: true })
  },
  'guest-admitted'(draft, { personId, sortKey, itemIds }) {
    if (draft.state.people.has(personId)) return 'already-so'
    put(draft, 'people', personId, { ...nobody, personId, sortKey, kind: 'guest', itemIds })
  },
  'member-entitled'(draft, { personId, sortKey, votingRight, replaces, at }) {
    const known = draft.state.people.get(personId)
    if (known?.seated === true) return 'already-so'
    const replaced = replaces === null ? undefined : draft.state.people.get(replaces)
    if (replaced?.seated === true) endMandate(draft, replaced, at)
    put(draft, 'people', personId, {
      ...nobody,
      ...known,
      personId,
      sortKey,
      kind: 'member',
      votingRight,
      mandates: [...(known?.mandates ?? []), { from: at, until: null }],
      seated: true,
      replaces,
      itemIds: null,
    })
    draft.quorumTouched = true
  },
  'mandate-ended'(draft, { personId, at }) {
    const person = present(draft, personId)
    if (typeof person === 'string') return person
    if (!person.seated) return 'already-so'
    endMandate(draft, person, at)
  },
  'chair-taken'(draft, { personId, itemId }) {
    if (!draft.state.people.has(personId)) return 'unknown-person'
    if (itemId === null) {
      if (draft.state.chairPersonId === personId) return 'already-so'
      draft.state.chairPersonId = personId
    } else {
      if (!draft.state.items.has(itemId)) return 'unknown-thing'
      amend(draft, 'items', itemId, { chairPersonId: personId })
    }
    draft.quorumTouched = true
  },
  recused(draft, { itemId, personId, hasNote, at }) {
    const item = draft.state.items.get(itemId)
    if (item === undefined) return 'unknown-thing'
    if (!draft.state.people.has(personId)) return 'unknown-person'
    if (item.recusals.some((recusal) => recusal.personId === personId && recusal.until === null)) return 'already-so'
    const recusals = [...item.recusals, { personId, hasNote, from: at, until: null }]
    amend(draft, 'items', itemId, { recusals })
    endSpeechesOf(draft, personId, itemId, at)
    voidBallotsOf(draft, personId, itemId)
    draft.quorumTouched = true
  },
  'recusal-ended'(draft, { itemId, personId, at }) {
    const item = draft.state.items.get(itemId)
    if (item === undefined) return 'unknown-thing'
    const isOpen = (recusal: { personId: string; until: Date | null }) =>
      recusal.personId === personId && recusal.until === null
    if (!item.recusals.some(isOpen)) return 'already-so'
    const recusals = item.recusals.map((recusal) => (isOpen(recusal) ? { ...recusal, until: at } : recusal))
    amend(draft, 'items', itemId, { recusals })
    draft.quorumTouched = true
  },
  'recusals-asked'(draft, { itemId, at }) {
    const item = draft.state.items.get(itemId)
    if (item === undefined) return 'unknown-thing'
    if (item.recusalsAskedAt !== null) return 'already-so'
    amend(draft, 'items', itemId, { recusalsAskedAt: at })
  },
}

function endMandate(draft: Draft, person: Attendee, at: Date): void {
  amend(draft, 'people', person.personId, { seated: false, mandates: endLast(person.mandates, at) })
  dropFromOpenVote(draft, person.personId)
  draft.quorumTouched = true
}
