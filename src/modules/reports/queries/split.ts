import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'

/** The same picture where a part of the report was split off, or from which the report was. */
export async function listSplitCopies(
  db: Db,
  reportId: string,
  hash: string,
): Promise<{ id: string; reportId: string }[]> {
  const { rows } = await sql<{ id: string; reportId: string }>`select f.id, r.id as "reportId"
    from reports_reports m join reports_reports r
        on r.id <> m.id and (r.split_from = m.id or r.id = m.split_from or r.split_from = m.split_from)
      join files_files f on f.attached_to = 'report:' || r.id::text
    where m.id = ${reportId} and f.hash = ${hash} and f.state = 'checked' and f.removed_at is null
    order by r.number, f.id limit 100`.execute(db)
  return rows
}
