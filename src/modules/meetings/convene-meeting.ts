import * as z from 'zod'
import { authorize, inTransaction, NotFound, personOf, timeZoneOf, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { localDate } from '#platform/format.ts'
import { factsOf, meetingSubject } from './events.ts'
import type { MeetingEvent } from './log/events.ts'
import type { MeetingSetup } from './log/state.ts'
import { registry } from '#modules/people/index.ts'
import { listItems } from './queries/items.ts'
import { insertEvent, keepSetup } from './queries/log.ts'
import { lockMeeting, updateMeeting, type Meeting } from './queries/meetings.ts'
import { findStatute } from './queries/statutes.ts'
import { lacksOf, preparesMeetings } from './rules.ts'
import type { StatuteRules } from './rules/statute.ts'
import { listMembersOn } from './tell-members.ts'

export const conveneInput = z.object({ chair: z.uuid('chairMissing') })

export type ConveneOutcome =
  | { ok: true }
  | { ok: false; refusal: 'notCalled' | 'begunAlready' | 'notToday' | 'lacking' | 'noStatute' | 'chairNotMember' }

/** Kinds of body as the log knows them. */
const kindOf = ({ body }: Meeting): MeetingSetup['body']['kind'] => {
  if (body.kind === 'council' || body.kind === 'government' || body.kind === 'committee') return body.kind
  return body.kind === 'youth-council' ? 'youth' : 'assembly'
}

/**
 * The meeting is called to order: who has a mandate, what is on the agenda and which rules hold is kept as it is now,
 * and the log begins. From here on the agenda changes only by what happens in the meeting.
 */
export async function conveneMeeting(
  context: Context,
  number: number,
  { chair }: z.output<typeof conveneInput>,
): Promise<ConveneOutcome> {
  authorize(preparesMeetings(context.actor))
  return inTransaction(context, async (ctx) => {
    const meeting = await lockMeeting(ctx.db, number)
    if (meeting === undefined) throw new NotFound()
    if (meeting.state === 'in-session' || meeting.state === 'held') return { ok: false, refusal: 'begunAlready' }
    if (meeting.state !== 'invited') return { ok: false, refusal: 'notCalled' }
    const heldOn = localDate(ctx.now, timeZoneOf(ctx.db))
    if (localDate(meeting.startsAt, timeZoneOf(ctx.db)) !== heldOn) return { ok: false, refusal: 'notToday' }
    const items = await listItems(ctx.db, meeting.id)
    const ready = items.map((item) => ({ ...item, hasDraft: item.versions > 0 }))
    if (lacksOf(meeting, ready).length > 0) return { ok: false, refusal: 'lacking' }
    const statute = await findStatute(ctx.db, meeting.body, heldOn)
    if (statute === undefined) return { ok: false, refusal: 'noStatute' }
    const members = await listMembersOn(ctx, meeting.body.id, heldOn)
    if (!members.some(({ personId }) => personId === chair)) return { ok: false, refusal: 'chairNotMember' }
    const setup = await setupOf(ctx, meeting, {
      statute,
      members,
      chair,
      secretary: personOf(ctx.actor),
      at: meeting.startsAt,
    })
    await keepSetup(ctx.db, meeting.id, setup)
    await updateMeeting(ctx.db, meeting.id, { state: 'in-session' }, ctx.now)
    const by = { personId: personOf(ctx.actor), as: 'secretary' } as const
    const convened: MeetingEvent = { id: 1, at: ctx.now, by, kind: 'convened' }
    await insertEvent(ctx.db, meeting.id, convened)
    await record(ctx, 'meetings.convened', meetingSubject(meeting.id), factsOf(ctx, meeting))
    return { ok: true }
  })
}

type Composition = {
  statute: StatuteRules
  members: readonly { personId: string; votingRight?: boolean }[]
  chair: string
  secretary: string | null
  at: Date
}

/** What a log is folded upon: members in the order of their names, the agenda, and the rules of the day. */
export async function setupOf(ctx: Context, meeting: Meeting, of: Composition): Promise<MeetingSetup> {
  const { statute, members, chair, secretary, at } = of
  const items = await listItems(ctx.db, meeting.id)
  return {
    body: { kind: kindOf(meeting), seats: meeting.body.seats ?? members.length },
    plannedStart: at,
    mode: meeting.mode,
    statute,
    members: members.map(({ personId, votingRight = true }, place) => ({
      personId,
      sortKey: String(place).padStart(4, '0'),
      votingRight,
      from: null,
      until: null,
    })),
    guests: [],
    items: items.map(({ id, title, kind, visibility, parentId }) => ({ id, title, kind, visibility, parentId })),
    chairPersonId: chair,
    secretaryPersonId: secretary,
    factions: (await registry.listFactionsOn(ctx.db, meeting.body.id, localDate(at, timeZoneOf(ctx.db)))).map(
      ({ id, name, personIds }) => ({ id, name, personIds }),
    ),
  }
}
