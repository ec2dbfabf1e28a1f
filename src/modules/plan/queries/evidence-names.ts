import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { LocalText } from '#platform/language.ts'

export type NamedEvidence = { id: string; title: LocalText; number: string }

/** Evidence with the number of its commitment in the newest adopted version that has it. */
export async function listNamedEvidence(db: Db, ids: readonly string[]): Promise<NamedEvidence[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<NamedEvidence>`
    select e.id, e.title, w.number from plan_vouched_evidence e
    join lateral (
      select o.number from plan_wordings o join plan_versions h on h.id = o.version_id
      where o.commitment_id = e.commitment_id and h.state = 'adopted' order by h.number desc limit 1) w on true
    where e.id::text = any(${[...ids]}) limit 500`.execute(db)
  return rows
}
