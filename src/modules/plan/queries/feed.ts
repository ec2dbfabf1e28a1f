import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { RecordedEvent } from '#platform/events.ts'
import type { LocalText } from '#platform/language.ts'

/** What a follower of the plan wants to hear of; drafts are not among it. */
const fedTypes = [
  'plan.status-changed',
  'plan.discussion-opened',
  'plan.version-adopted',
  'plan.evidence-confirmed',
  'plan.narrative-written',
  'plan.question-answered',
  'plan.comment-answered',
  'plan.year-reviewed',
] as const
type FedType = (typeof fedTypes)[number]

export type FedEvent = { [K in FedType]: RecordedEvent<K> & { name: LocalText | null } }[FedType]

/** The newest public events of the plan, each with the short name of its commitment. */
export async function listFedEvents(db: Db, limit = 50): Promise<FedEvent[]> {
  const { rows } = await sql<FedEvent>`
    select e.id, e.type, e.subject, e.occurred_at as "occurredAt", e.actor_role as "actorRole", e.facts, w.name
    from platform_events e
    left join lateral (
      select o.name from plan_wordings o join plan_versions v on v.id = o.version_id
      where e.subject = 'commitment:' || o.commitment_id and v.state = 'adopted'
      order by v.number desc limit 1) w on true
    where e.is_public and e.type = any(${[...fedTypes]}::text[])
    order by e.id desc limit ${limit}`.execute(db)
  return rows
}

/** When something public of the plan last changed. */
export async function findLastChange(db: Db): Promise<Date | null> {
  const { rows } = await sql<{ at: Date }>`select occurred_at as at from platform_events
    where is_public and type like 'plan.%' order by id desc limit 1`.execute(db)
  return rows[0]?.at ?? null
}
