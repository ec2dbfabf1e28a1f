import * as z from 'zod'
import { authorize, inTransaction, NotFound, personOf, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import type { SiteKeys } from '#platform/keys.ts'
import { languages } from '#platform/language.ts'
import { readAddress } from '#platform/mail/mail-address.ts'
import { once } from '#platform/once.ts'
import { reading } from '#modules/files/index.ts'
import { mailSubject, reportSubject } from '../events.ts'
import { insertReport } from '../insert-report.ts'
import { findCategory } from '../queries/categories.ts'
import { lockMail } from '../queries/mails.ts'
import type { Answered } from '../questions.ts'
import { attachSent, readersOf } from '../readers.ts'
import { receivedAt, tellReceived } from '../receive-report.ts'
import { canEnterReports, cleanWords, entryChannels, readPoint } from '../rules.ts'
import { settlementOf } from '../settlement-of.ts'
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
      const point = readPoint(input.point)
      const ehak = await settlementOf(ctx, input.settlement, point)
      if (ehak === undefined) return { ok: false, refusal: 'pointOutside' }
      const mail = input.mail === null ? null : await lockMail(ctx.db, input.mail)
      if (mail === undefined) throw new NotFound()
      if (mail !== null && mail.state !== 'waiting') return { ok: false, refusal: 'mailGone' }
      const told = { category, words: input.words, address: input.address, point, ehak, answered }
      const report = await insertReport(ctx, told, {
        reporter_name: input.reporterName === '' ? null : input.reporterName,
        reporter_email: readAddress(input.reporterEmail),
        // Who was not asked in writing is not named.
        shows_name: false,
        channel: input.channel,
        entered_by: personOf(ctx.actor),
        language: input.language,
        ...receivedAt(ctx, category, ctx.now),
      })
      const { id, number } = report
      await attachSent(ctx, report, { photos, answered })
      if (mail !== null) {
        const came = await mailPhotos(ctx, mail.id)
        const copying = { from: mailSubject(mail.id), to: reportSubject(id), readers: readersOf(report) }
        await reading.copyAttached(ctx, came, copying)
        await endMail(ctx, mail.id, { state: 'entered', reportId: id })
      }
      await record(ctx, 'reports.sent', reportSubject(id), { category: category.code, channel: input.channel })
      await tellReceived(ctx, keys, report)
      await tellWorkers(ctx, report, 'assigned')
      return { ok: true, number }
    })
  })
}

async function mailPhotos({ db }: Context, mailId: string): Promise<string[]> {
  const files = await db.selectFrom('files_files').select('id').where('attached_to', '=', mailSubject(mailId)).execute()
  return files.map(({ id }) => id)
}
