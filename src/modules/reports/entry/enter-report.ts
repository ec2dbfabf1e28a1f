import * as z from 'zod'
import { authorize, inTransaction, NotFound, personOf, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import type { SiteKeys } from '#platform/keys.ts'
import { languages } from '#platform/language.ts'
import { readAddress } from '#platform/mail/mail-address.ts'
import { once } from '#platform/once.ts'
import { reading } from '#modules/files/index.ts'
import { forms } from '#modules/forms/index.ts'
import { listSettlements, settlementAt } from '#modules/places/index.ts'
import { mailSubject, recordAbout, reportSubject } from '../events.ts'
import { outlineToleranceMetres } from '../map-point.ts'
import { findCategory, type Category } from '../queries/categories.ts'
import { lockMail } from '../queries/mails.ts'
import { findReport } from '../queries/reports.ts'
import type { Answered } from '../questions.ts'
import { attachSent, readersOf } from '../readers.ts'
import { canEnterReports, cleanWords, entryChannels, readPoint, type Point } from '../rules.ts'
import { sayReceived } from '../say-received.ts'
import { receivedAt } from '../send-report.ts'
import { tellReporter } from '../tell-reporter.ts'
import { tellWorkers } from '../tell-workers.ts'
import { endMail } from './end-mail.ts'

const words = z.string().transform(cleanWords)

export const enterReportInput = z
  .object({
    idempotencyKey: z.uuid('invalid'),
    channel: z.enum(entryChannels, 'channelMissing'),
    category: z.string('categoryMissing').min(1, 'categoryMissing').max(60),
    words: words.pipe(z.string().min(1, 'wordsMissing').max(4000, 'wordsTooLong')),
    settlement: z.string().max(4).default(''),
    address: words.pipe(z.string().max(300, 'wordsTooLong')).default(''),
    point: z.string().trim().max(100, 'pointWrong').default(''),
    reporterName: words.pipe(z.string().max(100, 'wordsTooLong')).default(''),
    reporterEmail: z.string().trim().max(320, 'emailWrong').default(''),
    language: z.enum(languages, 'invalid').default('et'),
    mail: z.union([z.literal('').transform(() => null), z.uuid('invalid')], 'invalid').default(null),
  })
  .superRefine(({ settlement, address, point, reporterEmail }, check) => {
    const wrong = (path: string, message: string) => check.addIssue({ code: 'custom', path: [path], message })
    if (settlement === '' && address === '' && point === '') wrong('address', 'placeMissing')
    if (point !== '' && readPoint(point) === null) wrong('point', 'pointWrong')
    if (reporterEmail !== '' && readAddress(reporterEmail) === null) wrong('reporterEmail', 'emailWrong')
  })
export type EnterReportInput = z.output<typeof enterReportInput>
export type EnterReportOutcome =
  | { ok: true; number: number }
  | { ok: false; refusal: 'categoryClosed' | 'pointOutside' | 'mailGone' }

type Entering = { keys: SiteKeys; photos: readonly string[]; answered: Answered | null }

/**
 * An official writes down what somebody told by other ways. The report is that somebody's and never the official's:
 * whoever gave an address gets the letter with the report's own link.
 */
export async function enterReport(
  context: Context,
  input: EnterReportInput,
  { keys, photos, answered }: Entering,
): Promise<EnterReportOutcome> {
  return inTransaction(context, async (ctx) => {
    authorize(canEnterReports(ctx.actor))
    return once<EnterReportOutcome>(ctx, input.idempotencyKey, 'reports.enter', async () => {
      const category = await findCategory(ctx.db, input.category)
      if (category === undefined || !category.isOpen) return { ok: false, refusal: 'categoryClosed' }
      const settlements = await listSettlements(ctx.db)
      const point = readPoint(input.point)
      const chosen = settlements.find(({ ehak }) => ehak === input.settlement)
      const place = point === null ? chosen : settlementAt(settlements, point, outlineToleranceMetres)
      if (point !== null && place === undefined) return { ok: false, refusal: 'pointOutside' }
      const mail = input.mail === null ? null : await lockMail(ctx.db, input.mail)
      if (mail === undefined) throw new NotFound()
      if (mail !== null && mail.state !== 'waiting') return { ok: false, refusal: 'mailGone' }
      const id = await insertEntered(ctx, input, { category, point, ehak: place?.ehak ?? null, answered })
      const report = (await findReport(ctx.db, { id }))!
      await attachSent(ctx, report, { photos, answered })
      if (mail !== null) {
        const came = await mailPhotos(ctx, mail.id)
        const copying = { from: mailSubject(mail.id), to: reportSubject(id), readers: readersOf(report) }
        await reading.copyAttached(ctx, came, copying)
        await endMail(ctx, mail.id, { state: 'entered', reportId: id })
      }
      await record(ctx, 'reports.sent', reportSubject(id), { category: category.code, channel: input.channel })
      await recordAbout(ctx, report, 'reports.received', { number: report.number, category: category.code })
      await tellReporter(ctx, keys, report, sayReceived(report), { dedupe: `received:${id}` })
      await tellWorkers(ctx, report, 'assigned')
      return { ok: true, number: report.number }
    })
  })
}

async function mailPhotos({ db }: Context, mailId: string): Promise<string[]> {
  const files = await db.selectFrom('files_files').select('id').where('attached_to', '=', mailSubject(mailId)).execute()
  return files.map(({ id }) => id)
}

type Placed = { category: Category; point: Point | null; ehak: string | null; answered: Answered | null }

async function insertEntered(ctx: Context, input: EnterReportInput, placed: Placed): Promise<string> {
  const { category, point, ehak, answered } = placed
  const answersId =
    answered === null ? null : await forms.keepAnswers(ctx, answered.formId, answered.version, answered.answers)
  const { id } = await ctx.db
    .insertInto('reports_reports')
    .values({
      category_code: category.code,
      category_name: JSON.stringify(category.name),
      words: input.words,
      latitude: point?.latitude ?? null,
      longitude: point?.longitude ?? null,
      placed_by: point !== null ? 'map' : input.address !== '' ? 'address' : 'settlement',
      address: input.address,
      settlement_ehak: ehak,
      state: 'confirmed',
      state_since: ctx.now,
      is_private: category.isPrivate,
      reporter_name: input.reporterName === '' ? null : input.reporterName,
      reporter_email: readAddress(input.reporterEmail),
      // Who was not asked in writing is not named.
      shows_name: false,
      channel: input.channel,
      entered_by: personOf(ctx.actor),
      language: input.language,
      created_at: ctx.now,
      assigned_post: category.postId,
      answers_id: answersId,
      ...receivedAt(ctx, category),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
