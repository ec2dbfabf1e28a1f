import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { LocalText } from '#platform/language.ts'
import type { Contribution } from './participation.ts'
import { postTitleOrNull } from './post-title.ts'
import { findVersion } from './versions.ts'

/** A commitment in the Estonian words of one version, which alone have legal force: what a comparison needs. */
export type EstonianWording = {
  version: number
  id: string
  number: string
  name: string
  text: string
  deadlineAsWritten: string
  parties: string[]
  fulfilment: string
  /** The number; titles of chapters are compared once and not with every commitment. */
  chapter: string
  chapterTitle: string
}

/** The words of several versions in one statement, each in its own order. */
export async function listEstonianWordings(db: Db, versions: readonly number[]): Promise<EstonianWording[]> {
  const { rows } = await sql<EstonianWording>`
    select v.number as version, w.commitment_id as id, w.number, w.name ->> 'et' as name, w.text ->> 'et' as text,
      w.deadline_as_written as "deadlineAsWritten", coalesce(w.fulfilment ->> 'et', '') as fulfilment,
      c.number::text as chapter, c.title ->> 'et' as "chapterTitle",
      array(select p.as_written from plan_parties p
        where p.version_id = w.version_id and p.commitment_id = w.commitment_id order by p.position) as parties
    from plan_wordings w
    join plan_versions v on v.id = w.version_id
    join plan_chapters c on c.version_id = w.version_id and c.number = w.chapter
    where v.number = any(${[...versions]}::int[]) order by v.number, w.position limit 1000`.execute(db)
  return rows
}

/** How many comments stand under each commitment of a version. */
export async function countComments(db: Db, versionId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('plan_contributions')
    .where('version_id', '=', versionId)
    .groupBy('commitment_id')
    .select((select) => ['commitment_id as commitmentId', select.fn.countAll<number>().as('count')])
    .execute()
  return new Map(rows.map(({ commitmentId, count }) => [commitmentId, Number(count)]))
}

export type DraftCommitment = {
  id: string
  chapter: number
  number: string
  name: LocalText
  text: LocalText
  fulfilment: LocalText | null
  deadlineAsWritten: string
  /** As the adopted version before words it; null where the promise is new. */
  textBefore: LocalText | null
  deadlineBefore: string | null
  numberBefore: string | null
  postIds: string[]
  bodyIds: string[]
}

/** One commitment of one version, what it changes and the comments on it. */
export async function readDraftCommitment(db: Db, versionNumber: number, number: string) {
  const version = await findVersion(db, versionNumber)
  if (version === undefined) return undefined
  const { rows } = await sql<DraftCommitment>`
    select w.commitment_id as id, w.chapter, w.number, w.name, w.text, w.fulfilment,
      w.deadline_as_written as "deadlineAsWritten", before.text as "textBefore",
      before.deadline_as_written as "deadlineBefore", before.number as "numberBefore",
      array(select p.post_id::text from plan_parties p where p.version_id = w.version_id
        and p.commitment_id = w.commitment_id and p.post_id is not null) as "postIds",
      array(select p.body_id::text from plan_parties p where p.version_id = w.version_id
        and p.commitment_id = w.commitment_id and p.body_id is not null) as "bodyIds"
    from plan_wordings w
    left join lateral (
      select o.text, o.deadline_as_written, o.number from plan_wordings o join plan_versions p on p.id = o.version_id
      where o.commitment_id = w.commitment_id and p.state = 'adopted' and p.number < ${versionNumber}
      order by p.in_force_from desc, p.number desc limit 1) before on true
    where w.version_id = ${version.id} and w.number = ${number}`.execute(db)
  const commitment = rows[0]
  if (commitment === undefined) return undefined
  const comments: Contribution[] = await db
    .selectFrom('plan_contributions')
    .select([
      'id',
      'commitment_id as commitmentId',
      'version_id as versionId',
      'words',
      'shown_as as shownAs',
      'sent_at as sentAt',
      'answer',
      postTitleOrNull('answered_post').as('answeredPost'),
      'answered_at as answeredAt',
      'hidden_at as hiddenAt',
      'hidden_reason as hiddenReason',
    ])
    .where('version_id', '=', version.id)
    .where('commitment_id', '=', commitment.id)
    .orderBy('sent_at')
    .limit(500)
    .execute()
  return { version, commitment, comments }
}

export type DraftWithComments = NonNullable<Awaited<ReturnType<typeof readDraftCommitment>>>
