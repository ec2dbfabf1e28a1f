import type { Db } from '#platform/database.ts'
import { isInTransaction } from '#platform/context.ts'
import { foldMeeting, step } from './log/fold.ts'
import type { MeetingState } from './log/state.ts'
import { findSetup, listEventsAfter } from './queries/log.ts'

const most = 50
/** Folded meetings by id, the latest asked for last. Logs only grow, so what was folded stays true. */
const folded = new Map<string, MeetingState>()

/**
 * The meeting as its log tells it now; undefined before it was called to order. Only what is new is read and folded.
 * What a transaction has not yet committed is folded for it alone.
 */
export async function readState(db: Db, meetingId: string): Promise<MeetingState | undefined> {
  let state = folded.get(meetingId)
  if (state === undefined) {
    const setup = await findSetup(db, meetingId)
    if (setup === undefined) return undefined
    state = foldMeeting(setup, await listEventsAfter(db, meetingId, 0))
  } else {
    for (const event of await listEventsAfter(db, meetingId, state.lastEventId)) state = step(state, event)
  }
  if (!isInTransaction(db)) keep(meetingId, state)
  return state
}

function keep(meetingId: string, state: MeetingState): void {
  const known = folded.get(meetingId)
  folded.delete(meetingId)
  // Two that read at once: the one that read more stays.
  folded.set(meetingId, known !== undefined && known.lastEventId > state.lastEventId ? known : state)
  if (folded.size > most) folded.delete(folded.keys().next().value!)
}
