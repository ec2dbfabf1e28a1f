import * as z from 'zod'
import { personOf, type Context } from '#platform/context.ts'
import type { SiteKeys } from '#platform/keys.ts'
import { once } from '#platform/once.ts'
import { reading } from '#modules/files/index.ts'
import { followers } from '#modules/notifications/index.ts'
import { recordAbout, reportSubject } from './events.ts'
import { insertReport } from './insert-report.ts'
import { reportPaths } from './paths.ts'
import { findCategory, type Category } from './queries/categories.ts'
import type { Report } from './queries/reports.ts'
import { readersOf } from './readers.ts'
import { receivedAt } from './receive-report.ts'
import { cleanWords, isPublic, readPoint } from './rules.ts'
import { sayAsOfficial } from './say-as-official.ts'
import { settlementOf } from './settlement-of.ts'
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
      const ehak = await settlementOf(ctx, input.settlement, point)
      if (ehak === undefined) return { ok: false, refusal: 'pointOutside' }
      const told = { category, words: input.words, address: input.address, point, ehak }
      const made = await insertReport(ctx, told, inheritedFrom(ctx, report, category))
      const { id } = made
      const [from, to] = [reportSubject(report.id), reportSubject(id)]
      await reading.copyAttached(ctx, input.photos, { from, to, readers: readersOf(made) })
      await sayAsOfficial(ctx, report.id, { what: 'split-off', about: isPublic(made) ? made.number : null })
      await sayAsOfficial(ctx, id, { what: 'split-from', about: isPublic(report) ? number : null })
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

/** Sender, privacy and the day of receipt are those of the report from which it is split. */
function inheritedFrom(ctx: Context, report: Report, category: Category) {
  const isPrivate = report.isPrivate || category.isPrivate
  return {
    is_private: isPrivate,
    reporter_person: report.reporterPerson,
    reporter_name: report.reporterName,
    reporter_email: report.reporterEmail,
    shows_name: report.showsName && !isPrivate,
    channel: report.channel,
    entered_by: personOf(ctx.actor),
    language: report.language,
    created_at: report.createdAt,
    first_answer_at: report.firstAnswerAt,
    split_from: report.id,
    ...receivedAt(ctx, category, report.confirmedAt!),
  }
}
