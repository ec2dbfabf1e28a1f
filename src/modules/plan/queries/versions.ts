import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { LocalDate } from '#platform/format.ts'
import type { LocalText } from '#platform/language.ts'
import type { VersionState } from '../rules.ts'

const columns = [
  'id',
  'number',
  'state',
  'title',
  'introduction',
  'source',
  'source_name as sourceName',
  'discussion_from as discussionFrom',
  'discussion_until as discussionUntil',
  'adopted_by as adoptedBy',
  'act_number as actNumber',
  'adopted_on as adoptedOn',
  'in_force_from as inForceFrom',
  'created_at as createdAt',
] as const

function versions(db: Db) {
  return db.selectFrom('plan_versions').select(columns)
}

export type OpenDiscussion = { number: number; until: LocalDate }
export type Chapter = { number: number; title: LocalText }

/** With its chapters, so that a page asks once. */
function wholeVersions(db: Db) {
  return versions(db).select(
    sql<
      Chapter[]
    >`coalesce((select jsonb_agg(jsonb_build_object('number', c.number, 'title', c.title) order by c.number)
      from plan_chapters c where c.version_id = plan_versions.id), '[]')`.as('chapters'),
  )
}

export type VersionRow = Awaited<ReturnType<typeof listVersions>>[number]
export type WholeVersion = NonNullable<Awaited<ReturnType<typeof findVersion>>>

function withState<T extends { state: string }>(row: T): T & { state: VersionState } {
  return { ...row, state: row.state as VersionState }
}

/** The version in force on a day: the newest of those adopted whose day has come; and what is under discussion then. */
export async function findVersionInForce(db: Db, today: LocalDate) {
  const row = await wholeVersions(db)
    .select([
      sql<OpenDiscussion | null>`(select jsonb_build_object('number', d.number, 'until', d.discussion_until)
        from plan_versions d where d.state = 'discussion' and ${today}::date between d.discussion_from and d.discussion_until)`.as(
        'openDiscussion',
      ),
      sql<LocalDate>`(select to_char(min(f.in_force_from), 'YYYY-MM-DD') from plan_versions f where f.state = 'adopted')`.as(
        'firstInForce',
      ),
    ])
    .where('state', '=', 'adopted')
    .where('in_force_from', '<=', today)
    .orderBy('in_force_from', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && withState(row)
}

export async function findVersion(db: Db, number: number) {
  const row = await wholeVersions(db).where('number', '=', number).executeTakeFirst()
  return row && withState(row)
}

export async function lockVersion(db: Db, number: number) {
  const row = await versions(db).where('number', '=', number).forUpdate().executeTakeFirst()
  return row && withState(row)
}

/** The SQL twin of `canRead`. */
export async function listVersions(db: Db, seesDrafts: boolean) {
  const rows = await versions(db)
    .$if(!seesDrafts, (query) => query.where('state', 'in', ['discussion', 'adopted']))
    .orderBy('number', 'desc')
    .limit(100)
    .execute()
  return rows.map(withState)
}

export async function nextVersionNumber(db: Db): Promise<number> {
  // Two imports at once would take the same number: the later one waits here.
  await db.selectFrom('plan_versions').select('id').orderBy('number', 'desc').limit(1).forUpdate().execute()
  const row = await db
    .selectFrom('plan_versions')
    .select((select) => select.fn.max('number').as('number'))
    .executeTakeFirstOrThrow()
  return (row.number ?? 0) + 1
}
