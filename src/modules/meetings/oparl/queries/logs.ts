import type { Db } from '#platform/database.ts'
import { readEvent, type MeetingEvent } from '../../log/events.ts'
import { foldMeeting } from '../../log/fold.ts'
import type { MeetingSetup, MeetingState } from '../../log/state.ts'
import { readSetup } from '../../queries/log.ts'
import { readCourse, type Course } from '../course.ts'

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

/** Courses of meetings that are over, where the whole log is in them. */
export async function listKeptCourses(
  db: Db,
  meetingIds: readonly string[],
): Promise<{ meetingId: string; logLength: number; course: Course }[]> {
  if (meetingIds.length === 0) return []
  const rows = await db
    .selectFrom('meetings_records as r')
    .select(['r.meeting_id as meetingId', 'r.last_seq as logLength', 'r.course'])
    .where('r.meeting_id', 'in', [...meetingIds])
    .where('r.course', 'is not', null)
    .where((e) =>
      e(
        'r.last_seq',
        '=',
        e
          .selectFrom('meetings_events as l')
          .select('l.seq')
          .whereRef('l.meeting_id', '=', 'r.meeting_id')
          .orderBy('l.seq', 'desc')
          .limit(1),
      ),
    )
    .execute()
  return rows.map(({ meetingId, logLength, course }) => ({ meetingId, logLength, course: readCourse(course) }))
}
