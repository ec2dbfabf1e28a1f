import { sql } from 'kysely'
import { todayOf, type Context } from '#platform/context.ts'
import type { LocalDate } from '#platform/format.ts'
import type { SitemapPage } from '#platform/module.ts'
import { planPaths } from './paths.ts'
import { reportYears } from './report-of-year.ts'

/** The plan, its yearly reports and every commitment of the newest adopted version, with the day of its last public change. */
export async function listPlanPages(ctx: Context): Promise<SitemapPage[]> {
  const { rows } = await sql<{ number: string; changedOn: string | null }>`
    select w.number, (select max(e.occurred_at)::date::text from platform_events e
      where e.is_public and e.subject = 'commitment:' || w.commitment_id) as "changedOn"
    from plan_wordings w where w.version_id = (
      select id from plan_versions where state = 'adopted' order by in_force_from desc, number desc limit 1)
    order by w.position limit 500`.execute(ctx.db)
  const { rows: first } = await sql<{ on: LocalDate | null }>`
    select to_char(min(in_force_from), 'YYYY-MM-DD') as "on" from plan_versions where state = 'adopted'`.execute(ctx.db)
  const years = first[0]?.on ? reportYears({ firstInForce: first[0].on }, todayOf(ctx)) : []
  const reports = years.map((year) => ({ path: planPaths.report(year), changedOn: null }))
  const pages = [planPaths.plan, planPaths.versions, planPaths.reviews].map((path) => ({ path, changedOn: null }))
  return [
    ...pages,
    ...reports,
    ...rows.map(({ number, changedOn }) => ({ path: planPaths.commitment(number), changedOn })),
  ]
}
