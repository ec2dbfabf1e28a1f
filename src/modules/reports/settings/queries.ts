import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Db } from '#platform/database.ts'
import type { LocalText } from '#platform/language.ts'
import type { Category } from '../queries/categories.ts'
import type { Changes } from './rules.ts'

const asJson = (text: LocalText | null) => (text === null ? null : JSON.stringify(text))

/** Everything that a coordinator sets of a subject; where it stands among others is apart. */
export type CategorySettings = Omit<Category, 'code' | 'changedAt'>

const rowOf = (one: CategorySettings, now: Date) => ({
  group_code: one.groupCode,
  name: JSON.stringify(one.name),
  description: JSON.stringify(one.description),
  keywords: JSON.stringify(one.keywords),
  notice: asJson(one.notice),
  is_open: one.isOpen,
  is_private: one.isPrivate,
  allows_anonymous: one.allowsAnonymous,
  post_id: one.postId,
  answer_days: one.answerDays,
  fix_days: one.fixDays,
  reopen_days: one.reopenDays,
  season_from: one.seasonFrom,
  season_until: one.seasonUntil,
  duplicate_metres: one.duplicateMetres,
  duplicate_days: one.duplicateDays,
  told_by: one.toldBy,
  updates_months: one.updatesMonths,
  anonymise_months: one.anonymiseMonths,
  delete_months: one.deleteMonths,
  changed_at: now,
})

export async function insertCategory(db: Db, code: string, settings: CategorySettings, now: Date): Promise<void> {
  await db
    .insertInto('reports_categories')
    .values({ code, position: 0, ...rowOf(settings, now) })
    .execute()
}

export async function updateCategory(db: Db, code: string, settings: CategorySettings, now: Date): Promise<void> {
  await db.updateTable('reports_categories').set(rowOf(settings, now)).where('code', '=', code).execute()
}

/** Two who change settings at once wait for one another. */
export async function lockSettings(db: Db): Promise<void> {
  await sql`lock table reports_groups in share row exclusive mode`.execute(db)
}

/** The subjects of a group in their order. */
export async function listPlaces(db: Db, group: string): Promise<string[]> {
  const rows = await db
    .selectFrom('reports_categories')
    .select('code')
    .where('group_code', '=', group)
    .orderBy('position')
    .orderBy('code')
    .execute()
  return rows.map(({ code }) => code)
}

export async function putInOrder(
  db: Db,
  table: 'reports_categories' | 'reports_groups',
  codes: readonly string[],
): Promise<void> {
  await sql`update ${sql.table(table)} t set position = o.place
    from unnest(${[...codes]}::text[]) with ordinality o(code, place) where t.code = o.code`.execute(db)
}

export async function putGroup(db: Db, code: string, name: LocalText, now: Date): Promise<void> {
  await db
    .insertInto('reports_groups')
    .values({ code, name: JSON.stringify(name), position: 0, changed_at: now })
    .onConflict((conflict) =>
      conflict.constraint('reports_groups_pkey').doUpdateSet({ name: JSON.stringify(name), changed_at: now }),
    )
    .execute()
}

/** A post by its Estonian title, also one that is closed by now. */
export async function findPostTitle(db: Db, id: string | null): Promise<string | null> {
  if (id === null) return null
  const row = await db.selectFrom('people_posts').select('title').where('id', '=', id).executeTakeFirst()
  return row?.title.et ?? null
}

export async function insertChange(ctx: Context, about: string, changes: Changes, why: string): Promise<void> {
  await ctx.db
    .insertInto('reports_setting_changes')
    .values({ about, at: ctx.now, by_person: ctx.actor.personId, why, changes: JSON.stringify(changes) })
    .execute()
}

export type SettingChange = { id: number; at: Date; by: string | null; why: string; changes: Changes }

/** The newest first. */
export async function listChanges(db: Db, about: string): Promise<SettingChange[]> {
  const { rows } = await sql<SettingChange>`select c.id::int as id, c.at, c.why, c.changes,
      case when c.by_person is null then null
        else coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), '–') end as by
    from reports_setting_changes c left join people_persons p on p.id = c.by_person
    where c.about = ${about} order by c.id desc limit 200`.execute(db)
  return rows
}

/** When a subject, a group or a subject's own questions last changed; null where there is none. */
export async function findServicesChange(db: Db): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`select greatest(
    (select max(changed_at) from reports_categories), (select max(changed_at) from reports_groups),
    (select max(v.published_at) from forms_versions v join forms_forms f on f.id = v.form_id
      where split_part(f.owner, ':', 1) = 'reports.category')) as at`.execute(db)
  return rows[0]?.at ?? null
}

export type WhyClosed = 'onlyReporter' | 'onlyOfficials' | 'closedToWords'

/** Why somebody without an office may not add words to a report; null where they may. */
export async function findWhyClosed(
  db: Db,
  reportId: string,
  isReporter: boolean,
  now: Date,
): Promise<WhyClosed | null> {
  const { rows } = await sql<{ toldBy: Category['toldBy']; isOver: boolean }>`select c.told_by as "toldBy",
      coalesce(r.closed_at + make_interval(months => c.updates_months) <= ${now}, false) as "isOver"
    from reports_reports r join reports_categories c on c.code = r.category_code where r.id = ${reportId}`.execute(db)
  const rule = rows[0]
  if (rule === undefined) return null
  if (rule.isOver) return 'closedToWords'
  if (rule.toldBy === 'nobody') return 'onlyOfficials'
  return rule.toldBy === 'reporter' && !isReporter ? 'onlyReporter' : null
}
