import { anonymous, todayOf, type Context } from '#platform/context.ts'
import type { MeetingSection } from '#platform/meeting-section.ts'
import { recordReading } from './given/record-reading.ts'
import { Decided } from './pages/decided.tsx'
import type { Act } from './queries/acts.ts'
import { listActsOf } from './queries/list-acts.ts'
import { listVersions } from './queries/versions.ts'
import { readsAll } from './rules.ts'
import { seenAct } from './seen-act.ts'

/** On a meeting's page: what it has decided, in the order of the votes; on an item's page what was decided on it. */
export const actsOfMeeting: MeetingSection = async (ctx, { id, itemId }) => {
  const today = todayOf(ctx)
  const found = await listActsOf(ctx.db, id, itemId)
  if (itemId !== null) await keepReadings(ctx, found)
  const seen = found.map((act) => seenAct(act, anonymous, today))
  // Of what may not be told what it is about, nobody learns from the item either.
  const acts = itemId === null ? seen : seen.filter(({ title }) => title !== null)
  return acts.length === 0 ? null : <Decided acts={acts} isOfItem={itemId !== null} />
}

/** The item's page shows the draft to whoever may read the act: that is a reading like one of the act itself. */
async function keepReadings(ctx: Context, acts: readonly Act[]): Promise<void> {
  for (const act of acts) {
    if (ctx.actor.personId === null || !readsAll(ctx.actor, { bodyId: act.body.id })) continue
    const hasPublicVersion = (await listVersions(ctx.db, act.id)).some(({ kind }) => kind === 'public')
    await recordReading(ctx, act, { way: 'item', hasPublicVersion })
  }
}
