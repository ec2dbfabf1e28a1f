import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { LocalText } from '#platform/language.ts'
import type { Binding } from '../duty.ts'
import type { Schedule } from '../schedule.ts'

export type PartyRow = {
  id: string
  asWritten: string
  postId: string | null
  bodyId: string | null
  /** Title of the post or name of the body, and the slug of the page that shows who it is. */
  title: LocalText | null
  bodySlug: string | null
}

export type CommitmentRow = {
  id: string
  chapter: number
  number: string
  name: LocalText
  text: LocalText
  fulfilment: LocalText | null
  deadlineAsWritten: string
  schedule: Schedule
  parties: PartyRow[]
  bindings: (Binding & { id: string })[]
}

/** The rules of now; or those of a day gone by, and where none had been set yet then, the rules of now. */
function rulesOf(endOfDay: Date | null) {
  if (endOfDay === null) return sql`b.ended_at is null`
  return sql`case when exists (
      select from plan_bindings e where e.commitment_id = b.commitment_id and e.created_at < ${endOfDay})
    then b.created_at < ${endOfDay} and (b.ended_at is null or b.ended_at >= ${endOfDay}) else b.ended_at is null end`
}

const wordingColumns = (endOfDay: Date | null) => sql`
  w.commitment_id as id, w.chapter, w.number, w.name, w.text, w.fulfilment,
  w.deadline_as_written as "deadlineAsWritten", w.schedule,
  coalesce((
    select jsonb_agg(jsonb_build_object('id', p.id, 'asWritten', p.as_written, 'postId', p.post_id,
      'bodyId', p.body_id, 'title', coalesce(post.title, body.name),
      'bodySlug', coalesce(body.slug, home.slug)) order by p.position)
    from plan_parties p
    left join people_posts post on post.id = p.post_id
    left join people_bodies home on home.id = post.body_id
    left join people_bodies body on body.id = p.body_id
    where p.version_id = w.version_id and p.commitment_id = w.commitment_id
  ), '[]') as parties,
  coalesce((
    select jsonb_agg(jsonb_build_object('id', b.id, 'keys', b.keys, 'duty', b.duty,
      'measuredFrom', greatest(b.measured_from, (
        select min(coalesce(s.measurable_from, b.measured_from)) from plan_evidence_sources s where s.key = any(b.keys)))
      ) order by b.position)
    from plan_bindings b where b.commitment_id = w.commitment_id and ${rulesOf(endOfDay)}
  ), '[]') as bindings`

/**
 * All commitments of a version in order, with who is responsible and what is owed, in one statement; by the rules
 * that held at an instant gone by, when one is named.
 */
export async function listCommitments(
  db: Db,
  versionId: string,
  endOfDay: Date | null = null,
): Promise<CommitmentRow[]> {
  const { rows } = await sql<CommitmentRow>`
    select ${wordingColumns(endOfDay)} from plan_wordings w where w.version_id = ${versionId} order by w.position limit 500`.execute(
    db,
  )
  return rows
}

export async function findCommitment(db: Db, versionId: string, number: string): Promise<CommitmentRow | undefined> {
  const { rows } = await sql<CommitmentRow>`
    select ${wordingColumns(null)} from plan_wordings w
    where w.version_id = ${versionId} and w.number = ${number}`.execute(db)
  return rows[0]
}

export type WordingInHistory = {
  version: number
  inForceFrom: string | null
  number: string
  text: LocalText
  deadlineAsWritten: string
}
