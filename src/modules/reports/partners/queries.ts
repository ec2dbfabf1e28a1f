import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { LocalText } from '#platform/language.ts'
import { isPublicRow } from '../queries/reports.ts'
import type { ToldOf } from './rules.ts'

export type Partner = {
  id: string
  name: string
  keyId: string | null
  endpoint: string | null
  jurisdiction: string
  sealedKey: Buffer | null
  toldOf: ToldOf
  services: Record<string, string>
  usualService: string
  isOpen: boolean
}

const columns = sql`p.id, p.name, p.key_id as "keyId", p.endpoint, p.jurisdiction, p.sealed_key as "sealedKey",
  p.told_of as "toldOf", p.services, p.usual_service as "usualService", p.is_open as "isOpen"`

export type PartnerLine = Partner & { keyName: string | null; waiting: number; faults: number; handed: number }

export async function listPartners(db: Db): Promise<PartnerLine[]> {
  const { rows } = await sql<PartnerLine>`select ${columns}, k.name as "keyName",
      (select count(*)::int from (select 1 from reports_tellings t where t.partner_id = p.id and t.state = 'waiting'
        limit 1000) w) as waiting,
      (select count(*)::int from (select 1 from reports_tellings t where t.partner_id = p.id and t.state = 'given-up'
        limit 1000) w) as faults,
      (select count(*)::int from (select 1 from reports_handovers h where h.partner_id = p.id limit 10000) w) as handed
    from reports_partners p left join platform_api_keys k on k.id = p.key_id order by p.name limit 200`.execute(db)
  return rows
}

export async function findPartner(db: Db, id: string): Promise<Partner | undefined> {
  const { rows } = await sql<Partner>`select ${columns} from reports_partners p where p.id = ${id}`.execute(db)
  return rows[0]
}

export type PartnerName = { id: string; name: string }

/** Those that take reports and have not got this one. */
export async function listReceiving(db: Db, reportId: string): Promise<PartnerName[]> {
  const { rows } = await sql<PartnerName>`select p.id, p.name from reports_partners p
    where p.is_open and p.endpoint is not null
      and not exists (select 1 from reports_handovers h where h.report_id = ${reportId} and h.partner_id = p.id)
    order by p.name limit 200`.execute(db)
  return rows
}

export type PartnerKey = { id: string; name: string }

/** Keys in force that may send reports. */
export async function listSendingKeys(db: Db, right: string): Promise<PartnerKey[]> {
  const { rows } = await sql<PartnerKey>`select id, name from platform_api_keys
    where ${right} = any(rights) and revoked_at is null order by name limit 200`.execute(db)
  return rows
}

export async function putPartner(db: Db, partner: Partner, at: Date, by: string): Promise<void> {
  await sql`insert into reports_partners (id, name, key_id, endpoint, jurisdiction, sealed_key, told_of, services,
      usual_service, is_open, changed_at, changed_by)
    values (${partner.id}, ${partner.name}, ${partner.keyId}, ${partner.endpoint}, ${partner.jurisdiction},
      ${partner.sealedKey}, ${partner.toldOf}, ${JSON.stringify(partner.services)}::jsonb, ${partner.usualService},
      ${partner.isOpen}, ${at}, ${by})
    on conflict (id) do update set name = excluded.name, key_id = excluded.key_id, endpoint = excluded.endpoint,
      jurisdiction = excluded.jurisdiction, sealed_key = coalesce(excluded.sealed_key, reports_partners.sealed_key),
      told_of = excluded.told_of, services = excluded.services, usual_service = excluded.usual_service,
      is_open = excluded.is_open, changed_at = excluded.changed_at, changed_by = excluded.changed_by`.execute(db)
}

export async function isNameTaken(db: Db, name: string, but: string): Promise<boolean> {
  const { rows } = await sql`select 1 from reports_partners where name = ${name} and id <> ${but}`.execute(db)
  return rows.length > 0
}

export async function isKeyTaken(db: Db, key: string, but: string): Promise<boolean> {
  const { rows } = await sql`select 1 from reports_partners where key_id = ${key} and id <> ${but}`.execute(db)
  return rows.length > 0
}

export async function noteBringer(db: Db, reportId: string, keyId: string): Promise<void> {
  await sql`insert into reports_brought (report_id, key_id) values (${reportId}, ${keyId})`.execute(db)
}

