import * as z from 'zod'
import type { Context } from '#platform/context.ts'
import type { SiteFiles } from '#platform/site-files.ts'
import { insertReport } from './insert-report.ts'
import { findCategory } from './queries/categories.ts'
import { receivedAt } from './receive-report.ts'
import { isClosed, reportStates } from './rules.ts'

const demoReports = z.array(
  z.object({
    category: z.string(),
    words: z.string().min(1),
    settlement: z.string(),
    address: z.string().default(''),
    point: z.tuple([z.number(), z.number()]).optional(),
    language: z.enum(['et', 'ru', 'en']).default('et'),
    /** Days before the first start, by which the demo's reports were sent. */
    daysAgo: z.number().int().min(0),
    answers: z
      .array(
        z.object({
          afterDays: z.number().int().min(0),
          words: z.string().default(''),
          state: z.enum(reportStates).nullable().default(null),
          by: z.enum(['official', 'neighbour', 'reporter']).default('official'),
        }),
      )
      .default([]),
  }),
)

const dayLength = 86_400_000

/** Reports as a year of work would have left them. They are rows without a past in the log, which begins with the demo. */
export async function seedDemoReports(ctx: Context, { files }: { files: SiteFiles }): Promise<void> {
  if (!files.has('reports-demo.json')) return
  // Numbers follow the days on which reports came.
  const inOrder = files.read('reports-demo.json', demoReports).toSorted((a, b) => b.daysAgo - a.daysAgo)
  for (const one of inOrder) {
    const category = (await findCategory(ctx.db, one.category))!
    const sentAt = new Date(ctx.now.getTime() - one.daysAgo * dayLength)
    const answers = one.answers.map((answer) => ({
      ...answer,
      at: new Date(Math.min(sentAt.getTime() + answer.afterDays * dayLength + 3_600_000, ctx.now.getTime())),
    }))
    const last = answers.findLast(({ state }) => state !== null)
    const state = last?.state ?? 'confirmed'
    const { words, address, settlement: ehak } = one
    const point = one.point === undefined ? null : { latitude: one.point[0], longitude: one.point[1] }
    const report = await insertReport(
      ctx,
      { category, words, address, point, ehak },
      {
        placed_by: point === null ? 'settlement' : 'map',
        state,
        state_since: last?.at ?? sentAt,
        shows_name: false,
        channel: 'web',
        language: one.language,
        created_at: sentAt,
        first_answer_at: answers.find(({ by }) => by === 'official')?.at ?? null,
        closed_at: last !== undefined && isClosed(state) ? last.at : null,
        ...receivedAt(ctx, category, sentAt),
      },
    )
    if (answers.length === 0) continue
    await ctx.db
      .insertInto('reports_updates')
      .values(
        answers.map((answer) => ({
          report_id: report.id,
          at: answer.at,
          author: answer.by,
          author_post: answer.by === 'official' ? category.postId : null,
          words: answer.words,
          new_state: answer.state,
        })),
      )
      .execute()
  }
}
