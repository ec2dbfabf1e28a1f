import { sql } from 'kysely'
import type { DecisionVote } from '#modules/meetings/index.ts'
import type { Db } from '#platform/database.ts'
import type { LocalDate } from '#platform/format.ts'
import type { LocalText } from '#platform/language.ts'
import type { ActKind, Annulment, Restriction } from '../rules.ts'

/** Where an act was decided. */
export type Origin = { meeting: number; name: LocalText; hasPage: boolean; vote: DecisionVote | null }

/** An act without its text, as those who keep acts know it. Everybody else is shown `SeenAct`. */
export type Act = {
  id: string
  sequence: number
  slug: string
  body: { id: string; slug: string; name: LocalText; kind: string }
  kind: ActKind
  period: string
  number: number
  title: string
  adoptedOn: LocalDate
  adoptedAt: Date | null
  publishedAt: Date
  itemId: string | null
  origin: Origin | null
  closedBasis: string
  openedAt: Date | null
  statedOn: LocalDate | null
  gazetteOn: LocalDate | null
  gazetteReference: string
  inForceOn: LocalDate | null
  signedAt: Date | null
  amendedOn: LocalDate | null
  repealedOn: LocalDate | null
  annulledOn: LocalDate | null
  annulledHow: Annulment | null
  annulledBecause: string
  annulledBehindDoors: boolean
  changedAt: Date
  restrictions: readonly Restriction[]
}

const restrictions = sql<Restriction[]>`coalesce((
  select jsonb_agg(jsonb_build_object('id', r.id, 'covers', r.covers, 'basis', r.basis, 'isPersonal', r.is_personal,
    'from', r.from_date, 'until', r.until_date, 'liftedOn', r.lifted_on, 'setAt', r.set_at) order by r.set_at)
  from acts_restrictions r where r.act_id = a.id), '[]'::jsonb)`

export function acts(db: Db) {
  return db
    .selectFrom('acts_acts as a')
    .innerJoin('people_bodies as b', 'b.id', 'a.body_id')
    .select(['a.id', 'a.sequence', 'a.slug', 'a.kind', 'a.period', 'a.number', 'a.title', 'a.item_id', 'a.origin'])
    .select(['a.adopted_on', 'a.adopted_at', 'a.published_at', 'a.closed_basis', 'a.opened_at', 'a.stated_on'])
    .select(['a.gazette_on', 'a.gazette_reference', 'a.in_force_on', 'a.signed_at', 'a.amended_on', 'a.repealed_on'])
    .select(['a.annulled_on', 'a.annulled_how', 'a.annulled_because', 'a.annulled_behind_doors', 'a.changed_at'])
    .select(['b.id as body_id', 'b.slug as body_slug', 'b.name as body_name', 'b.kind as body_kind'])
    .select(restrictions.as('restrictions'))
}
type Row = Awaited<ReturnType<ReturnType<typeof acts>['executeTakeFirstOrThrow']>>

export function readAct(row: Row): Act {
  return {
    id: row.id,
    sequence: row.sequence,
    slug: row.slug,
    body: { id: row.body_id, slug: row.body_slug, name: row.body_name as LocalText, kind: row.body_kind },
    kind: row.kind as ActKind,
    period: row.period,
    number: row.number,
    title: row.title,
    adoptedOn: row.adopted_on,
    adoptedAt: row.adopted_at,
    publishedAt: row.published_at,
    itemId: row.item_id,
    origin: row.origin as Origin | null,
    closedBasis: row.closed_basis,
    openedAt: row.opened_at,
    statedOn: row.stated_on,
    gazetteOn: row.gazette_on,
    gazetteReference: row.gazette_reference,
    inForceOn: row.in_force_on,
    signedAt: row.signed_at,
    amendedOn: row.amended_on,
    repealedOn: row.repealed_on,
    annulledOn: row.annulled_on,
    annulledHow: row.annulled_how as Annulment | null,
    annulledBecause: row.annulled_because,
    annulledBehindDoors: row.annulled_behind_doors,
    changedAt: row.changed_at,
    restrictions: row.restrictions.map((one) => ({ ...one, setAt: new Date(one.setAt) })),
  }
}

/** The act at an address; at one that was corrected since, the act that it led to. */
const idAt = (slug: string) => sql<string>`coalesce((select s.id from acts_acts s where s.slug = ${slug}),
  (select c.act_id from acts_corrections c where c.slug = ${slug} order by c.at desc limit 1))`

export async function findAct(db: Db, by: { slug: string } | { id: string }): Promise<Act | undefined> {
  const row = await ('slug' in by ? acts(db).where('a.id', '=', idAt(by.slug)) : acts(db).where('a.id', '=', by.id))
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? undefined : readAct(row)
}

/** Locks the act, so that two who change it come one after the other. */
export async function lockAct(db: Db, slug: string): Promise<Act | undefined> {
  await db.selectFrom('acts_acts').select('id').where('id', '=', idAt(slug)).forUpdate().execute()
  return findAct(db, { slug })
}

export async function listActsById(db: Db, ids: readonly string[]): Promise<Act[]> {
  if (ids.length === 0) return []
  return (
    await acts(db)
      .where('a.id', 'in', [...ids])
      .limit(ids.length)
      .execute()
  ).map(readAct)
}

/** Ids after one of them, in the order in which they were entered. */
export async function listIdsAfter(
  db: Db,
  sequence: number,
  limit: number,
): Promise<{ id: string; sequence: number }[]> {
  return db
    .selectFrom('acts_acts')
    .select(['id', 'sequence'])
    .where('sequence', '>', sequence)
    .orderBy('sequence')
    .limit(limit)
    .execute()
}

export type DecidedAct = {
  id: string
  voteId: string
  itemId: string
  title: string
  annulledOn: LocalDate | null
  closedBasis: string
  origin: Origin
}
/** Acts that a meeting's votes have already become. */
export async function listActsOfMeeting(db: Db, meetingId: string): Promise<DecidedAct[]> {
  const rows = await db
    .selectFrom('acts_acts')
    .select(['id', 'vote_id', 'item_id', 'title', 'annulled_on', 'closed_basis', 'origin'])
    .where('meeting_id', '=', meetingId)
    .limit(1000)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    voteId: row.vote_id ?? '',
    itemId: row.item_id ?? '',
    title: row.title,
    annulledOn: row.annulled_on,
    closedBasis: row.closed_basis,
    origin: row.origin as Origin,
  }))
}
