import { inTransaction, personOf, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { endSessions } from '#platform/identity/sessions.ts'
import type { LocalText } from '#platform/language.ts'
import { offeredOwnData } from '#platform/own-data.ts'

declare module '#platform/events.ts' {
  interface Events {
    'my-data.person-forgotten': Record<string, never>
  }
}

export type Kept = { what: LocalText; why: LocalText }
export type ForgetOutcome = { ok: true; kept: readonly Kept[] } | { ok: false; refusal: 'hindered'; why: LocalText }

/** Why the acting person's data may not be deleted now. */
export async function findHindrance(ctx: Context): Promise<LocalText | null> {
  for (const own of offeredOwnData()) {
    const why = (await own.hinders?.(ctx)) ?? null
    if (why !== null) return why
  }
  return null
}

/** Deletes what the law allows of the acting person's data, in all modules or in none, and ends all sessions. */
export async function forgetPerson(context: Context): Promise<ForgetOutcome> {
  const personId = personOf(context.actor)
  return inTransaction(context, async (ctx): Promise<ForgetOutcome> => {
    const why = await findHindrance(ctx)
    if (why !== null) return { ok: false, refusal: 'hindered', why }
    const kept: Kept[] = []
    for (const own of offeredOwnData()) kept.push(...((await own.forget?.(ctx)) ?? []))
    await endSessions(ctx.db, personId)
    await record(ctx, 'my-data.person-forgotten', `person:${personId}`, {})
    return { ok: true, kept }
  })
}
