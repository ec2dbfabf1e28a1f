import type { Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import type { LocalDate } from '#platform/format.ts'
import { endInFactions } from './faction-queries.ts'

type Leaving = { bodyId: string; personId: string; on: LocalDate }

/** Whoever leaves a body leaves its faction on the same day, with every post in it. */
export async function leaveFaction(ctx: Context, leaving: Leaving): Promise<void> {
  for (const { membershipId, bodyId, bodySlug, bodyName } of await endInFactions(ctx.db, leaving)) {
    const facts = { bodySlug, bodyName: bodyName.et, postTitle: null, membershipId, untilDate: leaving.on }
    await record(ctx, 'people.membership-ended', `body:${bodyId}`, facts)
  }
}
