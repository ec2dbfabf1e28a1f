import * as z from 'zod'
import { inTransaction, NotFound, type Context } from '#platform/context.ts'
import type { SiteKeys } from '#platform/keys.ts'
import { readText, type Language } from '#platform/language.ts'
import { addressKey, readAddress } from '#platform/mail/mail-address.ts'
import { isWithinLimit } from '#platform/web/rate-limit.ts'
import { writeLetter } from '#modules/notifications/index.ts'
import { recordAbout } from '../events.ts'
import { letterMessages } from '../messages/letters.ts'
import { reportPaths } from '../paths.ts'
import { findCategory } from '../queries/categories.ts'
import { findReport, lockReport, type Report } from '../queries/reports.ts'
import { findDoubt } from '../queries/still-broken.ts'
import { reopen, sayState } from '../reopen.ts'
import { canBeDoubted, doubtsToReopen, isPublic } from '../rules.ts'
import { tellDoubles } from '../tell-doubles.ts'
import { tellReporter } from '../tell-reporter.ts'
import { tellWorkers } from '../tell-workers.ts'
import { makeReportToken } from '../tokens.ts'
import { countNeighbours } from './count-neighbours.ts'

export const doubtInput = z.object({
  email: z
    .string()
    .trim()
    .max(320, 'emailWrong')
    .default('')
    .refine((given) => given === '' || readAddress(given) !== null, 'emailWrong'),
})
export type DoubtOutcome =
  | { ok: true; now: 'counted' | 'reopened' | 'asked' }
  | { ok: false; refusal: 'cannotDoubt' | 'emailMissing' | 'tooManyLetters' }
type Asking = { keys: SiteKeys; language: Language; caller: string }

const day = 86_400

/** A neighbour says that it is not mended. Without an account the address's reader is asked first. */
export async function doubtFix(
  context: Context,
  number: number,
  { email }: z.output<typeof doubtInput>,
  { keys, language, caller }: Asking,
): Promise<DoubtOutcome> {
  const person = context.actor.personId
  const address = person === null ? readAddress(email) : null
  if (person === null && address === null) return { ok: false, refusal: 'emailMissing' }
  if (address !== null) {
    const may = (kind: string, who: string, perWindow: number) =>
      isWithinLimit(context.db, keys, { kind, caller: who, perWindow, windowSeconds: day }, context.now)
    const isFew = (await may('reports', caller, 30)) && (await may('report letters to address', addressKey(address), 5))
    if (!isFew) return { ok: false, refusal: 'tooManyLetters' }
  }
  return inTransaction(context, async (ctx) => {
    const report = await lockReport(ctx.db, { number })
    if (report === undefined || !isPublic(report)) throw new NotFound()
    if (!(await isOpenToDoubt(ctx, report)) || (person !== null && person === report.reporterPerson)) {
      return { ok: false, refusal: 'cannotDoubt' }
    }
    const doubt = await ctx.db
      .insertInto('reports_doubts')
      .values({
        report_id: report.id,
        closed_at: report.closedAt!,
        person_id: person,
        address_index: address === null ? null : keys.index(addressKey(address)),
        at: ctx.now,
        confirmed_at: person === null ? null : ctx.now,
      })
      .onConflict((conflict) => conflict.constraint('reports_doubts_once').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (address === null) {
      return { ok: true, now: doubt === undefined ? 'counted' : await count(ctx, keys, report) }
    }
    // The same answer for an address that was given before, so that nobody learns of others.
    if (doubt !== undefined) await askAddress(ctx, keys, { report, doubtId: doubt.id, address, language })
    return { ok: true, now: 'asked' }
  })
}

export type ConfirmDoubtOutcome = { ok: true; number: number } | { ok: false; refusal: 'cannotDoubt' }

/** The address's reader pressed the button: now it counts. Safe to repeat. */
export async function confirmDoubt(context: Context, keys: SiteKeys, id: string): Promise<ConfirmDoubtOutcome> {
  return inTransaction(context, async (ctx) => {
    const doubt = await findDoubt(ctx.db, id)
    const report = doubt && (await lockReport(ctx.db, { id: doubt.reportId }))
    if (doubt === undefined || report === undefined || !isPublic(report)) throw new NotFound()
    const { number } = report
    if (doubt.confirmedAt !== null) return { ok: true, number }
    const isThisEnd = report.closedAt?.getTime() === doubt.closedAt.getTime()
    if (!isThisEnd || !(await isOpenToDoubt(ctx, report))) return { ok: false, refusal: 'cannotDoubt' }
    const confirmed = await ctx.db
      .updateTable('reports_doubts')
      .set({ confirmed_at: ctx.now })
      .where('id', '=', id)
      .where('confirmed_at', 'is', null)
      .executeTakeFirst()
    if (Number(confirmed.numUpdatedRows) > 0) await count(ctx, keys, report)
    return { ok: true, number }
  })
}

export async function isOpenToDoubt(ctx: Context, report: Report): Promise<boolean> {
  const category = await findCategory(ctx.db, report.categoryCode)
  return canBeDoubted(report, category?.reopenDays ?? 0, ctx.now)
}

/** Enough of them open the report again, with a line that everybody sees. */
async function count(ctx: Context, keys: SiteKeys, report: Report): Promise<'counted' | 'reopened'> {
  const many = await countNeighbours(ctx.db, keys, report)
  await recordAbout(ctx, report, 'reports.fix-doubted', { number: report.number, count: many })
  if (many < doubtsToReopen) return 'counted'
  const row = { report_id: report.id, at: ctx.now, author: 'system', words: '', new_state: 'confirmed' }
  const { id } = await ctx.db
    .insertInto('reports_updates')
    .values({ ...row, what: 'reopened-by-neighbours', about_number: many })
    .returning('id')
    .executeTakeFirstOrThrow()
  await reopen(ctx, report)
  const after = (await findReport(ctx.db, { id: report.id }))!
  await recordAbout(ctx, after, 'reports.reopened-by-neighbours', { number: report.number, count: many })
  const telling = sayState(report.number, 'confirmed')
  await tellReporter(ctx, keys, after, telling, { dedupe: `doubted:${id}` })
  await tellDoubles(ctx, keys, after, telling, { dedupe: `doubted:${id}` })
  await tellWorkers(ctx, after, 'reopened')
  return 'reopened'
}

type Letter = { report: Report; doubtId: string; address: string; language: Language }

async function askAddress(ctx: Context, keys: SiteKeys, { report, doubtId, address, language }: Letter): Promise<void> {
  const t = letterMessages[language]
  const path = reportPaths.confirmDoubt(makeReportToken(keys, 'report doubt', doubtId))
  await writeLetter(ctx, {
    kind: 'reports.doubt',
    to: address,
    purpose: 'confirm',
    dedupe: doubtId,
    letter: {
      language,
      subject: t.doubtSubject(report.number),
      blocks: [
        { paragraph: t.doubtLead(readText(report.categoryName, language).text, report.number) },
        { button: t.doubtButton, path },
        { paragraph: t.doubtIgnore },
      ],
    },
  })
}
