import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { ReportState } from '../rules.ts'

const over = (months: 'anonymise_months' | 'delete_months', now: Date) =>
  sql`r.closed_at <= ${now}::timestamptz - make_interval(months => c.${sql.ref(months)})`

export type ToAnonymise = {
  id: string
  state: ReportState
  isPrivate: boolean
  hiddenAt: Date | null
  answersId: string | null
}

/** Closed reports whose writers are to be forgotten, locked for this transaction. */
export async function lockToAnonymise(db: Db, now: Date, limit: number): Promise<ToAnonymise[]> {
  const { rows } = await sql<ToAnonymise>`select r.id, r.state, r.is_private as "isPrivate", r.hidden_at as "hiddenAt",
      r.answers_id as "answersId"
    from reports_categories c join reports_reports r on r.category_code = c.code
    where r.closed_at is not null and r.anonymised_at is null and ${over('anonymise_months', now)}
    limit ${limit} for update of r skip locked`.execute(db)
  return rows
}

/** Nothing of the reports leads to whoever sent them or wrote below them; what everybody reads stays. */
export async function removeWriters(db: Db, ids: readonly string[], now: Date): Promise<void> {
  const chosen = [...ids]
  await sql`update reports_reports set reporter_person = null, reporter_name = null, reporter_email = null,
    shows_name = false, refuses_checks = true, anonymised_at = ${now} where id = any(${chosen}::uuid[])`.execute(db)
  await sql`update reports_updates set author_person = null
    where report_id = any(${chosen}::uuid[]) and author in ('reporter', 'neighbour')`.execute(db)
  // What the sender alone was asked and answered was never for others.
  await sql`update reports_questions set answer_words = null
    where report_id = any(${chosen}::uuid[]) and answer_words is not null`.execute(db)
  await sql`delete from reports_doubts where report_id = any(${chosen}::uuid[])`.execute(db)
  // The letter of which it was made held the address and whatever stood under the name.
  await sql`update reports_mails set from_address = null, from_name = null, subject = '', words = ''
    where report_id = any(${chosen}::uuid[])`.execute(db)
}

const isOver = (now: Date) => sql`c.delete_months is not null and r.closed_at is not null
  and ${over('delete_months', now)} and not exists (select 1 from reports_reports d where d.duplicate_of = r.id)`

/** Reports whose time is over, after the last one seen; one that others are the same as waits until they are gone. */
export async function listToDelete(db: Db, now: Date, after: number, limit: number): Promise<number[]> {
  const { rows } = await sql<{ number: number }>`select r.number::int as number
    from reports_categories c join reports_reports r on r.category_code = c.code
    where ${isOver(now)} and r.number > ${after} order by r.number limit ${limit}`.execute(db)
  return rows.map(({ number }) => number)
}

export type ToDelete = { id: string; number: number; isPublic: boolean; answersId: string | null }

/** The report once more, for this transaction alone: undefined when somebody opened it again meanwhile. */
export async function lockToDelete(db: Db, now: Date, number: number): Promise<ToDelete | undefined> {
  const { rows } = await sql<ToDelete>`select r.id, r.number::int as number, r.answers_id as "answersId",
      (not r.is_private and r.hidden_at is null) as "isPublic"
    from reports_categories c join reports_reports r on r.category_code = c.code
    where ${isOver(now)} and r.number = ${number} for update of r skip locked`.execute(db)
  return rows[0]
}

/** With all that stands below it; one that was split off it stands alone from now on. */
export async function deleteReport(db: Db, id: string): Promise<void> {
  await sql`update reports_reports set split_from = null where split_from = ${id}`.execute(db)
  await sql`delete from reports_doublings where report_id = ${id} or main_id = ${id}`.execute(db)
  for (const table of below) await sql`delete from ${sql.table(`reports_${table}`)} where report_id = ${id}`.execute(db)
  await sql`delete from reports_reports where id = ${id}`.execute(db)
}

/** What else there is goes by itself (`on delete cascade`). */
const below = ['updates', 'notes', 'questions', 'doubts', 'checks', 'bulk_rows', 'mails', 'originals_opened'] as const
