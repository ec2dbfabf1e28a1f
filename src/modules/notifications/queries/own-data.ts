import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'

type Rows = readonly Record<string, unknown>[]

/** Everything kept of a person here, as plain values. */
export async function readOwnRows(db: Db, personId: string): Promise<Record<string, Rows>> {
  const rowsOf = async (query: ReturnType<typeof sql<Record<string, unknown>>>) => (await query.execute(db)).rows
  return {
    notices: await rowsOf(sql`select at, title, sentence, path, read_at as "readAt" from notifications_inbox
      where person_id = ${personId} order by id`),
    follows: await rowsOf(sql`select path, how, since from notifications_follows
      where person_id = ${personId} order by since, id`),
    preferences: await rowsOf(sql`select kind, how from notifications_preferences
      where person_id = ${personId} order by kind`),
    mailAddresses: await rowsOf(sql`select address, language, confirmed_at as "confirmedAt", state,
        state_since as "stateSince", bounces, complained_at as "complainedAt" from notifications_addresses
      where person_id = ${personId}`),
    letters: await rowsOf(sql`select m.created_at as "createdAt", m.sent_at as "sentAt", m.kind, m.subject, m.state
      from notifications_mails m join notifications_addresses a on a.id = m.address_id
      where a.person_id = ${personId} order by m.id`),
    waitingForDigest: await rowsOf(sql`select d.at, d.how, d.title, d.sentence, d.path from notifications_digest_items d
      join notifications_addresses a on a.id = d.address_id where a.person_id = ${personId} order by d.id`),
  }
}

/** With the address go what waits for digests and the questions about it; letters lose their texts. */
export async function deleteOwnRows(db: Db, personId: string): Promise<void> {
  await sql`update notifications_mails set letter = null, subject = '',
      state = case when state = 'queued' then 'suppressed' else state end
    where address_id in (select id from notifications_addresses where person_id = ${personId})`.execute(db)
  for (const table of ['inbox', 'follows', 'preferences', 'addresses']) {
    await sql`delete from ${sql.table(`notifications_${table}`)} where person_id = ${personId}`.execute(db)
  }
}
