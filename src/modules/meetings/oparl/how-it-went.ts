import type { Db } from '#platform/database.ts'
import { courseOf, type Course } from './course.ts'
import { listKeptCourses, readStates } from './queries/logs.ts'

const most = 1000
/** By meeting, with how far its log had come. Logs only grow, so the same length is the same log. */
const known = new Map<string, { logLength: number; course: Course }>()

/** Courses of meetings that have a log; of those that are over they are kept, and only logs that have grown since are read. */
export async function readCourses(
  db: Db,
  meetings: readonly { meetingId: string; logLength: number | null }[],
): Promise<ReadonlyMap<string, Course>> {
  const courses = new Map<string, Course>()
  const grown = new Set<string>()
  for (const { meetingId, logLength } of meetings) {
    const kept = known.get(meetingId)
    if (kept !== undefined && kept.logLength === logLength) courses.set(meetingId, kept.course)
    else if (logLength !== null) grown.add(meetingId)
  }
  const keep = (meetingId: string, logLength: number, course: Course) => {
    courses.set(meetingId, course)
    known.delete(meetingId)
    known.set(meetingId, { logLength, course })
  }
  for (const { meetingId, logLength, course } of await listKeptCourses(db, [...grown])) {
    grown.delete(meetingId)
    keep(meetingId, logLength, course)
  }
  for (const [meetingId, state] of await readStates(db, [...grown])) keep(meetingId, state.lastEventId, courseOf(state))
  while (known.size > most) known.delete(known.keys().next().value!)
  return courses
}
