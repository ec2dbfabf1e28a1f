import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { Language } from '#platform/language.ts'
import type { Letter } from '#platform/mail/letter.ts'
import type { Purpose } from '../rules.ts'

export type MailState = 'queued' | 'claimed' | 'sending' | 'sent' | 'failed' | 'uncertain' | 'suppressed'

export type ListedMail = {
  id: number
  to: string | null
  kind: string
  purpose: Purpose
  language: Language
  subject: string
  state: MailState
  attempts: number
  reason: string | null
  createdAt: Date
  sentAt: Date | null
}

const columns = sql`m.id, coalesce(a.address, m.literal_address) as "to", m.kind, m.purpose, m.language, m.subject,
  m.state, m.attempts, m.last_error as reason, m.created_at as "createdAt", m.sent_at as "sentAt"`
const source = sql`notifications_mails m left join notifications_addresses a on a.id = m.address_id`

/** Newest first, older than `before`, in one of the states. */
export async function listMails(
  db: Db,
  states: readonly MailState[],
  before: number | null,
  limit: number,
): Promise<ListedMail[]> {
  const { rows } = await sql<ListedMail>`select ${columns} from ${source}
    where m.state = any(${[...states]}::text[]) and (${before}::bigint is null or m.id < ${before}::bigint)
    order by m.id desc limit ${limit}`.execute(db)
  return rows
}

export type WholeMail = ListedMail & {
  letter: Letter | null
  list: string | null
  address: { id: string; addressKey: string } | null
}

export async function findMail(db: Db, id: number): Promise<WholeMail | undefined> {
  const { rows } = await sql<WholeMail>`select ${columns}, m.letter, m.list, case when a.id is null then null else
      jsonb_build_object('id', a.id, 'addressKey', a.address_key) end as address
    from ${source} where m.id = ${id}`.execute(db)
  return rows[0]
}

/** Sent letters with all that they say, for the demo's mailbox. */
export async function listSentMails(db: Db, limit: number): Promise<WholeMail[]> {
  const { rows } = await sql<WholeMail>`select ${columns}, m.letter, m.list, case when a.id is null then null else
      jsonb_build_object('id', a.id, 'addressKey', a.address_key) end as address
    from ${source} where m.state = 'sent' order by m.id desc limit ${limit}`.execute(db)
  return rows
}

export type MailCounts = { states: Partial<Record<MailState, number>>; sentInLastTenMinutes: number }

export async function countMails(db: Db, now: Date): Promise<MailCounts> {
  const { rows } = await sql<{ state: MailState; count: number; recent: number }>`
    select state, count(*)::int as count,
      count(*) filter (where state = 'sent' and sent_at > ${new Date(now.getTime() - 600_000)})::int as recent
    from notifications_mails group by state`.execute(db)
  return {
    states: Object.fromEntries(rows.map(({ state, count }) => [state, count])),
    sentInLastTenMinutes: rows.reduce((sum, { recent }) => sum + recent, 0),
  }
}

export async function countUnsettled(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from notifications_mails
    where state in ('failed', 'uncertain')`.execute(db)
  return rows[0]!.count
}

/** What failed or is in doubt goes back into the queue from the beginning; false when it is neither. */
export async function requeueMail(db: Db, id: number, now: Date): Promise<boolean> {
  const { rows } = await sql`update notifications_mails
    set state = 'queued', attempts = 0, next_attempt_at = ${now}, created_at = ${now}, last_error = null
    where id = ${id} and state in ('failed', 'uncertain', 'suppressed') and letter is not null returning 1`.execute(db)
  return rows.length === 1
}

export async function findAddressKeyOfMail(db: Db, id: number): Promise<{ addressKey: string | null } | undefined> {
  const { rows } = await sql<{ addressKey: string | null }>`
    select coalesce(a.address_key, lower(m.literal_address)) as "addressKey" from ${source} where m.id = ${id}`.execute(
    db,
  )
  return rows[0]
}

/** False when the same was said of the letter before. */
export async function markBounced(db: Db, id: number, reason: string, failed: boolean): Promise<boolean> {
  const { rows } = await sql`update notifications_mails
    set last_error = ${reason}, state = case when ${failed} then 'failed' else state end
    where id = ${id} and state in ('sent', 'uncertain') and last_error is distinct from ${reason} returning 1`.execute(
    db,
  )
  return rows.length === 1
}

/** Texts after 30 days, rows after a year; unconfirmed addresses of visitors once their letter is void. */
export async function deleteOldMails(db: Db, now: Date): Promise<void> {
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
  await sql`update notifications_mails set letter = null, literal_address = null
    where letter is not null and state in ('sent', 'suppressed') and created_at < ${daysAgo(30)}`.execute(db)
  await sql`delete from notifications_mails where created_at < ${daysAgo(365)}`.execute(db)
  await sql`delete from notifications_confirmations where expires_at < ${now}`.execute(db)
  await sql`delete from notifications_addresses a where a.person_id is null and a.created_at < ${daysAgo(7)}
    and not exists (select 1 from notifications_follows f where f.address_id = a.id)
    and not exists (select 1 from notifications_confirmations c where c.address_id = a.id)
    and a.state = 'ok' and a.complained_at is null`.execute(db)
  await sql`delete from notifications_inbox where at < ${daysAgo(365)} and read_at is not null`.execute(db)
}
