import type { Insertable } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { ReportsReports } from '#platform/schema.ts'
import { forms } from '#modules/forms/index.ts'
import type { Category } from './queries/categories.ts'
import { findReport, type Report } from './queries/reports.ts'
import type { Answered } from './questions.ts'
import type { Point } from './rules.ts'

type Told = {
  category: Category
  words: string
  address: string
  point: Point | null
  /** Code of the settlement. */
  ehak: string | null
  answered?: Answered | null
}

/** Who sent it and by which way; what is named here stands in the place of the usual. */
type Coming = Partial<Insertable<ReportsReports>> &
  Pick<Insertable<ReportsReports>, 'channel' | 'language' | 'shows_name'>

/** Puts a new report in the table, with its place and its answers, and reads it with its number. */
export async function insertReport(ctx: Context, told: Told, coming: Coming): Promise<Report> {
  const { category, words, address, point, ehak, answered = null } = told
  const answersId =
    answered === null ? null : await forms.keepAnswers(ctx, answered.formId, answered.version, answered.answers)
  const { id } = await ctx.db
    .insertInto('reports_reports')
    .values({
      category_code: category.code,
      category_name: JSON.stringify(category.name),
      words,
      latitude: point?.latitude ?? null,
      longitude: point?.longitude ?? null,
      placed_by: point !== null ? 'map' : address !== '' ? 'address' : 'settlement',
      address,
      settlement_ehak: ehak,
      state: 'confirmed',
      state_since: ctx.now,
      is_private: category.isPrivate,
      created_at: ctx.now,
      assigned_post: category.postId,
      answers_id: answersId,
      ...coming,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return (await findReport(ctx.db, { id }))!
}
