import type { z } from 'zod'
import type { EventHead, EventOf } from './events.ts'
import type { presenceFacts } from './meeting-facts.ts'
import { hasVote } from './members.ts'
import type { Refusal } from './refusals.ts'
import type { MeetingState } from './state.ts'

type PresenceEvent = EventHead & z.infer<(typeof presenceFacts)[number]>

/** Whether someone may come, go, be entitled or barred now. */
export function whyNotPresence(state: MeetingState, event: PresenceEvent): Refusal | null {
  if (event.kind === 'recusals-asked') {
    const item = state.items.get(event.itemId)
    if (item === undefined) return 'unknownItem'
    return item.recusalsAskedAt === null ? null : 'alreadySo'
  }
  const person = state.people.get(event.personId)
  if (event.kind === 'guest-admitted') return person === undefined ? null : 'idTaken'
  if (event.kind === 'member-entitled') {
    if (person?.seated === true) return 'alreadySo'
    if (event.replaces !== null && !state.people.has(event.replaces)) return 'unknownPerson'
    return isFull(state, event) ? 'noFreeSeat' : null
  }
  if (person === undefined) return 'unknownPerson'
  switch (event.kind) {
    case 'arrived':
      return person.here?.channel === event.channel && person.here.lostAt === null ? 'alreadySo' : null
    case 'left':
      return person.here === null ? 'alreadySo' : null
    case 'disconnected':
      if (person.here?.channel !== 'remote') return person.here === null ? 'notHere' : 'notRemote'
      return person.here.lostAt === null ? null : 'alreadySo'
    case 'reconnected':
      if (person.here === null) return person.stays.length === 0 ? 'notHere' : null
      if (person.here.channel !== 'remote') return 'notRemote'
      return person.here.lostAt === null ? 'alreadySo' : null
    case 'excused':
      return person.excused ? 'alreadySo' : person.here === null ? null : 'stillHere'
    case 'mandate-ended':
      return person.seated ? null : 'alreadySo'
    case 'chair-taken':
      if (event.itemId !== null && !state.items.has(event.itemId)) return 'unknownItem'
      if (person.here === null) return 'notHere'
      if (!person.seated) return 'notAMember'
      return presidesAlready(state, event) ? 'alreadySo' : null
    case 'recused': {
      const item = state.items.get(event.itemId)
      if (item === undefined) return 'unknownItem'
      // Elections of persons know no bar, KOKS § 17(6).
      if (item.kind === 'election') return 'noRecusalInElections'
      if (item.concludedAt !== null && item.state !== 'postponed') return 'itemConcluded'
      return item.recusals.some((one) => one.personId === event.personId && one.until === null) ? 'alreadySo' : null
    }
    case 'recusal-ended': {
      const item = state.items.get(event.itemId)
      if (item === undefined) return 'unknownItem'
      return item.recusals.some((one) => one.personId === event.personId && one.until === null) ? null : 'alreadySo'
    }
  }
}

/** A council has the seats that it has: whoever comes takes the place of somebody, or one that is free. */
function isFull({ people, setup: { body } }: MeetingState, event: EventOf<'member-entitled'>): boolean {
  if (body.kind !== 'council' || !event.votingRight || event.by.as === 'system') return false
  if (people.get(event.replaces ?? '')?.seated === true) return false
  return [...people.values()].filter(hasVote).length >= body.seats
}

function presidesAlready(state: MeetingState, { personId, itemId }: EventOf<'chair-taken'>): boolean {
  const chair = itemId === null ? state.chairPersonId : state.items.get(itemId)?.chairPersonId
  return chair === personId
}
