import { inTransaction, NotFound, personOf, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { endSessions, listSessions } from '#platform/identity/sessions.ts'

/** Ends one session of the acting person; someone else's is not found. */
export async function endOwnSession(context: Context, sessionId: string): Promise<{ ok: true }> {
  const personId = personOf(context.actor)
  return inTransaction(context, async (ctx) => {
    const sessions = await endSessions(ctx.db, personId, sessionId)
    if (sessions === 0) throw new NotFound()
    await record(ctx, 'identity.signed-out', `person:${personId}`, { sessions })
    return { ok: true }
  })
}

/** Ends all but the one in use. */
export async function endOtherSessions(context: Context, currentId: string): Promise<{ ok: true; sessions: number }> {
  const personId = personOf(context.actor)
  return inTransaction(context, async (ctx) => {
    const others = (await listSessions(ctx.db, personId, ctx.now)).filter(({ id }) => id !== currentId)
    let sessions = 0
    for (const { id } of others) sessions += await endSessions(ctx.db, personId, id)
    if (sessions > 0) await record(ctx, 'identity.signed-out', `person:${personId}`, { sessions })
    return { ok: true, sessions }
  })
}
