import { record } from '#platform/events.ts'
import { timeZoneOf, type Context } from '#platform/context.ts'
import { localDate, type LocalDate } from '#platform/format.ts'
import type { Meeting } from './queries/meetings.ts'
import type { MeetingKind } from './rules.ts'

/** What the log tells of a meeting: which body, which of its sittings (0: not counted), when. */
export type MeetingFacts = {
  number: number
  body: string
  bodyName: string
  bodyKind: string
  kind: MeetingKind
  sessionNo: number
  /** Day of the municipality's calendar. */
  on: LocalDate
}

export type DaysFacts = { body: string; bodyName: string; meetings: number; from: LocalDate; until: LocalDate }

declare module '#platform/events.ts' {
  interface Events {
    'meetings.planned': MeetingFacts
    'meetings.prepared': MeetingFacts
    'meetings.announced': MeetingFacts
    'meetings.agenda-changed': MeetingFacts
    /** Days of meetings whose agenda nobody knows yet. */
    'meetings.days-planned': DaysFacts
    'meetings.days-changed': DaysFacts
    'meetings.draft-changed': MeetingFacts & { item: string; version: number; hash: string }
    'meetings.moved': MeetingFacts
    'meetings.called': MeetingFacts & { members: number; daysBefore: number }
    'meetings.cancelled': MeetingFacts
    'meetings.convened': MeetingFacts
    'meetings.opened': MeetingFacts
    'meetings.result-stated': MeetingFacts & { outcome: string; for: number; against: number }
    /** A stated result was annulled, or is voted again. */
    'meetings.result-undone': MeetingFacts
    'meetings.log-corrected': MeetingFacts
    'meetings.closed': MeetingFacts
    /** Memo, draft, annexes and what was said of an item are for internal use only, or everybody's again. */
    'meetings.materials-restricted': MeetingFacts
    'meetings.materials-opened': MeetingFacts
    'meetings.minutes-published': MeetingFacts & { version: number }
    /** A signed container of the public minutes came back. */
    'meetings.minutes-signed': MeetingFacts & { version: number }
    /** One more event of its log; tells no more than that. */
    'meetings.went-on': MeetingFacts & { seq: number }
  }
}

export const meetingSubject = (id: string): string => `meeting:${id}`

type Facts = Pick<Meeting, 'number' | 'sessionNo' | 'startsAt' | 'body' | 'kind'>
export const factsOf = (ctx: Context, { number, sessionNo, startsAt, body, kind }: Facts): MeetingFacts => ({
  number,
  body: body.slug,
  bodyName: body.name.et,
  bodyKind: body.kind,
  kind,
  sessionNo: sessionNo ?? 0,
  on: dayOf(ctx, startsAt),
})

export const dayOf = (ctx: Context, at: Date): LocalDate => localDate(at, timeZoneOf(ctx.db))

/** Tells everybody that days of a body's meetings are planned, or are others now. */
export async function recordDays(
  ctx: Context,
  type: 'meetings.days-planned' | 'meetings.days-changed',
  { id, slug, name }: Pick<Meeting['body'], 'id' | 'slug' | 'name'>,
  days: readonly LocalDate[],
): Promise<void> {
  const [from, until] = [days[0], days.at(-1)]
  if (from === undefined || until === undefined) return
  await record(ctx, type, `body:${id}`, { body: slug, bodyName: name.et, meetings: days.length, from, until })
}

type PlainEvent =
  | 'meetings.planned'
  | 'meetings.prepared'
  | 'meetings.announced'
  | 'meetings.agenda-changed'
  | 'meetings.moved'
  | 'meetings.cancelled'
  | 'meetings.materials-restricted'
  | 'meetings.materials-opened'

export async function recordMeeting(ctx: Context, type: PlainEvent, meeting: Facts & { id: string }): Promise<void> {
  await record(ctx, type, meetingSubject(meeting.id), factsOf(ctx, meeting))
}
