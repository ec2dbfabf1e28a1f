import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'

export type CategoryForLoad = { code: string; post: string | null; answerDays: number; fixDays: number }

export async function listCategoriesForLoad(db: Db): Promise<CategoryForLoad[]> {
  const { rows } = await sql<CategoryForLoad>`select code, post_id as post, answer_days as "answerDays",
    fix_days as "fixDays" from reports_categories where is_open and not is_private order by code collate "C" limit 200`.execute(
    db,
  )
  return rows
}

/** The category's name is copied here: it would travel a million times. */
export async function insertSyntheticReports(db: Db, rows: string): Promise<void> {
  await sql`insert into reports_reports (id, category_code, category_name, words, latitude, longitude, placed_by, address,
      settlement_ehak, state, state_since, is_private, reporter_person, shows_name, channel, language, created_at,
      confirmed_at, first_answer_at, closed_at, answer_due, fix_due, assigned_post)
    select r.id, r.category, c.name, r.words, r.latitude, r.longitude, 'map', '', r.settlement, r.state,
      coalesce(r.closed, r.answered, r.received), false, r.person, false, 'web', 'et', r.received, r.received, r.answered,
      r.closed, r.answer_due, r.fix_due, c.post_id
    from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, category text, words text, latitude float8, longitude float8,
      settlement text, state text, person uuid, received timestamptz, answered timestamptz, closed timestamptz,
      answer_due date, fix_due date)
    join reports_categories c on c.code = r.category order by r.received, r.id`.execute(db)
}

export async function insertSyntheticUpdates(db: Db, rows: string): Promise<void> {
  await sql`insert into reports_updates (report_id, at, author, author_post, words, new_state)
    select report, at, 'official', post, words, state
    from jsonb_to_recordset(${rows}::jsonb) as r(report uuid, at timestamptz, post uuid, words text, state text)`.execute(
    db,
  )
}
