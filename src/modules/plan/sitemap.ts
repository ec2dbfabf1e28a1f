import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { SitemapPage } from '#platform/module.ts'
import { planPaths } from './paths.ts'

/** The plan and every commitment of the newest adopted version, with the day of its last public change. */
export async function listPlanPages(db: Db): Promise<SitemapPage[]> {
  const { rows } = await sql<{ number: string; changedOn: string | null }>`
    select w.number, (select max(e.occurred_at)::date::text from platform_events e
      where e.is_public and e.subject = 'commitment:' || w.commitment_id) as "changedOn"
    from plan_wordings w where w.version_id = (
      select id from plan_versions where state = 'adopted' order by in_force_from desc, number desc limit 1)
    order by w.position limit 500`.execute(db)
  const pages = [planPaths.plan, planPaths.versions, planPaths.reviews].map((path) => ({ path, changedOn: null }))
  return [...pages, ...rows.map(({ number, changedOn }) => ({ path: planPaths.commitment(number), changedOn }))]
}
