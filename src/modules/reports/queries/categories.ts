import type { Db } from '#platform/database.ts'
import type { LocalText } from '#platform/language.ts'

export type Group = { code: string; name: LocalText }

export type Category = {
  code: string
  groupCode: string
  name: LocalText
  description: LocalText
  keywords: LocalText
  notice: LocalText | null
  isOpen: boolean
  isPrivate: boolean
  allowsAnonymous: boolean
  postId: string | null
  answerDays: number
  fixDays: number
  /** For so many days after the end neighbours can say that it is none. */
  reopenDays: number
  /** Month and day, `11-01`, where it is offered for a part of the year only. */
  seasonFrom: string | null
  seasonUntil: string | null
  /** What is so near and so new is shown to whoever reports; 0 metres shows nothing. */
  duplicateMetres: number
  duplicateDays: number
  /** Whose words may stand with a report besides those of officials. */
  toldBy: 'anyone' | 'reporter' | 'nobody'
  /** Months from the end of a report: closed to words, without names, deleted. */
  updatesMonths: number
  anonymiseMonths: number
  deleteMonths: number | null
  changedAt: Date
}

const columns = [
  'reports_categories.code',
  'group_code as groupCode',
  'reports_categories.name',
  'description',
  'keywords',
  'notice',
  'is_open as isOpen',
  'is_private as isPrivate',
  'allows_anonymous as allowsAnonymous',
  'post_id as postId',
  'answer_days as answerDays',
  'fix_days as fixDays',
  'reopen_days as reopenDays',
  'season_from as seasonFrom',
  'season_until as seasonUntil',
  'duplicate_metres as duplicateMetres',
  'duplicate_days as duplicateDays',
  'told_by as toldBy',
  'updates_months as updatesMonths',
  'anonymise_months as anonymiseMonths',
  'delete_months as deleteMonths',
  'reports_categories.changed_at as changedAt',
] as const

const asCategory = (row: Omit<Category, 'toldBy'> & { toldBy: string }): Category => ({
  ...row,
  toldBy: row.toldBy as Category['toldBy'],
})

/** A municipality has some dozens; in the order of their groups. */
export async function listCategories(db: Db): Promise<Category[]> {
  const rows = await db
    .selectFrom('reports_categories')
    .innerJoin('reports_groups', 'reports_groups.code', 'reports_categories.group_code')
    .select(columns)
    .orderBy('reports_groups.position')
    .orderBy('reports_categories.position')
    .orderBy('reports_categories.code')
    .limit(500)
    .execute()
  return rows.map(asCategory)
}

export async function listGroups(db: Db): Promise<Group[]> {
  return db
    .selectFrom('reports_groups')
    .select(['code', 'name'])
    .orderBy('position')
    .orderBy('code')
    .limit(100)
    .execute()
}

export async function findCategory(db: Db, code: string): Promise<Category | undefined> {
  const row = await db.selectFrom('reports_categories').select(columns).where('code', '=', code).executeTakeFirst()
  return row && asCategory(row)
}
