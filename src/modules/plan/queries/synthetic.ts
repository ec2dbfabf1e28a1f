import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { LocalDate } from '#platform/format.ts'

/** Commitments of the plan in force, and the version in which they stand. */
export async function listCommitmentsInForce(db: Db, today: LocalDate) {
  const { rows } = await sql<{ id: string; number: string; version: string }>`
    select w.commitment_id as id, w.number, w.version_id as version from plan_wordings w
    where w.version_id = (select id from plan_versions where state = 'adopted' and in_force_from <= ${today}
      order by in_force_from desc, number desc limit 1)
    order by w.position limit 500`.execute(db)
  return rows
}

export async function insertSyntheticEvidence(db: Db, rows: string): Promise<void> {
  await sql`insert into plan_vouched_evidence (id, commitment_id, title, occurred_on, vouched_by, vouched_post,
      vouched_at, confirmed_by, confirmed_post, confirmed_at)
    select id, commitment, title, "on", voucher, post, vouched, confirmer, post, confirmed
    from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, commitment uuid, title jsonb, "on" date, voucher uuid,
      post text, vouched timestamptz, confirmer uuid, confirmed timestamptz)`.execute(db)
}

/** A period that somebody wrote about already keeps those words. */
export async function insertSyntheticNarratives(db: Db, rows: string): Promise<void> {
  await sql`insert into plan_narratives (id, commitment_id, period, text, author_id, author_post, written_at)
    select id, commitment, period, text, author, post, written
    from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, commitment uuid, period text, text jsonb, author uuid,
      post text, written timestamptz)
    on conflict do nothing`.execute(db)
}

export async function insertSyntheticQuestions(db: Db, rows: string): Promise<void> {
  await sql`insert into plan_contributions (id, commitment_id, words, author_id, shown_as, sent_at,
      answer, answered_by, answered_post, answered_at)
    select id, commitment, words, author, '', sent, answer, answerer, post, answered
    from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, commitment uuid, words text, author uuid,
      sent timestamptz, answer jsonb, answerer uuid, post text, answered timestamptz)`.execute(db)
}

/** Under what is known: the newest row of a commitment stays the one that was compared last. */
export async function insertSyntheticStatusChanges(db: Db, rows: string): Promise<void> {
  await sql`with known as (delete from plan_status_changes returning commitment_id, status, vouched, since, id)
    insert into plan_status_changes (commitment_id, status, vouched, since)
    select commitment_id, status, vouched, since from (
      select commitment as commitment_id, status, false as vouched, since, 0 as rank, 0::bigint as id
      from jsonb_to_recordset(${rows}::jsonb) as r(commitment uuid, status text, since timestamptz)
      union all select commitment_id, status, vouched, since, 1, id from known) both_kinds
    order by rank, id, since`.execute(db)
}

/** The same plan once more, as a draft that was given up. */
export async function copyAsWithdrawn(
  db: Db,
  from: string,
  copy: { id: string; number: number; title: object; at: Date },
): Promise<void> {
  const { id, number, title, at } = copy
  await sql`insert into plan_versions (id, number, state, title, introduction, source, created_at)
    select ${id}, ${number}, 'withdrawn', ${JSON.stringify(title)}::jsonb, introduction, 'copy', ${at}
    from plan_versions where id = ${from}`.execute(db)
  await sql`insert into plan_chapters (version_id, number, title)
    select ${id}, number, title from plan_chapters where version_id = ${from}`.execute(db)
  await sql`insert into plan_wordings (version_id, commitment_id, chapter, number, position, name, text, fulfilment,
      deadline_as_written, schedule)
    select ${id}, commitment_id, chapter, number, position, name, text, fulfilment, deadline_as_written, schedule
    from plan_wordings where version_id = ${from}`.execute(db)
}
