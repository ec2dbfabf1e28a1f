import { sql } from 'kysely'
import { personOf, type Context } from '#platform/context.ts'
import type { Db } from '#platform/database.ts'

export type ReportMail = {
  id: string
  receivedAt: Date
  fromAddress: string | null
  fromName: string | null
  subject: string
  words: string
  leftOut: number
  state: 'waiting' | 'entered' | 'answered' | 'dismissed'
}

const columns = sql`id, received_at as "receivedAt", from_address as "fromAddress", from_name as "fromName", subject,
  words, left_out as "leftOut", state`

export async function listWaitingMails(db: Db): Promise<ReportMail[]> {
  const { rows } = await sql<ReportMail>`select ${columns} from reports_mails where state = 'waiting'
    order by received_at limit 200`.execute(db)
  return rows
}

export async function findMail(db: Db, id: string): Promise<ReportMail | undefined> {
  const { rows } = await sql<ReportMail>`select ${columns} from reports_mails where id = ${id}`.execute(db)
  return rows[0]
}

export async function lockMail(db: Db, id: string): Promise<ReportMail | undefined> {
  const { rows } = await sql<ReportMail>`select ${columns} from reports_mails where id = ${id} for update`.execute(db)
  return rows[0]
}

export type Settled = { state: 'entered'; reportId: string } | { state: 'dismissed'; why: string }

/** Nothing of the letter is kept with a decision: a report has its words, and what is no report is nobody's business. */
export async function settleMail(ctx: Context, id: string, settled: Settled): Promise<void> {
  await ctx.db
    .updateTable('reports_mails')
    .set({
      state: settled.state,
      report_id: settled.state === 'entered' ? settled.reportId : null,
      why: settled.state === 'dismissed' ? settled.why : null,
      decided_at: ctx.now,
      decided_by: personOf(ctx.actor),
      from_address: null,
      from_name: null,
      subject: '',
      words: '',
    })
    .where('id', '=', id)
    .execute()
}

/** Deletes letters that wait since before a moment; answers their ids. */
export async function deleteOldMails(db: Db, before: Date, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`delete from reports_mails where id in (
      select id from reports_mails where state = 'waiting' and received_at < ${before}
      order by received_at limit ${limit} for update skip locked)
    returning id`.execute(db)
  return rows.map(({ id }) => id)
}
