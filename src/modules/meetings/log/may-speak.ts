import type { z } from 'zod'
import { isUnderDiscussion } from './agenda.ts'
import type { EventHead } from './events.ts'
import { isRecused } from './members.ts'
import type { speakingFacts } from './meeting-facts.ts'
import type { Refusal } from './refusals.ts'
import type { MeetingState } from './state.ts'

type SpeakingEvent = EventHead & z.infer<(typeof speakingFacts)[number]>

/** Whether someone may ask for the floor, have it, or lose it now. */
export function whyNotSpeech(state: MeetingState, event: SpeakingEvent): Refusal | null {
  if (event.kind === 'floor-requested') return whyNotRequested(state, event)
  const speech = state.speeches.get(event.speechId)
  if (speech === undefined) return 'unknownSpeech'
  switch (event.kind) {
    case 'floor-request-withdrawn':
      return speech.state === 'waiting' ? null : 'notWaiting'
    case 'floor-given': {
      if (speech.state !== 'waiting') return 'notWaiting'
      if (state.speakingId !== null) return 'someoneSpeaks'
      if (state.openVoteId !== null) return 'voteOpen'
      if (state.people.get(speech.personId)?.here == null) return 'notHere'
      return isUnderDiscussion(state.items.get(speech.itemId)!) ? null : 'itemNotOpen'
    }
    case 'speech-paused':
      return speech.state === 'speaking' ? null : 'notSpeaking'
    case 'speech-resumed':
      return speech.state === 'paused' ? null : 'notSpeaking'
    case 'speech-ended':
      return speech.state === 'speaking' || speech.state === 'paused' ? null : 'notSpeaking'
  }
}

function whyNotRequested(
  state: MeetingState,
  event: Extract<SpeakingEvent, { kind: 'floor-requested' }>,
): Refusal | null {
  if (state.speeches.has(event.speechId)) return 'idTaken'
  const item = state.items.get(event.itemId)
  if (item === undefined) return 'unknownItem'
  const person = state.people.get(event.personId)
  if (person === undefined) return 'unknownPerson'
  if (person.here === null) return 'notHere'
  const isPoint = event.type === 'point-of-order'
  if (isPoint !== (event.category !== null)) return isPoint ? 'categoryMissing' : 'categoryOutOfPlace'
  if (isRecused(state, event.itemId, event.personId)) return 'recused'
  const isForGuest = person.itemIds === null || person.itemIds.includes(event.itemId)
  if (!isForGuest) return 'notAMember'
  if (item.state === 'debate-closed') return isPoint ? null : 'debateClosed'
  return item.state === 'open' || item.state === 'on-the-agenda' ? null : 'itemConcluded'
}
