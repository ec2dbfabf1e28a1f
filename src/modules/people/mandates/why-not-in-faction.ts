import type { Db } from '#platform/database.ts'
import { lockBody } from '../queries/change-bodies.ts'
import type { Sitting, Stretch } from '../rules.ts'
import { hasSeatOn, listFactionStretches } from './faction-queries.ts'

export type FactionRefusal = 'notInCouncil' | 'inOtherFaction'

const overlap = (a: Stretch, b: Stretch): boolean =>
  (b.untilDate === null || a.fromDate <= b.untilDate) && (a.untilDate === null || b.fromDate <= a.untilDate)

/** A faction is of members of the body above it, and nobody is in two of them at a time. */
export async function whyNotInFaction(
  db: Db,
  faction: { id: string; kind: string; parentId: string | null },
  newcomer: Sitting,
): Promise<FactionRefusal | null> {
  if (faction.kind !== 'faction' || faction.parentId === null) return null
  // Two factions of one body take turns here.
  await lockBody(db, faction.parentId)
  const { personId } = newcomer
  if (!(await hasSeatOn(db, faction.parentId, personId, newcomer.fromDate))) return 'notInCouncil'
  const held = await listFactionStretches(db, faction.parentId, personId)
  return held.some((one) => one.factionId !== faction.id && overlap(one, newcomer)) ? 'inOtherFaction' : null
}