export async function hasBrought(db: Db, reportId: string, keyId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from reports_brought where report_id = ${reportId} and key_id = ${keyId}`.execute(
    db,
  )
  return rows.length > 0
}

/** False when the key has told this before. */
export async function noteTold(
  db: Db,
  told: { keyId: string; theirId: string; reportId: string; at: Date },
): Promise<boolean> {
  const { rows } = await sql`insert into reports_partner_words (key_id, their_id, report_id, at)
    values (${told.keyId}, ${told.theirId}, ${told.reportId}, ${told.at}) on conflict do nothing returning 1`.execute(
    db,
  )
  return rows.length > 0
}

/**
 * Puts what was said of a public report into the queue of every partner that is told of it. What a partner told
 * itself goes back to it too: it learns our number and state of it.
 */
export async function queueTellings(db: Db, reportId: string, since: Date, now: Date): Promise<void> {
  await sql`insert into reports_tellings (partner_id, report_id, update_id, state, attempts, next_at)
    select p.id, r.id, u.id, 'waiting', 0, ${now}
    from reports_reports r join reports_updates u on u.report_id = r.id and u.at >= ${since} and u.hidden_at is null
      join reports_partners p on p.is_open and (p.told_of = 'all' or (p.told_of = 'own' and exists (
        select 1 from reports_brought b where b.report_id = r.id and b.key_id = p.key_id)))
    where r.id = ${reportId} and ${isPublicRow} and (u.words <> '' or u.new_state is not null)
    on conflict do nothing`.execute(db)
}

export type DueTelling = Partner & {
  telling: string
  attempts: number
  number: number
  state: string
  updateId: string
  at: Date
  words: string
  newState: string | null
  /** Whether everybody may still read it. */
  isPublic: boolean
}

/** Takes some that are due and holds them for ten minutes, so that no other process takes them meanwhile. */
export async function takeTellings(db: Db, now: Date, limit: number): Promise<DueTelling[]> {
  const held = new Date(now.getTime() + 600_000)
  const { rows } = await sql<DueTelling>`with due as (
      select id from reports_tellings where state = 'waiting' and next_at <= ${now} order by next_at, id
      limit ${limit} for update skip locked),
    taken as (update reports_tellings t set next_at = ${held}, attempts = t.attempts + 1 from due where t.id = due.id
      returning t.*)
    select ${columns}, t.id::text as telling, t.attempts, r.number::int as number, r.state, u.id as "updateId", u.at, u.words,
      u.new_state as "newState", (${isPublicRow} and u.hidden_at is null and p.is_open) as "isPublic"
    from taken t join reports_partners p on p.id = t.partner_id join reports_reports r on r.id = t.report_id
      join reports_updates u on u.id = t.update_id order by t.id`.execute(db)
  return rows
}

export type TellingEnd = { state: 'told' | 'withheld' | 'given-up' | 'waiting'; at: Date; fault: string | null }

export async function endTelling(db: Db, id: string, { state, at, fault }: TellingEnd): Promise<void> {
  await sql`update reports_tellings set state = ${state}, fault = ${fault},
    told_at = ${state === 'told' ? at : null}, next_at = ${at} where id = ${id}`.execute(db)
}

export async function retryTellings(db: Db, partnerId: string, now: Date): Promise<number> {
  const { rows } = await sql`update reports_tellings set state = 'waiting', attempts = 0, next_at = ${now}
    where partner_id = ${partnerId} and state = 'given-up' returning 1`.execute(db)
  return rows.length
}

export type Handover = {
  id: string
  reportId: string
  partnerId: string
  partnerName: string
  serviceCode: string
  handedAt: Date
  state: 'waiting' | 'sent' | 'closed' | 'given-up'
  attempts: number
  fault: string | null
  theirId: string | null
  theirToken: string | null
  theirStatus: string | null
  theirNotes: string | null
}

const handoverColumns = sql`h.id, h.report_id as "reportId", h.partner_id as "partnerId", p.name as "partnerName",
  h.service_code as "serviceCode", h.handed_at as "handedAt", h.state, h.attempts, h.fault, h.their_id as "theirId",
  h.their_token as "theirToken", h.their_status as "theirStatus", h.their_notes as "theirNotes"`

export async function listHandovers(db: Db, reportId: string): Promise<Handover[]> {
  const { rows } = await sql<Handover>`select ${handoverColumns} from reports_handovers h
    join reports_partners p on p.id = h.partner_id where h.report_id = ${reportId} order by h.handed_at limit 20`.execute(
    db,
  )
  return rows
}

/** False when the partner has it already. */
export async function putHandover(
  db: Db,
  given: { reportId: string; partnerId: string; serviceCode: string; at: Date; by: string },
): Promise<boolean> {
  const { rows } = await sql`insert into reports_handovers (report_id, partner_id, service_code, handed_at, handed_by,
      state, attempts, next_at)
    values (${given.reportId}, ${given.partnerId}, ${given.serviceCode}, ${given.at}, ${given.by}, 'waiting', 0, ${given.at})
    on conflict do nothing returning 1`.execute(db)
  return rows.length > 0
}

export type DueHandover = Handover & { partner: Partner; categoryName: LocalText }

export async function takeHandovers(db: Db, now: Date, limit: number): Promise<DueHandover[]> {
  const held = new Date(now.getTime() + 600_000)
  const { rows } = await sql<
    Handover & Partner & { partner: never; categoryName: LocalText; handover: string }
  >`with due as (
      select id from reports_handovers where state in ('waiting', 'sent') and next_at <= ${now} order by next_at, id
      limit ${limit} for update skip locked),
    taken as (update reports_handovers h set next_at = ${held},
      attempts = h.attempts + case h.state when 'waiting' then 1 else 0 end from due where h.id = due.id returning h.*)
    select ${columns}, ${handoverColumns}, h.id as handover, r.category_name as "categoryName"
    from taken h join reports_partners p on p.id = h.partner_id join reports_reports r on r.id = h.report_id
    order by h.handed_at`.execute(db)
  return rows.map((row) => ({ ...row, id: row.handover, partner: { ...row, id: row.partnerId } }))
}

export type HandoverChange = {
  state: Handover['state']
  nextAt: Date
  fault: string | null
  theirId: string | null
  theirToken: string | null
  theirStatus: string | null
  theirNotes: string | null
  attempts: number
}

export async function changeHandover(db: Db, id: string, change: HandoverChange): Promise<void> {
  await sql`update reports_handovers set state = ${change.state}, next_at = ${change.nextAt}, fault = ${change.fault},
    their_id = ${change.theirId}, their_token = ${change.theirToken}, their_status = ${change.theirStatus},
    their_notes = ${change.theirNotes}, attempts = ${change.attempts} where id = ${id}`.execute(db)
}
