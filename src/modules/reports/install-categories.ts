import * as z from 'zod'
import type { Context } from '#platform/context.ts'
import { forms } from '#modules/forms/index.ts'
import type { SiteFiles } from '#platform/site-files.ts'
import { questionsOf } from './questions.ts'

const text = z.object({ et: z.string().min(1), en: z.string().optional(), ru: z.string().optional() })
const days = z.number().int().positive()
const dayOfYear = z.string().regex(/^\d{2}-\d{2}$/)
const categoriesFile = z.object({
  /** Months from the end of a report; for subjects that are installed from now on. */
  retention: z
    .object({
      asOf: z.iso.date(),
      basis: z.string(),
      closedToUpdatesMonths: days,
      anonymiseMonths: days,
      deleteMonths: days.nullable(),
    })
    .default({ asOf: '2026-11-23', basis: '', closedToUpdatesMonths: 12, anonymiseMonths: 24, deleteMonths: null }),
  groups: z.array(z.object({ code: z.string().min(1), name: text })),
  categories: z.array(
    z.object({
      code: z.string().min(1),
      group: z.string().min(1),
      name: text,
      description: text,
      keywords: text,
      notice: text.optional(),
      post: z.string().nullable(),
      isPrivate: z.boolean().default(false),
      allowsAnonymous: z.boolean().default(true),
      answerDays: days,
      fixDays: days,
      /** Month and day, both included. */
      season: z.object({ from: dayOfYear, until: dayOfYear }).optional(),
      questions: z.array(z.unknown()).default([]),
    }),
  ),
})

/** What can be reported, as the site's file says it at first; what officials have changed since stays. */
export async function installCategories(ctx: Context, files: SiteFiles): Promise<void> {
  const { db } = ctx
  if (!files.has('reports.json')) return
  const { groups, categories, retention } = files.read('reports.json', categoriesFile)
  const posts = await db.selectFrom('people_posts').select(['id', 'slug']).execute()
  const idOf = new Map(posts.map(({ id, slug }) => [slug, id]))
  if (groups.length > 0) {
    await db
      .insertInto('reports_groups')
      .values(
        groups.map(({ code, name }, position) => ({
          code,
          name: JSON.stringify(name),
          position,
          changed_at: ctx.now,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  if (categories.length === 0) return
  await db
    .insertInto('reports_categories')
    .values(
      categories.map((one, position) => ({
        code: one.code,
        group_code: one.group,
        name: JSON.stringify(one.name),
        description: JSON.stringify(one.description),
        keywords: JSON.stringify(one.keywords),
        notice: one.notice === undefined ? null : JSON.stringify(one.notice),
        is_open: true,
        is_private: one.isPrivate,
        allows_anonymous: one.allowsAnonymous,
        post_id: one.post === null ? null : (idOf.get(one.post) ?? null),
        answer_days: one.answerDays,
        fix_days: one.fixDays,
        season_from: one.season?.from ?? null,
        season_until: one.season?.until ?? null,
        updates_months: retention.closedToUpdatesMonths,
        anonymise_months: retention.anonymiseMonths,
        delete_months: retention.deleteMonths,
        changed_at: ctx.now,
        position,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  for (const { code, questions } of categories) {
    if (questions.length > 0)
      await forms.ensure(ctx, questionsOf(code), forms.definitionSchema.parse({ fields: questions }))
  }
}
