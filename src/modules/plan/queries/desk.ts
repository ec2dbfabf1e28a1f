import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { LocalText } from '#platform/language.ts'
import type { Duty } from '../duty.ts'
import { postTitle } from './post-title.ts'

export type WaitingContribution = {
  id: string
  words: string
  shownAs: string
  sentAt: Date
  answer: LocalText | null
  hiddenAt: Date | null
  /** The version it comments on; null for a question about the plan in force. */
  version: number | null
  number: string
  name: LocalText
  postIds: string[]
  bodyIds: string[]
}

/** A question belongs to the newest adopted wording of its commitment, a comment to the version it was sent to. */
const contributions = sql`
  select c.id, c.words, c.shown_as as "shownAs", c.sent_at as "sentAt", c.answer, c.hidden_at as "hiddenAt",
    v.number as version, w.number, w.name,
    array(select p.post_id::text from plan_parties p where p.version_id = w.version_id
      and p.commitment_id = w.commitment_id and p.post_id is not null) as "postIds",
    array(select p.body_id::text from plan_parties p where p.version_id = w.version_id
      and p.commitment_id = w.commitment_id and p.body_id is not null) as "bodyIds"
  from plan_contributions c
  left join plan_versions v on v.id = c.version_id
  join lateral (
    select o.version_id, o.commitment_id, o.number, o.name from plan_wordings o join plan_versions h on h.id = o.version_id
    where o.commitment_id = c.commitment_id and (h.id = c.version_id or (c.version_id is null and h.state = 'adopted'))
    order by h.number desc limit 1) w on true`

export async function listWaitingContributions(db: Db): Promise<WaitingContribution[]> {
  const { rows } = await sql<WaitingContribution>`${contributions}
    where c.answered_at is null and c.hidden_at is null order by c.sent_at limit 100`.execute(db)
  return rows
}

export async function findContribution(db: Db, id: string): Promise<WaitingContribution | undefined> {
  const { rows } = await sql<WaitingContribution>`${contributions} where c.id = ${id}`.execute(db)
  return rows[0]
}

export type VouchedForDecision = {
  id: string
  title: LocalText
  occurredOn: string
  url: string | null
  vouchedBy: string
  vouchedPost: LocalText
  isDecided: boolean
  number: string
  name: LocalText
}

export async function findVouched(db: Db, id: string): Promise<VouchedForDecision | undefined> {
  const { rows } = await sql<VouchedForDecision>`
    select e.id, e.title, e.occurred_on as "occurredOn", e.url, e.vouched_by as "vouchedBy",
      ${postTitle('e.vouched_post')} as "vouchedPost", e.confirmed_at is not null or e.declined_at is not null as "isDecided",
      w.number, w.name
    from plan_vouched_evidence e
    join lateral (
      select o.number, o.name from plan_wordings o join plan_versions h on h.id = o.version_id
      where o.commitment_id = e.commitment_id and h.state = 'adopted' order by h.number desc limit 1) w on true
    where e.id = ${id}`.execute(db)
  return rows[0]
}

export type BindingInForce = { id: string; keys: string[]; duty: Duty; measuredFrom: string }

export async function findBinding(db: Db, commitmentId: string, id: string): Promise<BindingInForce | undefined> {
  const { rows } = await sql<BindingInForce>`
    select id, keys, duty, measured_from as "measuredFrom" from plan_bindings
    where id = ${id} and commitment_id = ${commitmentId} and ended_at is null`.execute(db)
  return rows[0]
}

/** Every key that was ever bound or offered here. */
export async function listKnownKeys(db: Db): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select key from plan_evidence_sources union select unnest(keys) from plan_bindings order by key limit 500`.execute(
    db,
  )
  return rows.map(({ key }) => key)
}

export type PartyTarget = { value: string; title: LocalText; body: LocalText | null }

/** Posts and bodies that a document's words may mean. */
export async function listPartyTargets(db: Db): Promise<PartyTarget[]> {
  const { rows } = await sql<PartyTarget>`
    select 'post:' || p.id as value, p.title, b.name as body
    from people_posts p join people_bodies b on b.id = p.body_id where p.closed_on is null
    union all
    select 'body:' || id, name, null from people_bodies where dissolved_on is null
    limit 1000`.execute(db)
  return rows
}
