import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { Evidence, EvidencePeriod } from '#platform/evidence.ts'
import type { LocalDate } from '#platform/format.ts'
import type { LocalText } from '#platform/language.ts'
import type { MonthlyCount } from '../duty.ts'
import { postTitle, postTitleOrNull } from './post-title.ts'

/** Vouched evidence counts for one commitment and has no key of its own; this one stands for it in counts. */
export function vouchedKey(commitmentId: string): string {
  return `vouched ${commitmentId}`
}

export type CountedMonth = MonthlyCount & { title: LocalText; path: string }

/** Every module's proof for the period and the confirmed vouched evidence, as one set of rows. */
export function allRecords(db: Db, sources: readonly Evidence[], period: EvidencePeriod) {
  const measured = sources.map(
    ({ key, kind, records }) => sql`
      select ${key}::text as key, false as vouched, ${kind === 'standing'}::boolean as standing,
        r."on"::date as "on", r.met::boolean as met, r.title::jsonb as title, r.path::text as path
      from (${records(db, period)}) r`,
  )
  const vouched = sql`
    select 'vouched ' || commitment_id as key, true as vouched, false as standing,
      occurred_on as "on", true as met, title, coalesce(url, '') as path
    from plan_vouched_evidence
    where confirmed_at is not null and occurred_on between ${period.from} and ${period.until}`
  return sql.join([...measured, vouched], sql` union all `)
}

/** Counts per key and month with the newest record of each, in one statement whatever the number of modules. */
export async function countEvidence(
  db: Db,
  sources: readonly Evidence[],
  period: EvidencePeriod,
): Promise<CountedMonth[]> {
  const { rows } = await sql<CountedMonth>`
    select key, vouched,
      to_char(case when standing then ${period.until}::date else "on" end, 'YYYY-MM') as month,
      count(*)::int as records,
      count(*) filter (where met)::int as met,
      to_char(coalesce(max("on") filter (where met), max("on")), 'YYYY-MM-DD') as latest,
      (array_agg(title order by met desc, "on" desc))[1] as title,
      (array_agg(path order by met desc, "on" desc))[1] as path
    from (${allRecords(db, sources, period)}) r
    group by key, vouched, 3
    order by key, 3`.execute(db)
  return rows
}

export type EvidenceLine = {
  key: string
  vouched: boolean
  on: LocalDate
  met: boolean
  title: LocalText
  path: string
}

/** The newest pieces of evidence of one commitment. */
export async function listEvidence(
  db: Db,
  sources: readonly Evidence[],
  commitmentId: string,
  period: EvidencePeriod,
  limit = 60,
): Promise<EvidenceLine[]> {
  const { rows } = await sql<EvidenceLine>`
    select key, vouched, to_char("on", 'YYYY-MM-DD') as "on", met, title, path
    from (${allRecords(db, sources, period)}) r
    where not vouched or key = ${vouchedKey(commitmentId)}
    order by "on" desc limit ${limit}`.execute(db)
  return rows
}

export type VouchedRow = {
  id: string
  commitmentId: string
  title: LocalText
  occurredOn: LocalDate
  url: string | null
  vouchedBy: string
  vouchedPost: LocalText
  vouchedAt: Date
  confirmedPost: LocalText | null
  confirmedAt: Date | null
  declinedAt: Date | null
  declineReason: string | null
}

function vouchedEvidence(db: Db) {
  return db
    .selectFrom('plan_vouched_evidence')
    .select([
      'id',
      'commitment_id as commitmentId',
      'title',
      'occurred_on as occurredOn',
      'url',
      'vouched_by as vouchedBy',
      postTitle('vouched_post').as('vouchedPost'),
      'vouched_at as vouchedAt',
      postTitleOrNull('confirmed_post').as('confirmedPost'),
      'confirmed_at as confirmedAt',
      'declined_at as declinedAt',
      'decline_reason as declineReason',
    ])
}

export async function lockVouched(db: Db, id: string): Promise<VouchedRow | undefined> {
  return vouchedEvidence(db).where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function listWaitingVouched(db: Db): Promise<VouchedRow[]> {
  return vouchedEvidence(db)
    .where('confirmed_at', 'is', null)
    .where('declined_at', 'is', null)
    .orderBy('vouched_at')
    .limit(100)
    .execute()
}
