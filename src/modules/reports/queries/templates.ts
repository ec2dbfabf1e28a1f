import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { LocalText } from '#platform/language.ts'
import type { ReportState } from '../rules.ts'

export type Template = {
  id: string
  categoryCode: string | null
  categoryName: LocalText | null
  state: ReportState | null
  title: string
  text: LocalText
  isRetired: boolean
  version: number
}

const newest = sql`reports_templates t
  join lateral (select * from reports_template_versions v where v.template_id = t.id order by v.number desc limit 1) v on true
  left join reports_categories c on c.code = t.category_code`
const columns = sql`t.id, t.category_code as "categoryCode", c.name as "categoryName", t.state, v.title, v.text,
  v.is_retired as "isRetired", v.number as version`

/** Those in force that fit a category: its own first, then those for all. */
export async function listTemplatesFor(db: Db, category: string): Promise<Template[]> {
  const { rows } = await sql<Template>`select ${columns} from ${newest}
    where (t.category_code = ${category} or t.category_code is null) and not v.is_retired
    order by t.category_code is null, v.title limit 200`.execute(db)
  return rows
}

export async function listTemplates(db: Db): Promise<Template[]> {
  const { rows } = await sql<Template>`select ${columns} from ${newest}
    order by v.is_retired, c.position nulls first, v.title limit 500`.execute(db)
  return rows
}

export async function findTemplate(db: Db, id: string): Promise<Template | undefined> {
  const { rows } = await sql<Template>`select ${columns} from ${newest} where t.id = ${id}`.execute(db)
  return rows[0]
}

export async function lockTemplate(db: Db, id: string): Promise<Template | undefined> {
  await sql`select 1 from reports_templates where id = ${id} for update`.execute(db)
  return findTemplate(db, id)
}

export type TemplateVersion = {
  number: number
  title: string
  text: LocalText
  isRetired: boolean
  at: Date
  by: string | null
  why: string
}

export async function listTemplateVersions(db: Db, id: string): Promise<TemplateVersion[]> {
  const { rows } = await sql<TemplateVersion>`select v.number, v.title, v.text, v.is_retired as "isRetired", v.at,
      p.given_name || ' ' || p.family_name as by, v.why
    from reports_template_versions v left join people_persons p on p.id = v.by_person
    where v.template_id = ${id} order by v.number desc limit 200`.execute(db)
  return rows
}
