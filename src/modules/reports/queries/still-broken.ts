import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import { openStates } from '../rules.ts'

export type Doubter = { personId: string | null; addressIndex: Buffer | null }

/** Who has said that this end was none; enough of them for any count that matters. */
export async function listDoubters(db: Db, report: { id: string; closedAt: Date | null }): Promise<Doubter[]> {
  if (report.closedAt === null) return []
  const { rows } = await sql<Doubter>`select person_id as "personId", address_index as "addressIndex"
    from reports_doubts where report_id = ${report.id} and closed_at = ${report.closedAt}
      and confirmed_at is not null limit 100`.execute(db)
  return rows
}

export type Doubt = { id: string; reportId: string; closedAt: Date; confirmedAt: Date | null }

export async function findDoubt(db: Db, id: string): Promise<Doubt | undefined> {
  const { rows } = await sql<Doubt>`select id, report_id as "reportId", closed_at as "closedAt",
      confirmed_at as "confirmedAt" from reports_doubts where id = ${id}`.execute(db)
  return rows[0]
}

/** Open reports about which nothing was heard since, whose senders can be asked and have not been asked in vain. */
export async function listSilent(db: Db, since: Date, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select r.id from reports_reports r
    left join lateral (select max(u.at) as at from reports_updates u where u.report_id = r.id) said on true
    left join lateral (select c.asked_at, c.answered_at from reports_checks c where c.report_id = r.id
      order by c.asked_at desc limit 1) asked on true
    where r.state in (${sql.join(openStates.map((state) => sql.lit(state)))})
      and r.state_since <= ${since} and coalesce(said.at, r.state_since) <= ${since}
      and r.waits_since is null and not r.refuses_checks and r.hidden_at is null
      and (r.reporter_person is not null or r.reporter_email is not null)
      and (asked.asked_at is null or coalesce(asked.answered_at <= ${since},
        asked.asked_at < greatest(r.state_since, said.at)))
    order by r.number limit ${limit}`.execute(db)
  return rows.map(({ id }) => id)
}

export async function findOpenCheck(db: Db, reportId: string): Promise<{ id: string } | undefined> {
  const { rows } = await sql<{ id: string }>`select id from reports_checks
    where report_id = ${reportId} and answered_at is null order by asked_at desc limit 1`.execute(db)
  return rows[0]
}
