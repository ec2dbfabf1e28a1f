import type { Db } from '#platform/database.ts'
import { readEvent, type MeetingEvent } from '../../log/events.ts'
import { foldMeeting } from '../../log/fold.ts'
import type { MeetingSetup, MeetingState } from '../../log/state.ts'
import { readSetup } from '../../queries/log.ts'

/** Meetings as their logs tell them, in one statement however many they are. */
export async function readStates(db: Db, meetingIds: readonly string[]): Promise<ReadonlyMap<string, MeetingState>> {
  if (meetingIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('meetings_events as e')
    .innerJoin('meetings_meetings as m', 'm.id', 'e.meeting_id')
    .select(['e.meeting_id', 'e.seq as id', 'e.at', 'e.acted_by as by', 'e.facts'])
    // With the first event alone: it is the same for all.
    .select((eb) => eb.case().when('e.seq', '=', 1).then(eb.ref('m.setup')).end().as('setup'))
    .where('e.meeting_id', 'in', [...meetingIds])
    .orderBy('e.meeting_id')
    .orderBy('e.seq')
    .execute()
  const setups = new Map<string, MeetingSetup>()
  const logs = new Map<string, MeetingEvent[]>()
  for (const { meeting_id: meetingId, setup, ...row } of rows) {
    if (setup !== null) setups.set(meetingId, readSetup(setup))
    const log = logs.get(meetingId) ?? []
    log.push(readEvent(row))
    logs.set(meetingId, log)
  }
  return new Map([...setups].map(([id, setup]) => [id, foldMeeting(setup, logs.get(id)!)]))
}
