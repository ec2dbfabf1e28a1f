import * as z from 'zod'
import { authorize, inTransaction, NotFound, type Context } from '#platform/context.ts'
import type { cancelMeetingInput } from '../cancel-meeting.ts'
import { dayOf, recordDays } from '../events.ts'
import { findMeeting, updateMeeting, type Meeting } from '../queries/meetings.ts'
import { preparesMeetings } from '../rules.ts'
import { timeAndPlace, timesOf } from './plan-series.ts'
import { findSeries, lockPlanned } from './queries.ts'

export const changeSeriesInput = z.object(timeAndPlace)
export type ChangeSeriesOutcome = { ok: true } | { ok: false; refusal: 'nothingLeft' | 'inPast' }

/** Another hour, place or form for all of a series that are only planned yet; days stay. */
export async function changeSeries(
  context: Context,
  id: string,
  input: z.output<typeof changeSeriesInput>,
): Promise<ChangeSeriesOutcome> {
  return onPlanned(context, id, async (ctx, meetings) => {
    const times = meetings.map(({ startsAt }) => timesOf(ctx, dayOf(ctx, startsAt), input))
    if (times.some(({ startsAt }) => startsAt <= ctx.now)) return 'inPast'
    const { mode, place } = input
    for (const [at, { id: meeting, sequence }] of meetings.entries())
      await updateMeeting(ctx.db, meeting, { ...times[at]!, mode, place, sequence: sequence + 1 }, ctx.now)
    return null
  })
}

/** Calls off all of a series that are only planned yet: calendars that have their days take them out. */
export async function callOffSeries(
  context: Context,
  id: string,
  { because }: z.output<typeof cancelMeetingInput>,
): Promise<ChangeSeriesOutcome> {
  return onPlanned(context, id, async (ctx, meetings) => {
    for (const { id: meeting, sequence } of meetings) {
      const off = { state: 'cancelled', changedBecause: because, sequence: sequence + 1 } as const
      await updateMeeting(ctx.db, meeting, off, ctx.now)
    }
    return null
  })
}

async function onPlanned(
  context: Context,
  id: string,
  change: (ctx: Context, meetings: readonly Meeting[]) => Promise<'inPast' | null>,
): Promise<ChangeSeriesOutcome> {
  authorize(preparesMeetings(context.actor))
  return inTransaction(context, async (ctx) => {
    if ((await findSeries(ctx.db, id)) === undefined) throw new NotFound()
    const meetings: Meeting[] = []
    for (const number of await lockPlanned(ctx.db, id, ctx.now)) meetings.push((await findMeeting(ctx.db, { number }))!)
    const [first] = meetings
    if (first === undefined) return { ok: false, refusal: 'nothingLeft' }
    const refusal = await change(ctx, meetings)
    if (refusal !== null) return { ok: false, refusal }
    const known = meetings.filter(({ dayKnownAt }) => dayKnownAt !== null)
    const days = known.map(({ startsAt }) => dayOf(ctx, startsAt))
    await recordDays(ctx, 'meetings.days-changed', first.body, days)
    return { ok: true }
  })
}
