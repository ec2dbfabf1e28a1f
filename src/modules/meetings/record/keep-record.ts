import type { Db } from '#platform/database.ts'
import { inTransaction, type Context } from '#platform/context.ts'
import type { MeetingEvent } from '../log/events.ts'
import type { MeetingState } from '../log/state.ts'
import { courseOf, writeCourse } from '../oparl/course.ts'
import { listItems } from '../queries/items.ts'
import { readState } from '../read-state.ts'
import { recordOf, reckoning } from './derive-record.ts'
import { listUnrecorded, replaceRecord } from './queries.ts'

const tells: ReadonlySet<MeetingEvent['kind']> = new Set([
  'result-stated',
  'vote-annulled',
  'vote-repeated',
  'corrected',
  'item-closed-to-public',
  'item-opened-to-public',
  'ended',
  'adjourned',
  'no-quorum-at-roll-call',
])

/** Makes the record of a meeting anew where an event has changed it, in the event's own transaction. */
export async function keepRecord(db: Db, meetingId: string, state: MeetingState, event: MeetingEvent): Promise<void> {
  if (!tells.has(event.kind)) return
  // The common case touches one vote alone.
  const only = event.kind === 'result-stated' ? event.voteId : null
  await recordAnew(db, meetingId, state, only)
}

/** The record of a meeting as its log stands; with `only`, of that one vote. */
export async function recordAnew(
  db: Db,
  meetingId: string,
  state: MeetingState,
  only: string | null = null,
): Promise<void> {
  const items = await listItems(db, meetingId)
  const bases = new Map(items.map(({ id, closedBasis }) => [id, closedBasis]))
  const course = state.endedAt === null ? null : writeCourse(courseOf(state))
  const upTo = { lastSeq: state.lastEventId, reckoning, only, course }
  await replaceRecord(db, meetingId, recordOf(state, bases), upTo)
}

/** Records of meetings that have none yet, or one that was reckoned in another way. */
export async function recordAll(ctx: Context): Promise<void> {
  for (const meetingId of await listUnrecorded(ctx.db, reckoning))
    await inTransaction(ctx, async ({ db }) => {
      const state = await readState(db, meetingId)
      if (state !== undefined) await recordAnew(db, meetingId, state)
    })
}
