import type { Db } from '#platform/database.ts'
import { lockBody } from '../queries/change-bodies.ts'
import type { Sitting, Stretch } from '../rules.ts'
import { findParentOfFaction, hasSeatOn, listFactionStretches } from './faction-queries.ts'
import { listSeatsOf } from './queries.ts'
import { earlierEnd, lastDayOfSeat } from './rules.ts'

export type FactionRefusal = 'notInCouncil' | 'inOtherFaction'

type Faction = { id: string; kind: string; parentId: string | null }

const overlap = (a: Stretch, b: Stretch): boolean =>
  (b.untilDate === null || a.fromDate <= b.untilDate) && (a.untilDate === null || b.fromDate <= a.untilDate)

/** Locks a body, and before a faction the body above it, where its factions take turns. */
export async function lockInTurn(db: Db, id: string): ReturnType<typeof lockBody> {
  const parentId = await findParentOfFaction(db, id)
  if (parentId !== null) await lockBody(db, parentId)
  return lockBody(db, id)
}

/** A faction is of members of the body above it, and nobody is in two of them at a time. */
export async function whyNotInFaction(db: Db, faction: Faction, newcomer: Sitting): Promise<FactionRefusal | null> {
  if (faction.kind !== 'faction' || faction.parentId === null) return null
  const { personId } = newcomer
  if (!(await hasSeatOn(db, faction.parentId, personId, newcomer.fromDate))) return 'notInCouncil'
  const held = await listFactionStretches(db, faction.parentId, personId)
  return held.some((one) => one.factionId !== faction.id && overlap(one, newcomer)) ? 'inOtherFaction' : null
}

/** The last day of a place in a body: in a faction none is longer than the seat of the body above it. */
export async function lastDayIn(db: Db, body: Faction, { personId, fromDate, untilDate }: Sitting) {
  if (body.kind !== 'faction' || body.parentId === null) return untilDate
  return earlierEnd(untilDate, lastDayOfSeat(await listSeatsOf(db, { personId, bodyId: body.parentId }), fromDate))
}
