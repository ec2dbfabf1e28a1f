import { hasRole, inTransaction, todayOf, type Actor, type Context } from '#platform/context.ts'
import { tellingRole } from '#platform/events.ts'
import type { Act } from '../queries/acts.ts'
import { seenAct } from '../seen-act.ts'
import { insertReading, type ownWays } from './queries.ts'

/** The role that opened the text to whoever reads it. */
const roleOf = (actor: Actor): string =>
  (['registrar', 'meetingSecretary'] as const).find((role) => hasRole(actor, role)) ?? tellingRole(actor)

/**
 * Whoever reads because of a role what everybody else may not leaves a trace (AvTS § 39(2)): once a day and way. Asked
 * before the text is shown; `hasPublicVersion` where everybody reads a text from which something was left out.
 */
export async function recordReading(
  context: Context,
  act: Act,
  { way, hasPublicVersion }: { way: (typeof ownWays)[number]; hasPublicVersion: boolean },
): Promise<void> {
  const { actor } = context
  const on = todayOf(context)
  const { readsFull, closed } = seenAct(act, actor, on)
  const { personId } = actor
  if (personId === null || !readsFull || (closed === null && !hasPublicVersion)) return
  await inTransaction(context, (ctx) =>
    insertReading(ctx.db, { actId: act.id, on, at: ctx.now, reader: personId, role: roleOf(actor), way }),
  )
}
