import type { z } from 'zod'
import { amend, endLast, ownSet, pushed, put, type Draft, type Steps } from './draft.ts'
import { pointOfOrderCategories, type speakingFacts } from './meeting-facts.ts'
import type { MeetingState, Speech } from './state.ts'

type Facts = z.infer<(typeof speakingFacts)[number]>

function stopWaiting(draft: Draft, speechId: string): void {
  const waiting = ownSet(draft, draft.state.waiting)
  waiting.delete(speechId)
  draft.state.waiting = waiting
}

function end(draft: Draft, speech: Speech, at: Date): void {
  const pauses = endLast(speech.pauses, at)
  amend(draft, 'speeches', speech.id, { state: 'ended', endedAt: at, pauses, pausedByMeeting: false })
  if (draft.state.speakingId === speech.id) draft.state.speakingId = null
}

/** Ends what someone says and, where it is about one item, takes their requests for it back. */
export function endSpeechesOf(draft: Draft, personId: string, itemId: string | null, at: Date): void {
  const speaking = draft.state.speeches.get(draft.state.speakingId ?? '')
  const concerns = (speech: Speech) => speech.personId === personId && (itemId === null || speech.itemId === itemId)
  if (speaking !== undefined && concerns(speaking)) end(draft, speaking, at)
  if (itemId !== null) withdrawWaiting(draft, concerns)
}

/** The item is over: nobody waits for it any more. */
export function endSpeechesAbout(draft: Draft, itemId: string, at: Date): void {
  const speaking = draft.state.speeches.get(draft.state.speakingId ?? '')
  if (speaking?.itemId === itemId) end(draft, speaking, at)
  withdrawWaiting(draft, (speech) => speech.itemId === itemId)
}

function withdrawWaiting(draft: Draft, concerns: (speech: Speech) => boolean): void {
  for (const speechId of draft.state.waiting) {
    if (!concerns(draft.state.speeches.get(speechId)!)) continue
    amend(draft, 'speeches', speechId, { state: 'withdrawn' })
    stopWaiting(draft, speechId)
  }
}

/** The sitting stands still, and so does the speaker's clock. */
export function pauseSpeech(draft: Draft, at: Date): void {
  const speech = draft.state.speeches.get(draft.state.speakingId ?? '')
  if (speech?.state !== 'speaking') return
  const pauses = [...speech.pauses, { from: at, until: null }]
  amend(draft, 'speeches', speech.id, { state: 'paused', pauses, pausedByMeeting: true })
}

export function resumeSpeech(draft: Draft, at: Date): void {
  const speech = draft.state.speeches.get(draft.state.speakingId ?? '')
  if (speech?.pausedByMeeting !== true) return
  amend(draft, 'speeches', speech.id, { state: 'speaking', pauses: endLast(speech.pauses, at), pausedByMeeting: false })
}

export const speakingSteps: Steps<Facts> = {
  'floor-requested'(draft, { speechId, itemId, personId, type, category, at }) {
    const { state } = draft
    const item = state.items.get(itemId)
    if (item === undefined) return 'unknown-thing'
    if (!state.people.has(personId)) return 'unknown-person'
    if (state.speeches.has(speechId)) return 'already-so'
    put(draft, 'speeches', speechId, {
      id: speechId,
      itemId,
      personId,
      type,
      category,
      state: 'waiting',
      requestedAt: at,
      startedAt: null,
      endedAt: null,
      pauses: [],
      pausedByMeeting: false,
    })
    amend(draft, 'items', itemId, { speechIds: pushed(draft, item.speechIds, speechId) })
    state.waiting = ownSet(draft, state.waiting).add(speechId)
  },
  'floor-request-withdrawn'(draft, { speechId }) {
    const speech = draft.state.speeches.get(speechId)
    if (speech === undefined) return 'unknown-thing'
    if (speech.state !== 'waiting') return 'already-so'
    amend(draft, 'speeches', speechId, { state: 'withdrawn' })
    stopWaiting(draft, speechId)
  },
  'floor-given'(draft, { speechId, at }) {
    const speech = draft.state.speeches.get(speechId)
    if (speech === undefined) return 'unknown-thing'
    if (speech.state !== 'waiting') return 'already-so'
    const before = draft.state.speeches.get(draft.state.speakingId ?? '')
    if (before !== undefined) end(draft, before, at)
    amend(draft, 'speeches', speechId, { state: 'speaking', startedAt: at })
    stopWaiting(draft, speechId)
    draft.state.speakingId = speechId
  },
  'speech-paused'(draft, { speechId, at }) {
    const speech = draft.state.speeches.get(speechId)
    if (speech === undefined) return 'unknown-thing'
    if (speech.state !== 'speaking') return 'already-so'
    amend(draft, 'speeches', speechId, { state: 'paused', pauses: [...speech.pauses, { from: at, until: null }] })
  },
  'speech-resumed'(draft, { speechId, at }) {
    const speech = draft.state.speeches.get(speechId)
    if (speech === undefined) return 'unknown-thing'
    if (speech.state !== 'paused') return 'already-so'
    const pauses = endLast(speech.pauses, at)
    amend(draft, 'speeches', speechId, { state: 'speaking', pauses, pausedByMeeting: false })
  },
  'speech-ended'(draft, { speechId, at }) {
    const speech = draft.state.speeches.get(speechId)
    if (speech === undefined) return 'unknown-thing'
    if (speech.state !== 'speaking' && speech.state !== 'paused') return 'already-so'
    end(draft, speech, at)
  },
}

const urgency = (speech: Speech): number =>
  speech.type === 'point-of-order'
    ? pointOfOrderCategories.indexOf(speech.category ?? 'other')
    : pointOfOrderCategories.length + (speech.type === 'reply' ? 0 : 1)

/** Who waits: points of order by rank, then replies, then the others; among equals whoever asked first. */
export function speakersQueue(state: MeetingState): Speech[] {
  return [...state.waiting].map((speechId) => state.speeches.get(speechId)!).toSorted((a, b) => urgency(a) - urgency(b))
}

/** How long a speech has lasted, pauses left out. */
export function spokenSeconds(speech: Speech, now: Date): number {
  if (speech.startedAt === null) return 0
  const until = (speech.endedAt ?? now).getTime()
  const paused = speech.pauses.reduce(
    (sum, pause) => sum + Math.min(pause.until?.getTime() ?? until, until) - pause.from.getTime(),
    0,
  )
  return Math.max(until - speech.startedAt.getTime() - paused, 0) / 1000
}

/** How long somebody has spoken in the meeting so far, all speeches together. */
export function spokenBefore(state: MeetingState, personId: string, now: Date): number {
  let seconds = 0
  for (const speech of state.speeches.values()) if (speech.personId === personId) seconds += spokenSeconds(speech, now)
  return seconds
}
