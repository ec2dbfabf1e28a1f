import * as z from 'zod'
import { personOf, timeZoneOf, type Context } from '#platform/context.ts'
import { localDate } from '#platform/format.ts'
import type { SiteKeys } from '#platform/keys.ts'
import { once } from '#platform/once.ts'
import { addWorkingDays } from '#platform/working-days.ts'
import { reading } from '#modules/files/index.ts'
import { followers } from '#modules/notifications/index.ts'
import { listSettlements, settlementAt } from '#modules/places/index.ts'
import { recordAbout, reportSubject } from './events.ts'
import { outlineToleranceMetres } from './map-point.ts'
import { reportPaths } from './paths.ts'
import { findCategory, type Category } from './queries/categories.ts'
import { findReport, type Report } from './queries/reports.ts'
import { readersOf } from './readers.ts'
import { cleanWords, isPublic, readPoint, type Point, type UpdateFact } from './rules.ts'
import { tellReporter } from './tell-reporter.ts'
import { tellWorkers } from './tell-workers.ts'
import { workOn } from './work-on.ts'

const words = z.string().transform(cleanWords)

export const splitReportInput = z
  .object({
    idempotencyKey: z.uuid('invalid'),
    words: words.pipe(z.string().min(1, 'wordsMissing').max(4000, 'wordsTooLong')),
    category: z.string('categoryMissing').min(1, 'categoryMissing').max(60),
    settlement: z.string().max(4).default(''),
    address: words.pipe(z.string().max(300, 'wordsTooLong')).default(''),
    point: z.string().trim().max(100, 'pointWrong').default(''),
    photos: z
      .string()
      .max(2000)
      .default('')
      .transform((chosen) => chosen.split(',').filter((one) => one !== ''))
      .pipe(z.array(z.uuid('invalid')).max(20, 'invalid')),
  })
  .superRefine(({ settlement, address, point }, check) => {
    const wrong = (path: string, message: string) => check.addIssue({ code: 'custom', path: [path], message })
    if (settlement === '' && address === '' && point === '') wrong('address', 'placeMissing')
    if (point !== '' && readPoint(point) === null) wrong('point', 'pointWrong')
  })
type SplitInput = z.output<typeof splitReportInput>
export type SplitReportOutcome =
  | { ok: true; number: number }
  | { ok: false; refusal: 'categoryClosed' | 'pointOutside' | 'cannotSplit' }

/**
 * A report tells of two faults: the second becomes a report of its own, of the same sender and with the same followers,
 * its terms counted from the day on which the first was received.
 */
export async function splitReport(
  context: Context,
  keys: SiteKeys,
  number: number,
  input: SplitInput,
): Promise<SplitReportOutcome> {
  return workOn(context, number, (ctx, report) =>
    once<SplitReportOutcome>(ctx, input.idempotencyKey, 'reports.split', async () => {
      if (report.hiddenAt !== null) return { ok: false, refusal: 'cannotSplit' }
      const category = await findCategory(ctx.db, input.category)
      if (category === undefined || !category.isOpen) return { ok: false, refusal: 'categoryClosed' }
      const point = readPoint(input.point)
      const settlements = await listSettlements(ctx.db)
      const chosen = settlements.find(({ ehak }) => ehak === input.settlement)
      const place = point === null ? chosen : settlementAt(settlements, point, outlineToleranceMetres)
      if (point !== null && place === undefined) return { ok: false, refusal: 'pointOutside' }
      const id = await insertSplit(ctx, report, input, { category, point, ehak: place?.ehak ?? null })
      const made = (await findReport(ctx.db, { id }))!
      const [from, to] = [reportSubject(report.id), reportSubject(id)]
      await reading.copyAttached(ctx, input.photos, { from, to, readers: readersOf(made) })
      await insertFact(ctx, report.id, 'split-off', isPublic(made) ? made.number : null)
      await insertFact(ctx, id, 'split-from', isPublic(report) ? number : null)
      if (isPublic(report) && isPublic(made)) {
        await followers.shareFollowers(ctx, reportPaths.report(number), reportPaths.report(made.number))
      }
      await recordAbout(ctx, report, 'reports.split', { number, into: isPublic(made) ? made.number : 0 })
      await recordAbout(ctx, made, 'reports.received', { number: made.number, category: category.code })
      await tellReporter(
        ctx,
        keys,
        made,
        (t, _language, name) => ({ title: t.splitSubject(number, made.number), sentence: t.split(name, number) }),
        { dedupe: `split:${id}` },
      )
      await tellWorkers(ctx, made, 'assigned')
      return { ok: true, number: made.number }
    }),
  )
}

type Place = { category: Category; point: Point | null; ehak: string | null }

async function insertSplit(
  ctx: Context,
  report: Report,
  { words: text, address }: SplitInput,
  { category, point, ehak }: Place,
): Promise<string> {
  const receivedOn = localDate(report.confirmedAt!, timeZoneOf(ctx.db))
  const isPrivate = report.isPrivate || category.isPrivate
  const { id } = await ctx.db
    .insertInto('reports_reports')
    .values({
      category_code: category.code,
      category_name: JSON.stringify(category.name),
      words: text,
      latitude: point?.latitude ?? null,
      longitude: point?.longitude ?? null,
      placed_by: point !== null ? 'map' : address !== '' ? 'address' : 'settlement',
      address,
      settlement_ehak: ehak,
      state: 'confirmed',
      state_since: ctx.now,
      is_private: isPrivate,
      reporter_person: report.reporterPerson,
      reporter_name: report.reporterName,
      reporter_email: report.reporterEmail,
      shows_name: report.showsName && !isPrivate,
      channel: report.channel,
      entered_by: personOf(ctx.actor),
      language: report.language,
      created_at: report.createdAt,
      confirmed_at: report.confirmedAt,
      answer_due: addWorkingDays(receivedOn, category.answerDays).due,
      fix_due: addWorkingDays(receivedOn, category.fixDays).due,
      first_answer_at: report.firstAnswerAt,
      assigned_post: category.postId,
      split_from: report.id,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function insertFact(ctx: Context, reportId: string, what: UpdateFact, about: number | null): Promise<void> {
  const author = { author: 'official', author_person: personOf(ctx.actor), author_post: ctx.actor.postIds[0] ?? null }
  await ctx.db
    .insertInto('reports_updates')
    .values({ report_id: reportId, at: ctx.now, ...author, words: '', what, about_number: about })
    .execute()
}
