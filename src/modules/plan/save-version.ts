import { inTransaction, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import type { LocalText } from '#platform/language.ts'
import { planSubject } from './events.ts'
import { registry } from '#modules/people/index.ts'
import { matchParties } from './party.ts'
import { nextVersionNumber } from './queries/versions.ts'
import type { Schedule } from './schedule.ts'

export type NewCommitment = {
  /** The commitment that this words anew; a new one when null. */
  commitmentId: string | null
  chapter: number
  number: string
  name: LocalText
  text: LocalText
  fulfilment: LocalText | null
  deadlineAsWritten: string
  schedule: Schedule
  parties: readonly string[]
}

export type NewVersion = {
  title: LocalText
  introduction: LocalText
  source: 'reference' | 'import' | 'copy'
  sourceName: string | null
  sourceSha256: string | null
  chapters: readonly { number: number; title: LocalText }[]
  commitments: readonly NewCommitment[]
}

export type SavedVersion = { id: string; number: number; commitmentIds: string[]; unsettled: number }

/** Writes a whole version as a draft. Parties that fit no post or body stay as written, for a clerk to settle. */
export async function saveVersion(context: Context, version: NewVersion): Promise<SavedVersion> {
  return inTransaction(context, async (ctx) => {
    const number = await nextVersionNumber(ctx.db)
    const { id } = await ctx.db
      .insertInto('plan_versions')
      .values({
        number,
        state: 'draft',
        title: JSON.stringify(version.title),
        introduction: JSON.stringify(version.introduction),
        source: version.source,
        source_name: version.sourceName,
        source_sha256: version.sourceSha256,
        created_by: ctx.actor.personId,
        created_at: ctx.now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await ctx.db
      .insertInto('plan_chapters')
      .values(
        version.chapters.map((chapter) => ({
          version_id: id,
          number: chapter.number,
          title: JSON.stringify(chapter.title),
        })),
      )
      .execute()
    const commitmentIds = await identities(ctx, version.commitments)
    await ctx.db
      .insertInto('plan_wordings')
      .values(
        version.commitments.map((commitment, at) => ({
          version_id: id,
          commitment_id: commitmentIds[at]!,
          chapter: commitment.chapter,
          number: commitment.number,
          position: at,
          name: JSON.stringify(commitment.name),
          text: JSON.stringify(commitment.text),
          fulfilment: commitment.fulfilment === null ? null : JSON.stringify(commitment.fulfilment),
          deadline_as_written: commitment.deadlineAsWritten,
          schedule: JSON.stringify(commitment.schedule),
        })),
      )
      .execute()
    const unsettled = await saveParties(ctx, id, version.commitments, commitmentIds)
    const facts = { version: number, source: version.source, commitments: version.commitments.length }
    await record(ctx, 'plan.version-saved', planSubject(number), facts)
    return { id, number, commitmentIds, unsettled }
  })
}

async function identities(ctx: Context, commitments: readonly NewCommitment[]): Promise<string[]> {
  const fresh = commitments.filter(({ commitmentId }) => commitmentId === null)
  const made =
    fresh.length === 0
      ? []
      : await ctx.db
          .insertInto('plan_commitments')
          .values(fresh.map(() => ({ created_at: ctx.now })))
          .returning('id')
          .execute()
  let next = 0
  return commitments.map(({ commitmentId }) => commitmentId ?? made[next++]!.id)
}

async function saveParties(
  ctx: Context,
  versionId: string,
  commitments: readonly NewCommitment[],
  commitmentIds: readonly string[],
): Promise<number> {
  const known = await registry.listParties(ctx.db)
  const kinds = new Map(known.map(({ id, what }) => [id, what]))
  const rows = commitments.flatMap((commitment, at) => {
    const { matched } = matchParties(commitment.parties, known)
    return commitment.parties.map((party, position) => {
      const found = matched.find((match) => match.party === party)
      const kind = found === undefined ? undefined : kinds.get(found.postId)
      return {
        version_id: versionId,
        commitment_id: commitmentIds[at]!,
        position,
        as_written: party,
        post_id: kind === 'post' ? found!.postId : null,
        body_id: kind === 'body' ? found!.postId : null,
      }
    })
  })
  if (rows.length > 0) await ctx.db.insertInto('plan_parties').values(rows).execute()
  return rows.filter((row) => row.post_id === null && row.body_id === null).length
}
