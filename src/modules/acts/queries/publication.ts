import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'

/** How many decisions meetings have made, and how many seconds the latest took to be public. */
export async function findPublication(db: Db): Promise<{ count: number; latest: number | null }> {
  const { rows } = await sql<{ count: number; latest: number | null }>`
    select (select count(*)::int from acts_acts where adopted_at is not null) as count,
      (select round(extract(epoch from published_at - adopted_at))::int from acts_acts
        where adopted_at is not null order by adopted_at desc limit 1) as latest`.execute(db)
  return rows[0]!
}

/** Numbers for the process's own metrics. */
export async function countActs(db: Db): Promise<readonly { what: string; count: number }[]> {
  const { rows } = await sql<{ what: string; count: number }>`
    select 'acts' as what, count(*)::int as count from acts_acts
    union all select 'open follow-ups', count(*)::int from acts_followups where state = 'open'`.execute(db)
  return rows
}
