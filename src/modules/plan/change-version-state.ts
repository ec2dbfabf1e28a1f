import { sql } from 'kysely'
import * as z from 'zod'
import { authorize, inTransaction, NotFound, todayOf, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { daysBetween } from './calendar.ts'
import { planSubject } from './events.ts'
import { lockVersion } from './queries/versions.ts'
import { canAdopt, canBecome, coordinates, shortestDiscussionDays } from './rules.ts'

export const openDiscussionInput = z.object({ from: z.iso.date('dayMissing'), until: z.iso.date('dayMissing') })

export const adoptInput = z.object({
  adoptedBy: z.enum(['government', 'council'], 'bodyMissing'),
  actNumber: z.string().trim().min(1, 'actMissing').max(100, 'actTooLong'),
  adoptedOn: z.iso.date('dayMissing'),
  inForceFrom: z.iso.date('dayMissing'),
})

export type VersionOutcome =
  | { ok: true }
  | {
      ok: false
      refusal: 'wrongState' | 'discussionTooShort' | 'discussionUnderWay' | 'adoptedInFuture' | 'inForceTooEarly'
    }

async function locked(ctx: Context, number: number) {
  const version = await lockVersion(ctx.db, number)
  if (version === undefined) throw new NotFound()
  return version
}

/** Puts a draft before the public for at least two weeks; one version at a time. */
export async function openDiscussion(
  context: Context,
  number: number,
  { from, until }: z.output<typeof openDiscussionInput>,
): Promise<VersionOutcome> {
  return inTransaction(context, async (ctx) => {
    authorize(coordinates(ctx.actor))
    const version = await locked(ctx, number)
    if (!canBecome(version, 'discussion')) return { ok: false, refusal: 'wrongState' }
    if (from < todayOf(ctx) || daysBetween(from, until) + 1 < shortestDiscussionDays)
      return { ok: false, refusal: 'discussionTooShort' }
    await sql`select pg_advisory_xact_lock(7202611234)`.execute(ctx.db)
    const other = await ctx.db
      .selectFrom('plan_versions')
      .select('number')
      .where('state', '=', 'discussion')
      .forUpdate()
      .executeTakeFirst()
    if (other !== undefined) return { ok: false, refusal: 'discussionUnderWay' }
    await ctx.db
      .updateTable('plan_versions')
      .set({ state: 'discussion', discussion_from: from, discussion_until: until })
      .where('id', '=', version.id)
      .execute()
    await record(ctx, 'plan.discussion-opened', planSubject(number), { version: number, from, until })
    return { ok: true }
  })
}

/** Back to a draft, to work in what the discussion brought. Comments and answers stay with the version. */
export async function endDiscussion(context: Context, number: number): Promise<VersionOutcome> {
  return inTransaction(context, async (ctx) => {
    authorize(coordinates(ctx.actor))
    const version = await locked(ctx, number)
    if (version.state !== 'discussion') return { ok: false, refusal: 'wrongState' }
    await ctx.db.updateTable('plan_versions').set({ state: 'draft' }).where('id', '=', version.id).execute()
    await record(ctx, 'plan.discussion-ended', planSubject(number), { version: number })
    return { ok: true }
  })
}

export async function withdrawVersion(context: Context, number: number): Promise<VersionOutcome> {
  return inTransaction(context, async (ctx) => {
    authorize(coordinates(ctx.actor))
    const version = await locked(ctx, number)
    if (!canBecome(version, 'withdrawn')) return { ok: false, refusal: 'wrongState' }
    await ctx.db.updateTable('plan_versions').set({ state: 'withdrawn' }).where('id', '=', version.id).execute()
    await record(ctx, 'plan.version-withdrawn', planSubject(number), { version: number })
    return { ok: true }
  })
}

/** Enters the decision that adopts a version. From the day it names, this is the plan in force. */
export async function adoptVersion(
  context: Context,
  number: number,
  input: z.output<typeof adoptInput>,
): Promise<VersionOutcome> {
  return inTransaction(context, async (ctx) => {
    authorize(canAdopt(ctx.actor) || ctx.actor.kind === 'system')
    const version = await locked(ctx, number)
    if (!canBecome(version, 'adopted')) return { ok: false, refusal: 'wrongState' }
    if (input.adoptedOn > todayOf(ctx)) return { ok: false, refusal: 'adoptedInFuture' }
    if (input.inForceFrom < input.adoptedOn) return { ok: false, refusal: 'inForceTooEarly' }
    await ctx.db
      .updateTable('plan_versions')
      .set({
        state: 'adopted',
        adopted_by: input.adoptedBy,
        act_number: input.actNumber,
        adopted_on: input.adoptedOn,
        in_force_from: input.inForceFrom,
      })
      .where('id', '=', version.id)
      .execute()
    const facts = { version: number, act: input.actNumber, inForceFrom: input.inForceFrom }
    await record(ctx, 'plan.version-adopted', planSubject(number), facts)
    return { ok: true }
  })
}
