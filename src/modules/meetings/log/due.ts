import type { PlainFacts } from './events.ts'
import type { MeetingState } from './state.ts'

const assembled = new Set(['convened', 'running', 'paused', 'suspended'])

/** When the grace of a lost quorum is over; null while there is one. */
export function graceEndsAt({ quorum, setup }: MeetingState): Date | null {
  return quorum.lostAt === null ? null : new Date(quorum.lostAt.getTime() + setup.statute.grace.quorumSeconds * 1000)
}

/**
 * What the clock alone makes due: connections lost for too long, mandates that begin or end, a quorum that has not come
 * back. Whoever runs the meeting appends these in the system's name, one after another, and asks again.
 */
export function dueFacts(state: MeetingState, now: Date): PlainFacts[] {
  if (!assembled.has(state.phase)) return []
  const due: PlainFacts[] = []
  const lostBefore = now.getTime() - state.setup.statute.grace.connectionSeconds * 1000
  for (const { personId, here } of state.people.values())
    if (here?.lostAt != null && here.lostAt.getTime() <= lostBefore)
      due.push({ kind: 'left', personId, source: 'system' })
  for (const { personId, sortKey, votingRight, from, until } of state.setup.members) {
    const person = state.people.get(personId)
    const hasEnded = until !== null && until <= now
    if (person?.seated === true && hasEnded) due.push({ kind: 'mandate-ended', personId })
    const begins = from !== null && from > state.setup.plannedStart && from <= now && !hasEnded
    if (begins && person?.mandates.length === 0)
      due.push({ kind: 'member-entitled', personId, sortKey, votingRight, replaces: null })
  }
  const graceEnds = graceEndsAt(state)
  if (due.length === 0 && graceEnds !== null && graceEnds <= now) due.push({ kind: 'suspended' })
  return due
}
