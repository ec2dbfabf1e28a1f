import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'

/** What a person has entered at acts, and which restricted texts they have read. */
export async function findWork(
  db: Db,
  personId: string,
  limit: number,
): Promise<{ what: string; act: string; at: Date }[]> {
  const { rows } = await sql<{ what: string; act: string; at: Date }>`
    select w.what, a.slug as act, w.at from (
      select 'text' as what, act_id, at from acts_versions where by_person = ${personId}
      union all select 'restriction', act_id, set_at from acts_restrictions where set_by = ${personId}
      union all select 'signed file', act_id, at from acts_signatures where by_person = ${personId}
      union all select 'task', act_id, changed_at from acts_followups where by_person = ${personId}
      union all select 'correction', act_id, at from acts_corrections where by_person = ${personId}
      union all select 'entered who was given a restricted text', act_id, at from acts_given where by_person = ${personId}
      union all select 'read a restricted text', act_id, at from acts_given where reader = ${personId}) w
    join acts_acts a on a.id = w.act_id order by w.at limit ${limit}`.execute(db)
  return rows
}
