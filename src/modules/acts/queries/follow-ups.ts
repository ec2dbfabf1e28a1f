import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { LocalDate } from '#platform/format.ts'
import type { LocalText } from '#platform/language.ts'

export type FollowUp = {
  id: string
  actId: string
  postId: string | null
  bodyId: string | null
  /** The post's title or the body's name. */
  who: LocalText
  /** The body on whose page the one who does it stands. */
  bodySlug: string
  task: string
  dueOn: LocalDate
  state: 'open' | 'done' | 'dropped'
  words: string
  link: string
  endedOn: LocalDate | null
  sequence: number
  changedAt: Date
}

function followUps(db: Db) {
  return db
    .selectFrom('acts_followups as f')
    .leftJoin('people_posts as p', 'p.id', 'f.post_id')
    .innerJoin('people_bodies as b', (join) => join.on(sql<boolean>`b.id = coalesce(f.body_id, p.body_id)`))
    .select(['f.id', 'f.act_id as actId', 'f.post_id as postId', 'f.body_id as bodyId', 'f.task', 'f.due_on as dueOn'])
    .select(['f.words', 'f.link', 'f.ended_on as endedOn', 'f.sequence', 'f.changed_at as changedAt'])
    .select((e) => e.ref('f.state').$castTo<FollowUp['state']>().as('state'))
    .select(['b.slug as bodySlug', sql<LocalText>`coalesce(p.title, b.name)`.as('who')])
}

export async function listFollowUps(db: Db, actId: string): Promise<FollowUp[]> {
  return followUps(db).where('f.act_id', '=', actId).orderBy('f.due_on').orderBy('f.id').limit(200).execute()
}

export async function lockFollowUp(db: Db, id: string): Promise<FollowUp | undefined> {
  await db.selectFrom('acts_followups').select('id').where('id', '=', id).forUpdate().execute()
  return followUps(db).where('f.id', '=', id).executeTakeFirst()
}

/** What is still to be done and due by a day, the most urgent first. */
export async function listOpenUntil(db: Db, until: LocalDate, limit: number): Promise<FollowUp[]> {
  return followUps(db)
    .where('f.state', '=', 'open')
    .where('f.due_on', '<=', until)
    .orderBy('f.due_on')
    .orderBy('f.id')
    .limit(limit)
    .execute()
}

/** Deadlines from a day on, whatever came of them. */
export async function listDueSince(db: Db, since: LocalDate, limit: number): Promise<FollowUp[]> {
  return followUps(db).where('f.due_on', '>=', since).orderBy('f.due_on').orderBy('f.id').limit(limit).execute()
}

/** Open ones of these posts and bodies. */
export async function listOpenOf(
  db: Db,
  { postIds, bodyIds }: { postIds: readonly string[]; bodyIds: readonly string[] },
): Promise<FollowUp[]> {
  if (postIds.length + bodyIds.length === 0) return []
  return followUps(db)
    .where('f.state', '=', 'open')
    .where((e) =>
      e.or([
        ...(postIds.length === 0 ? [] : [e('f.post_id', 'in', [...postIds])]),
        ...(bodyIds.length === 0 ? [] : [e('f.body_id', 'in', [...bodyIds])]),
      ]),
    )
    .orderBy('f.due_on')
    .limit(200)
    .execute()
}

export type NewFollowUp = {
  actId: string
  postId: string | null
  bodyId: string | null
  task: string
  dueOn: LocalDate
  byPerson: string | null
}
export async function insertFollowUp(db: Db, one: NewFollowUp, now: Date): Promise<string> {
  const { id } = await db
    .insertInto('acts_followups')
    .values({
      act_id: one.actId,
      post_id: one.postId,
      body_id: one.bodyId,
      task: one.task,
      due_on: one.dueOn,
      by_person: one.byPerson,
      changed_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function endFollowUpRow(
  db: Db,
  id: string,
  end: { state: 'done' | 'dropped'; words: string; link: string; on: LocalDate; now: Date },
): Promise<void> {
  await db
    .updateTable('acts_followups')
    .set((e) => ({
      state: end.state,
      words: end.words,
      link: end.link,
      ended_on: end.on,
      changed_at: end.now,
      sequence: e('sequence', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}
