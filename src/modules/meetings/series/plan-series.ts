import * as z from 'zod'
import { cleanWords } from '#platform/clean-words.ts'
import { authorize, inTransaction, timeZoneOf, todayOf, type Context } from '#platform/context.ts'
import { instantIn, type LocalDate } from '#platform/format.ts'
import { once } from '#platform/once.ts'
import { holidayOn } from '#platform/working-days.ts'
import type { LocalText } from '#platform/language.ts'
import { registry } from '#modules/people/index.ts'
import { recordDays } from '../events.ts'
import { findClashes, type Clash } from '../find-clashes.ts'
import { insertMeeting } from '../queries/meetings.ts'
import { meetingModes, preparesMeetings } from '../rules.ts'
import { daysOf, type SeriesPattern } from '../rules/series.ts'
import { insertSeries } from './queries.ts'

const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const
const rhythms = ['monthly', 'weekly', 'fortnightly'] as const
const places = ['1', '2', '3', '4', '-1'] as const
export const choices = { weekdays, rhythms, places } as const

/** Several of one name come joined by commas. */
const several = z
  .string()
  .default('')
  .transform((text) => text.split(',').filter((part) => part !== ''))

export const timeAndPlace = {
  at: z.string('timeWrong').regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'timeWrong'),
  minutes: z
    .string()
    .trim()
    .regex(/^\d{1,3}$/, 'minutesWrong')
    .transform(Number)
    .pipe(z.number().min(10, 'minutesWrong').max(720, 'minutesWrong')),
  mode: z.enum(meetingModes, 'invalid'),
  place: z.string().transform(cleanWords).pipe(z.string().max(300, 'tooLong')).default(''),
}

export const seriesInput = z
  .object({
    idempotencyKey: z.uuid('invalid'),
    body: z.uuid('bodyMissing'),
    rhythm: z.enum(rhythms, 'invalid'),
    weekday: z.enum(weekdays, 'invalid'),
    nth: z.enum(places, 'invalid'),
    without: several.pipe(z.array(z.string().regex(/^(?:[1-9]|1[0-2])$/, 'invalid'))),
    from: z.iso.date('dayWrong'),
    until: z.iso.date('dayWrong'),
    ...timeAndPlace,
    isKnown: z.literal('on').optional(),
    days: several.pipe(z.array(z.iso.date('dayWrong'))),
  })
  .refine(({ from, until }) => from <= until, { path: ['until'], message: 'endsBefore' })
export type SeriesInput = z.output<typeof seriesInput>

export function patternOf({ rhythm, weekday, nth, without }: SeriesInput): SeriesPattern {
  const day = Number(weekday)
  if (rhythm !== 'monthly') return { kind: 'weekly', every: rhythm === 'weekly' ? 1 : 2, weekday: day }
  return { kind: 'monthly', nth: Number(nth) as 1 | 2 | 3 | 4 | -1, weekday: day, without: without.map(Number) }
}

/** A day that fits, what holiday it is, and which other meetings are at that time. */
export type Proposal = { day: LocalDate; holiday: LocalText | undefined; clashes: readonly Clash[] }

/** The days that fit, before anything is planned. */
export async function proposeDays(ctx: Context, input: SeriesInput): Promise<Proposal[]> {
  authorize(preparesMeetings(ctx.actor))
  const days = daysOf(patternOf(input), input.from, input.until).filter((day) => day >= todayOf(ctx))
  const clashes = await findClashes(
    ctx,
    days.map((day) => ({ bodyId: input.body, ...timesOf(ctx, day, input) })),
  )
  return days.map((day, at) => ({ day, holiday: holidayOn(day), clashes: clashes[at]! }))
}

/** On the clock of the municipality, so that a clock change moves no meeting. */
export function timesOf(ctx: Context, day: LocalDate, { at, minutes }: { at: string; minutes: number }) {
  const startsAt = instantIn(timeZoneOf(ctx.db), `${day}T${at}`)
  return { startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000) }
}

type Refusal = 'noDays' | 'otherDays' | 'bodyUnknown' | 'inPast'
export type PlanSeriesOutcome = { ok: true; id: string } | { ok: false; refusal: Refusal }

/** Plans a meeting for each chosen day; where the days are told, everybody knows them from now on. */
export async function planSeries(context: Context, input: SeriesInput): Promise<PlanSeriesOutcome> {
  authorize(preparesMeetings(context.actor))
  return inTransaction(context, (ctx) =>
    once<PlanSeriesOutcome>(ctx, input.idempotencyKey, 'meetings.plan-series', async () => {
      const body = (await registry.listBodyChoices(ctx.db)).find(({ id }) => id === input.body)
      if (body === undefined) return { ok: false, refusal: 'bodyUnknown' }
      const pattern = patternOf(input)
      const days = [...new Set(input.days)].toSorted()
      if (days.length === 0) return { ok: false, refusal: 'noDays' }
      // The form may have been changed after its days were shown.
      const fitting = new Set(daysOf(pattern, input.from, input.until))
      if (days.some((day) => !fitting.has(day))) return { ok: false, refusal: 'otherDays' }
      if (timesOf(ctx, days[0]!, input).startsAt <= ctx.now) return { ok: false, refusal: 'inPast' }
      const id = await insertSeries(ctx.db, { bodyId: body.id, pattern, from: input.from, until: input.until }, ctx.now)
      const dayKnownAt = input.isKnown === 'on' ? ctx.now : null
      for (const day of days) {
        const { mode, place } = input
        const values = { kind: 'ordinary', sessionNo: null, mode, place, ...timesOf(ctx, day, input) } as const
        await insertMeeting(ctx.db, body.id, { ...values, seriesId: id, dayKnownAt }, ctx.now)
      }
      if (dayKnownAt !== null) await recordDays(ctx, 'meetings.days-planned', body, days)
      return { ok: true, id }
    }),
  )
}
