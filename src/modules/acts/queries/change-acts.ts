import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { LocalDate } from '#platform/format.ts'
import type { ActKind, Annulment, RelationKind } from '../rules.ts'
import type { Origin } from './acts.ts'

type Series = { bodyId: string; kind: ActKind; period: string }

/**
 * The last number of a series, its row locked until the transaction ends: whoever comes meanwhile waits, and a number
 * that was not kept is given again.
 */
export async function lockSeries(db: Db, { bodyId, kind, period }: Series): Promise<number> {
  await db
    .insertInto('acts_series')
    .values({ body_id: bodyId, kind, period })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { last } = await db
    .selectFrom('acts_series')
    .select('last')
    .where('body_id', '=', bodyId)
    .where('kind', '=', kind)
    .where('period', '=', period)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return last
}

export async function keepLastNumber(db: Db, { bodyId, kind, period }: Series, last: number): Promise<void> {
  await db
    .updateTable('acts_series')
    .set({ last })
    .where('body_id', '=', bodyId)
    .where('kind', '=', kind)
    .where('period', '=', period)
    .execute()
}

export type NewAct = {
  slug: string
  bodyId: string
  kind: ActKind
  period: string
  number: number
  title: string
  adoptedOn: LocalDate
  publishedAt: Date
  decided: { at: Date; meetingId: string; itemId: string; voteId: string; origin: Origin; closedBasis: string } | null
  statedOn: LocalDate | null
  gazetteOn: LocalDate | null
  gazetteReference: string
  inForceOn: LocalDate | null
}

export async function insertAct(db: Db, act: NewAct): Promise<string> {
  const { decided } = act
  const { id } = await db
    .insertInto('acts_acts')
    .values({
      slug: act.slug,
      body_id: act.bodyId,
      kind: act.kind,
      period: act.period,
      number: act.number,
      title: act.title,
      adopted_on: act.adoptedOn,
      adopted_at: decided?.at ?? null,
      published_at: act.publishedAt,
      meeting_id: decided?.meetingId ?? null,
      item_id: decided?.itemId ?? null,
      vote_id: decided?.voteId ?? null,
      origin: decided === null ? null : JSON.stringify(decided.origin),
      closed_basis: decided?.closedBasis ?? '',
      stated_on: act.statedOn,
      gazette_on: act.gazetteOn,
      gazette_reference: act.gazetteReference,
      in_force_on: act.inForceOn,
      changed_at: act.publishedAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export type ActChange = {
  title?: string
  number?: number
  slug?: string
  closedBasis?: string
  origin?: Origin
  openedAt?: Date
  statedOn?: LocalDate | null
  gazetteOn?: LocalDate | null
  gazetteReference?: string
  inForceOn?: LocalDate | null
  signedAt?: Date
  annulled?: { on: LocalDate; how: Annulment; because: string; isBehindDoors: boolean }
}

export async function updateAct(db: Db, id: string, change: ActChange, now: Date): Promise<void> {
  const { closedBasis, origin, openedAt, statedOn, gazetteOn, gazetteReference, inForceOn, annulled } = change
  await db
    .updateTable('acts_acts')
    .set({
      ...(change.title === undefined ? {} : { title: change.title }),
      ...(change.number === undefined ? {} : { number: change.number }),
      ...(change.slug === undefined ? {} : { slug: change.slug }),
      ...(closedBasis === undefined ? {} : { closed_basis: closedBasis }),
      ...(origin === undefined ? {} : { origin: JSON.stringify(origin) }),
      ...(openedAt === undefined ? {} : { opened_at: openedAt }),
      ...(statedOn === undefined ? {} : { stated_on: statedOn }),
      ...(gazetteOn === undefined ? {} : { gazette_on: gazetteOn }),
      ...(gazetteReference === undefined ? {} : { gazette_reference: gazetteReference }),
      ...(inForceOn === undefined ? {} : { in_force_on: inForceOn }),
      ...(change.signedAt === undefined ? {} : { signed_at: change.signedAt }),
      ...(annulled === undefined
        ? {}
        : {
            annulled_on: annulled.on,
            annulled_how: annulled.how,
            annulled_because: annulled.because,
            annulled_behind_doors: annulled.isBehindDoors,
          }),
      changed_at: now,
    })
    .where('id', '=', id)
    .execute()
}

export async function insertRelation(
  db: Db,
  relation: { actId: string; targetId: string; kind: string; onDate: LocalDate; at: Date },
): Promise<void> {
  const { actId, targetId, kind, onDate, at } = relation
  const row = { act_id: actId, target_id: targetId, kind, on_date: onDate, at }
  await db.insertInto('acts_relations').values(row).execute()
}

/**
 * Since when acts are amended and repealed: by acts that are not annulled themselves, the earliest day. What an annulled
 * act had changed stands again as it was.
 */
export async function matchRelations(db: Db, of: { targetId: string } | { actId: string }, now: Date): Promise<void> {
  const first = (kind: RelationKind) => sql<LocalDate | null>`(select min(r.on_date) from acts_relations r
    join acts_acts by_act on by_act.id = r.act_id
    where r.target_id = acts_acts.id and r.kind = ${kind} and by_act.annulled_on is null)`
  await db
    .updateTable('acts_acts')
    .set({ amended_on: first('amends'), repealed_on: first('repeals'), changed_at: now })
    .$if('targetId' in of, (query) => query.where('id', '=', (of as { targetId: string }).targetId))
    .$if('actId' in of, (query) =>
      query.where('id', 'in', (e) =>
        e
          .selectFrom('acts_relations')
          .select('target_id')
          .where('act_id', '=', (of as { actId: string }).actId),
      ),
    )
    .execute()
}
