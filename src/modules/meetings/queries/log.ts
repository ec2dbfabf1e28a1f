import type { Db } from '#platform/database.ts'
import { factsOf, readEvent, type MeetingEvent } from '../log/events.ts'
import type { MeetingSetup } from '../log/state.ts'
import { statuteRulesSchema } from '../rules/statute.ts'

/** The setup as jsonb keeps it: instants are text. */
type KeptSetup = Omit<MeetingSetup, 'plannedStart' | 'members' | 'statute'> & {
  plannedStart: string
  statute: unknown
  members: readonly (Omit<MeetingSetup['members'][number], 'from' | 'until'> & {
    from: string | null
    until: string | null
  })[]
}

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text))

/** A setup from its jsonb. */
export function readSetup(row: unknown): MeetingSetup {
  const kept = row as KeptSetup
  return {
    ...kept,
    plannedStart: new Date(kept.plannedStart),
    statute: statuteRulesSchema.parse(kept.statute),
    members: kept.members.map((member) => ({
      ...member,
      from: instant(member.from),
      until: instant(member.until),
    })),
  }
}

/** What a meeting's log is folded upon; undefined before it was called to order. */
export async function findSetup(db: Db, meetingId: string): Promise<MeetingSetup | undefined> {
  const row = await db.selectFrom('meetings_meetings').select('setup').where('id', '=', meetingId).executeTakeFirst()
  return row?.setup === undefined || row.setup === null ? undefined : readSetup(row.setup)
}

export async function keepSetup(db: Db, meetingId: string, setup: MeetingSetup): Promise<void> {
  await db
    .updateTable('meetings_meetings')
    .set({ setup: JSON.stringify(setup) })
    .where('id', '=', meetingId)
    .execute()
}

/** The log after an event, in order. */
export async function listEventsAfter(db: Db, meetingId: string, seq: number): Promise<MeetingEvent[]> {
  const rows = await db
    .selectFrom('meetings_events')
    .select(['seq as id', 'at', 'acted_by as by', 'facts'])
    .where('meeting_id', '=', meetingId)
    .where('seq', '>', seq)
    .orderBy('seq')
    .execute()
  return rows.map(readEvent)
}

export const insertEvent = (db: Db, meetingId: string, event: MeetingEvent): Promise<void> =>
  insertEvents(db, meetingId, [event])

export async function insertEvents(db: Db, meetingId: string, events: readonly MeetingEvent[]): Promise<void> {
  await db
    .insertInto('meetings_events')
    .values(
      events.map((event) => ({
        meeting_id: meetingId,
        seq: event.id,
        at: event.at,
        acted_by: JSON.stringify(event.by),
        facts: JSON.stringify(factsOf(event)),
      })),
    )
    .execute()
}

/** Meetings that are in session, for what the clock alone brings about. */
export async function listInSession(db: Db): Promise<number[]> {
  const rows = await db
    .selectFrom('meetings_meetings')
    .select('number')
    .where('state', '=', 'in-session')
    .orderBy('number')
    .execute()
  return rows.map(({ number }) => number)
}

/** Number of the newest event; 0 where there is none. */
export async function lastSeqOf(db: Db, meetingId: string): Promise<number> {
  const row = await db
    .selectFrom('meetings_events')
    .select((e) => e.fn.max('seq').as('seq'))
    .where('meeting_id', '=', meetingId)
    .executeTakeFirst()
  return row?.seq ?? 0
}
