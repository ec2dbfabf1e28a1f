import * as z from 'zod'
import { cleanWords } from '#platform/clean-words.ts'
import { authorize, inRefusableTransaction, NotFound, timeZoneOf, type Context } from '#platform/context.ts'
import { instantIn } from '#platform/format.ts'
import { once } from '#platform/once.ts'
import { refusing } from '#platform/refusing.ts'
import { registry } from '#modules/people/index.ts'
import { dayOf, recordDays, recordMeeting } from './events.ts'
import {
  findMeeting,
  insertMeeting,
  lockMeeting,
  updateMeeting,
  type Meeting,
  type MeetingValues,
} from './queries/meetings.ts'
import { meetingKinds, meetingModes, preparesMeetings, whyNotPrepared } from './rules.ts'

/** 30 February is on no calendar, though it can be written. */
function isOnCalendar(given: string): boolean {
  const at = new Date(`${given}Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(given)
}

const localTime = z
  .string('timeWrong')
  .regex(/^20\d{2}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d$/, 'timeWrong')
  .refine(isOnCalendar, 'timeWrong')
const nothing = z.literal('').transform(() => null)

export const meetingInput = z.object({
  kind: z.enum(meetingKinds, 'invalid'),
  sessionNo: nothing
    .or(
      z
        .string()
        .trim()
        .regex(/^[1-9]\d{0,3}$/, 'sessionNoWrong')
        .transform(Number),
    )
    .default(null),
  mode: z.enum(meetingModes, 'invalid'),
  place: z.string().transform(cleanWords).pipe(z.string().max(300, 'tooLong')).default(''),
  startsAt: localTime,
  endsAt: nothing.or(localTime).default(null),
})
export const planMeetingInput = meetingInput.extend({
  idempotencyKey: z.uuid('invalid'),
  body: z.uuid('bodyMissing'),
})
/** What becomes known of a change that members and calendars must hear of. */
export const editMeetingInput = meetingInput.extend({
  because: z.string().transform(cleanWords).pipe(z.string().max(500, 'tooLong')).default(''),
})

type Refusal = 'endsBefore' | 'inPast' | 'sessionNoTaken' | 'bodyUnknown' | 'becauseMissing' | 'cancelled' | 'begun'
export type PlanMeetingOutcome = { ok: true; number: number } | { ok: false; refusal: Refusal }

/** What the database finds broken, as the refusal that it means. */
const constraints = { meetings_meetings_session_once: 'sessionNoTaken' } as const

/** A meeting of a body is planned; nobody but the secretaries sees it yet. */
export async function planMeeting(
  context: Context,
  input: z.output<typeof planMeetingInput>,
): Promise<PlanMeetingOutcome> {
  authorize(preparesMeetings(context.actor))
  return inRefusableTransaction(context, (ctx) =>
    once<PlanMeetingOutcome>(ctx, input.idempotencyKey, 'meetings.plan', async () => {
      const bodies = await registry.listBodyChoices(ctx.db)
      if (!bodies.some(({ id }) => id === input.body)) return { ok: false, refusal: 'bodyUnknown' }
      const values = valuesOf(ctx, input)
      if (values === null) return { ok: false, refusal: 'endsBefore' }
      if (values.startsAt <= ctx.now) return { ok: false, refusal: 'inPast' }
      const { id, number } = await refusing(constraints, () => insertMeeting(ctx.db, input.body, values, ctx.now))
      await recordMeeting(ctx, 'meetings.planned', (await findMeeting(ctx.db, { id }))!)
      return { ok: true, number }
    }),
  )
}

/** Changes time, place or form. Once announced, another time or place needs a reason, which everybody reads. */
export async function editMeeting(
  context: Context,
  number: number,
  input: z.output<typeof editMeetingInput>,
): Promise<PlanMeetingOutcome> {
  authorize(preparesMeetings(context.actor))
  return inRefusableTransaction(context, async (ctx): Promise<PlanMeetingOutcome> => {
    const meeting = await lockMeeting(ctx.db, number)
    if (meeting === undefined) throw new NotFound()
    const closed = whyNotPrepared(meeting)
    if (closed !== null) return { ok: false, refusal: closed }
    const values = valuesOf(ctx, input)
    if (values === null) return { ok: false, refusal: 'endsBefore' }
    const isKnown = meeting.announcedAt !== null
    const isMoved = isElsewhere(values, meeting)
    if (isMoved && values.startsAt <= ctx.now) return { ok: false, refusal: 'inPast' }
    if (isMoved && isKnown && input.because === '') return { ok: false, refusal: 'becauseMissing' }
    // Whoever was called to another time or place is called again (KOKS § 43(3)).
    const again = meeting.state === 'invited' ? ({ state: 'announced', invitedAt: null } as const) : {}
    const moved = { changedBecause: input.because, sequence: meeting.sequence + 1, ...again }
    const change = isMoved && isKnown ? moved : isMoved ? { sequence: moved.sequence } : {}
    await refusing(constraints, () => updateMeeting(ctx.db, meeting.id, { ...values, ...change }, ctx.now))
    const changed = (await findMeeting(ctx.db, { id: meeting.id }))!
    const what = isMoved ? 'meetings.moved' : 'meetings.agenda-changed'
    await recordMeeting(ctx, isKnown ? what : 'meetings.prepared', changed)
    // What it is called stands beside its day.
    const isCalledOtherwise = values.kind !== meeting.kind || values.sessionNo !== meeting.sessionNo
    if (!isKnown && (isMoved || isCalledOtherwise)) await tellDay(ctx, changed)
    return { ok: true, number }
  })
}

/** Of a meeting whose day everybody knows, though not its agenda. */
export async function tellDay(ctx: Context, { dayKnownAt, body, startsAt }: Meeting): Promise<void> {
  if (dayKnownAt !== null) await recordDays(ctx, 'meetings.days-changed', body, [dayOf(ctx, startsAt)])
}

type WhenAndWhere = Pick<MeetingValues, 'startsAt' | 'endsAt' | 'place' | 'mode'>
const isElsewhere = (one: WhenAndWhere, other: WhenAndWhere): boolean =>
  one.startsAt.getTime() !== other.startsAt.getTime() ||
  one.endsAt?.getTime() !== other.endsAt?.getTime() ||
  one.place !== other.place ||
  one.mode !== other.mode

/** Null where it would end before it begins. */
function valuesOf(ctx: Context, input: z.output<typeof meetingInput>): MeetingValues | null {
  const zone = timeZoneOf(ctx.db)
  const startsAt = instantIn(zone, input.startsAt)
  const endsAt = input.endsAt === null ? null : instantIn(zone, input.endsAt)
  if (endsAt !== null && endsAt <= startsAt) return null
  const { kind, sessionNo, mode, place } = input
  return { kind, sessionNo, mode, place, startsAt, endsAt }
}
