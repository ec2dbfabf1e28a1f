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
}

const columns = [
  'code',
  'group_code as groupCode',
  'name',
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
] as const

/** A municipality has some dozens. */
export async function listCategories(db: Db): Promise<Category[]> {
  return db.selectFrom('reports_categories').select(columns).orderBy('position').limit(500).execute()
}

export async function listGroups(db: Db): Promise<Group[]> {
  return db.selectFrom('reports_groups').select(['code', 'name']).orderBy('position').limit(100).execute()
}

export async function findCategory(db: Db, code: string): Promise<Category | undefined> {
  return db.selectFrom('reports_categories').select(columns).where('code', '=', code).executeTakeFirst()
}
