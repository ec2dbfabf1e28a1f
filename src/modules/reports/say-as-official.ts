import { personOf, type Context } from '#platform/context.ts'
import type { ReportState, UpdateFact } from './rules.ts'

type Said = {
  /** In whose name; where it is not told, that of the first post which the acting person holds. */
  post?: string | null
  words?: string
  state?: ReportState | null
  what?: UpdateFact | null
  /** The number that belongs to what is told: of another report, of days. */
  about?: number | null
}

/** Puts an official's update below the report and answers its id. It changes nothing of the report itself. */
export async function sayAsOfficial(ctx: Context, reportId: string, said: Said): Promise<string> {
  const { post = ctx.actor.postIds[0] ?? null, words = '', state = null, what = null, about = null } = said
  const { id } = await ctx.db
    .insertInto('reports_updates')
    .values({
      report_id: reportId,
      at: ctx.now,
      author: 'official',
      author_person: personOf(ctx.actor),
      author_post: post,
      words,
      new_state: state,
      what,
      about_number: about,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
