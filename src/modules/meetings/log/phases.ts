import type { z } from 'zod'
import { append, endLast, pushed, type Draft, type Steps } from './draft.ts'
import type { meetingFacts } from './meeting-facts.ts'
import { goOut } from './presence.ts'
import { pauseSpeech, resumeSpeech } from './speaking.ts'
import type { Phase } from './state.ts'
import { cancelVote } from './voting.ts'

type Facts = z.infer<(typeof meetingFacts)[number]>

const from = (draft: Draft, ...phases: Phase[]) => phases.includes(draft.state.phase)

function run(draft: Draft, at: Date): void {
  const { state } = draft
  state.phase = 'running'
  state.standstill = null
  state.running = pushed(draft, state.running, { from: at, until: null })
  draft.quorumTouched = true
}

function stop(draft: Draft, phase: Phase, at: Date): void {
  const { state } = draft
  state.phase = phase
  state.running = endLast(state.running, at)
  state.quorum = { ...state.quorum, lostAt: null, lapses: endLast(state.quorum.lapses, at) }
  pauseSpeech(draft, at)
}

/** A meeting that is over: whoever was here has gone, and no vote stays open. */
function finish(draft: Draft, phase: Phase, at: Date): void {
  const { state } = draft
  stop(draft, phase, at)
  state.endedAt = at
  if (state.openVoteId !== null) cancelVote(draft, state.openVoteId, 'chair')
  for (const person of state.people.values()) if (person.here !== null) goOut(draft, person, at)
}

export const phaseSteps: Steps<Facts> = {
  convened(draft, { at }) {
    if (!from(draft, 'planned')) return 'wrong-phase'
    draft.state.phase = 'convened'
    draft.state.convenedAt = at
  },
  opened(draft, { at }) {
    if (!from(draft, 'planned', 'convened')) return 'wrong-phase'
    draft.state.openedAt = at
    run(draft, at)
  },
  'no-quorum-at-roll-call'(draft, { at }) {
    if (!from(draft, 'planned', 'convened')) return 'wrong-phase'
    finish(draft, 'adjourned', at)
  },
  paused(draft, { at, reason, until }) {
    if (!from(draft, 'running')) return 'wrong-phase'
    stop(draft, 'paused', at)
    draft.state.standstill = { reason, until }
  },
  resumed(draft, { at }) {
    if (!from(draft, 'paused', 'suspended')) return 'wrong-phase'
    run(draft, at)
    resumeSpeech(draft, at)
  },
  suspended(draft, { at }) {
    if (!from(draft, 'running')) return 'wrong-phase'
    if (draft.state.openVoteId !== null) cancelVote(draft, draft.state.openVoteId, 'quorum')
    const { lapses } = draft.state.quorum
    stop(draft, 'suspended', at)
    // The lapse goes on while the sitting waits: it ends when enough are back and the sitting resumes.
    draft.state.quorum = { ...draft.state.quorum, lapses }
  },
  adjourned(draft, { at, reason, continuesAt }) {
    if (!from(draft, 'running', 'paused', 'suspended')) return 'wrong-phase'
    finish(draft, 'adjourned', at)
    draft.state.standstill = { reason, until: continuesAt }
  },
  ended(draft, { at }) {
    if (!from(draft, 'running', 'paused', 'suspended')) return 'wrong-phase'
    finish(draft, 'ended', at)
  },
  cancelled(draft, { reason }) {
    if (!from(draft, 'planned', 'convened')) return 'wrong-phase'
    draft.state.phase = 'cancelled'
    draft.state.standstill = { reason, until: null }
  },
  postponed(draft, { reason, until }) {
    if (!from(draft, 'planned', 'convened')) return 'wrong-phase'
    draft.state.phase = 'postponed'
    draft.state.standstill = { reason, until }
  },
  overridden(draft, { id, at, by, kind, check, voteId, itemId = null, reason }) {
    append(draft, 'overrides', { kind, check, voteId, itemId, reason, at, by, eventId: id })
  },
  noted(draft, { id, at, itemId, text }) {
    append(draft, 'notes', { eventId: id, at, itemId, text })
  },
}
