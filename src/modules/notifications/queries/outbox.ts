import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { Language } from '#platform/language.ts'
import type { Letter } from '#platform/mail/letter.ts'
import type { Address } from './addresses.ts'
import type { Purpose } from '../rules.ts'

export type NewMail = {
  /** The same event and recipient never queue twice. */
  dedupeKey: string
  to: { addressId: string } | { literalAddress: string }
  kind: string
  purpose: Purpose
  /** What one click stops, as `writeList` writes it. */
  list: string | null
  letter: Letter
}

const atOnce = 500

/** Puts letters into the outbox; answers how many were new. */
export async function insertMails(db: Db, mails: readonly NewMail[], now: Date): Promise<number> {
  let inserted = 0
  for (let at = 0; at < mails.length; at += atOnce) {
    const values = mails.slice(at, at + atOnce).map(({ dedupeKey, to, kind, purpose, list, letter }) => ({
      dedupe_key: dedupeKey,
      address_id: 'addressId' in to ? to.addressId : null,
      literal_address: 'literalAddress' in to ? to.literalAddress : null,
      kind,
      purpose,
      list,
      language: letter.language,
      subject: letter.subject,
      letter: JSON.stringify(letter),
      next_attempt_at: now,
      created_at: now,
    }))
    const rows = await db
      .insertInto('notifications_mails')
      .values(values)
      .onConflict((conflict) => conflict.constraint('notifications_mails_once').doNothing())
      .returning('id')
      .execute()
    inserted += rows.length
  }
  return inserted
}

/** Those of the keys that a letter has. */
export async function listKnownMails(db: Db, dedupeKeys: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('notifications_mails')
    .select('dedupe_key')
    .where('dedupe_key', 'in', dedupeKeys)
    .execute()
  return new Set(rows.map((row) => row.dedupe_key))
}

export type ClaimedMail = {
  id: number
  kind: string
  purpose: Purpose
  list: string | null
  language: Language
  letter: Letter | null
  attempts: number
  createdAt: Date
  literalAddress: string | null
  /** Null for a letter to a literal address, or when the address was deleted. */
  address: Pick<Address, 'id' | 'address' | 'addressKey'> | null
  standing: { confirmedAt: string | null; state: Address['state']; complainedAt: string | null } | null
}

/** Leases are counted by the database's own clock, which all processes share and the demo does not move. */
export async function claimDue(db: Db, claim: string, now: Date, limit: number): Promise<ClaimedMail[]> {
  const { rows } = await sql<ClaimedMail>`
    with due as (
      select m.id, case when a.id is null then null else
          jsonb_build_object('id', a.id, 'address', a.address, 'addressKey', a.address_key) end as address,
        case when a.id is null then null else jsonb_build_object('confirmedAt', a.confirmed_at, 'state', a.state,
          'complainedAt', a.complained_at) end as standing
      from notifications_mails m left join notifications_addresses a on a.id = m.address_id
      where m.state = 'queued' and m.next_attempt_at <= ${now}
      order by m.next_attempt_at, m.id limit ${limit} for update of m skip locked)
    update notifications_mails m
    set state = 'claimed', claim = ${claim}, claimed_until = clock_timestamp() + interval '5 minutes'
    from due where m.id = due.id
    returning m.id, m.kind, m.purpose, m.list, m.language, m.letter, m.attempts, m.created_at as "createdAt",
      m.literal_address as "literalAddress", due.address, due.standing`.execute(db)
  return rows.toSorted((a, b) => a.id - b.id)
}

/** Committed before a single byte goes out; false when the lease was lost meanwhile. */
export async function markSending(db: Db, id: number, claim: string): Promise<boolean> {
  const { rows } = await sql`update notifications_mails
    set state = 'sending', claimed_until = clock_timestamp() + interval '15 minutes', attempts = attempts + 1
    where id = ${id} and claim = ${claim} and state = 'claimed' and claimed_until > clock_timestamp() returning 1`.execute(
    db,
  )
  return rows.length === 1
}

export type Settlement =
  | { state: 'sent'; at: Date }
  | { state: 'failed' | 'uncertain' | 'suppressed'; reason: string }
  | { state: 'queued'; reason: string; nextAttemptAt: Date }
  /** The server could not be reached: the letter has not been tried. */
  | { state: 'untried' }

export async function settleMail(db: Db, id: number, claim: string, settled: Settlement): Promise<void> {
  const untried = settled.state === 'untried'
  const reason = 'reason' in settled ? settled.reason : null
  await sql`update notifications_mails set claim = null, claimed_until = null,
    state = ${untried ? 'queued' : settled.state}, last_error = ${reason},
    sent_at = ${settled.state === 'sent' ? settled.at : null},
    attempts = case when ${untried} and state = 'sending' then attempts - 1 else attempts end,
    next_attempt_at = coalesce(${settled.state === 'queued' ? settled.nextAttemptAt : null}::timestamptz, next_attempt_at)
    where id = ${id} and claim = ${claim}`.execute(db)
}

/** Gives back what was claimed and not begun. */
export async function releaseClaim(db: Db, claim: string): Promise<void> {
  await sql`update notifications_mails set state = 'queued', claim = null, claimed_until = null
    where claim = ${claim} and state = 'claimed'`.execute(db)
}

/** Leases of processes that died: what was not begun is tried again, what was begun is not. */
export async function releaseExpired(db: Db): Promise<void> {
  await sql`update notifications_mails set claim = null, claimed_until = null,
      state = case state when 'claimed' then 'queued' else 'uncertain' end,
      last_error = case state when 'claimed' then last_error else 'interrupted' end
    where id in (select id from notifications_mails where state in ('claimed', 'sending')
      and claimed_until < clock_timestamp() for update skip locked)`.execute(db)
}

export type SenderState = { failures: number; pausedUntil: Date | null; reason: string | null }

export async function readSender(db: Db): Promise<SenderState> {
  const { rows } = await sql<SenderState>`
    select failures, paused_until as "pausedUntil", reason from notifications_sender`.execute(db)
  return rows[0]!
}

export async function updateSender(db: Db, { failures, pausedUntil, reason }: SenderState): Promise<void> {
  await sql`update notifications_sender set failures = ${failures}, paused_until = ${pausedUntil}, reason = ${reason}`.execute(
    db,
  )
}

/** Letters that wait for an address and belong to a list that its reader has just left. */
export async function suppressQueued(db: Db, addressId: string, list: string | null): Promise<void> {
  await sql`update notifications_mails set state = 'suppressed', last_error = 'unsubscribed'
    where address_id = ${addressId} and state = 'queued' and list is not null
      and (${list}::text is null or list = ${list})`.execute(db)
}
