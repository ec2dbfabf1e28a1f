import * as z from 'zod'
import { inTransaction, timeZoneOf, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { localDate, type LocalDate } from '#platform/format.ts'
import type { SiteKeys } from '#platform/keys.ts'
import { readText, type Language } from '#platform/language.ts'
import { readAddress } from '#platform/mail/mail-address.ts'
import { once } from '#platform/once.ts'
import { writeLetter } from '#modules/notifications/index.ts'
import { reportSubject } from './events.ts'
import { insertReport } from './insert-report.ts'
import { letterMessages } from './messages/letters.ts'
import { reportPaths } from './paths.ts'
import type { Category } from './queries/categories.ts'
import type { Answered } from './questions.ts'
import { attachSent } from './readers.ts'
import { placedBy, readAccuracy, readSentAt } from './offline/said-by-device.ts'
import { receivedAt, tellReceived } from './receive-report.ts'
import { cleanWords, daysToConfirm, readPoint } from './rules.ts'
import { ownerAt, sayOwner } from './settings/areas/owner-at.ts'
import { findOffered } from './settings/offered.ts'
import { settlementOf } from './settlement-of.ts'
import { makeReportToken } from './tokens.ts'

const words = z.string().transform(cleanWords)

export const sendReportInput = z
  .object({
    idempotencyKey: z.uuid('invalid'),
    category: z.string('categoryMissing').min(1, 'categoryMissing').max(60),
    words: words.pipe(z.string().min(1, 'wordsMissing').max(4000, 'wordsTooLong')),
    settlement: z.string().max(4, 'placeMissing').default(''),
    address: words.pipe(z.string().max(300, 'addressTooLong')).default(''),
    point: z.string().trim().max(100, 'pointWrong').default(''),
    email: z.string().trim().max(320, 'emailWrong').default(''),
    name: words.pipe(z.string().max(100, 'nameTooLong')).default(''),
    showName: z.string().default(''),
    // Filled in by the form's script alone; nothing that is wrong with these stops a report.
    placedBy: z.enum(['map', 'gps', 'photo', 'address']).optional().catch(undefined),
    accuracy: z.string().default(''),
    sentAt: z.string().default(''),
    /** Knows that somebody else answers at the place, and reports to the municipality nevertheless. */
    insists: z.string().default(''),
  })
  .superRefine(({ settlement, address, point, email }, check) => {
    const wrong = (path: string, message: string) => check.addIssue({ code: 'custom', path: [path], message })
    if (settlement === '' && address === '' && point === '') wrong('address', 'placeMissing')
    if (point !== '' && readPoint(point) === null) wrong('point', 'pointWrong')
    if (email !== '' && readAddress(email) === null) wrong('email', 'emailWrong')
  })
export type SendReportInput = z.output<typeof sendReportInput>

export type SendReportOutcome =
  | { ok: true; id: string; number: number }
  | { ok: false; refusal: 'categoryClosed' | 'pointOutside' | 'placeMissing' | 'emailMissing' }
  | { ok: false; refusal: 'notOurs'; sentence: string; mayInsist: boolean }

export type Sending = {
  keys: SiteKeys
  language: Language
  photos: readonly string[]
  /** By which door it came; a partner's program vouches for the address that it hands on. */
  channel?: 'web' | 'app' | 'api'
  /** To the category's own questions; null where it asks none. */
  answered?: Answered | null
}

/** Somebody tells of a fault. With only an address given, the report waits until the address is confirmed. */
export async function sendReport(
  context: Context,
  { keys, language, photos, channel = 'web', answered = null }: Sending,
  input: SendReportInput,
): Promise<SendReportOutcome> {
  return inTransaction(context, (ctx) =>
    once<SendReportOutcome>(ctx, input.idempotencyKey, 'reports.send', async () => {
      const category = await findOffered(ctx, input.category)
      if (category === undefined || !category.isOpen) return { ok: false, refusal: 'categoryClosed' }
      const point = readPoint(input.point)
      const ehak = await settlementOf(ctx, input.settlement, point)
      if (ehak === undefined) return { ok: false, refusal: 'pointOutside' }
      if (ehak === null && input.address === '') return { ok: false, refusal: 'placeMissing' }
      const owner = await ownerAt(ctx.db, point, category.code)
      if (owner !== undefined && !(owner.letsThrough && input.insists !== '')) {
        return { ok: false, refusal: 'notOurs', sentence: sayOwner(owner, language), mayInsist: owner.letsThrough }
      }
      const person = ctx.actor.personId
      const email = person === null ? readAddress(input.email) : null
      if (person === null && email === null && !category.allowsAnonymous) return { ok: false, refusal: 'emailMissing' }
      const waits = email !== null && channel !== 'api'
      const told = { category, words: input.words, address: input.address, point, ehak, answered }
      const report = await insertReport(ctx, told, {
        placed_by: placedBy(point, input, channel),
        accuracy_metres: readAccuracy(point, input),
        reporter_person: person,
        reporter_name: input.name === '' ? null : input.name,
        reporter_email: email,
        shows_name: input.showName !== '' && input.name !== '' && !category.isPrivate,
        channel,
        language,
        sent_at: readSentAt(input.sentAt),
        ...(waits ? { state: 'unconfirmed' } : receivedAt(ctx, category, ctx.now)),
      })
      const { id, number } = report
      const keepUntil = waits ? dayAfter(ctx, daysToConfirm + 1) : null
      await attachSent(ctx, report, { photos, answered, keepUntil })
      await record(ctx, 'reports.sent', reportSubject(id), { category: category.code, channel })
      if (waits) await askToConfirm(ctx, keys, { id, number, email, language, category })
      else await tellReceived(ctx, keys, report)
      return { ok: true, id, number }
    }),
  )
}

function dayAfter({ db, now }: Context, days: number): LocalDate {
  return localDate(new Date(now.getTime() + days * 86_400_000), timeZoneOf(db))
}

type Asking = { id: string; number: number; email: string; language: Language; category: Category }

async function askToConfirm(ctx: Context, keys: SiteKeys, asking: Asking): Promise<void> {
  const { id, number, email, language, category } = asking
  const t = letterMessages[language]
  await writeLetter(ctx, {
    kind: 'reports.confirm',
    to: email,
    purpose: 'confirm',
    dedupe: id,
    letter: {
      language,
      subject: t.confirmSubject(number),
      blocks: [
        { paragraph: t.confirmLead(readText(category.name, language).text) },
        { button: t.confirmButton, path: reportPaths.confirm(makeReportToken(keys, 'report confirmation', id)) },
        { paragraph: t.confirmIgnore },
      ],
    },
  })
}
