import * as z from 'zod'
import { anonymous, inRefusableTransaction, Refused, type Context } from '#platform/context.ts'
import type { SiteKeys } from '#platform/keys.ts'
import { findReport } from '../queries/reports.ts'
import { canBeReopened, cleanWords, isOpen, type ReportState } from '../rules.ts'
import { tellMore, tellMoreInput } from '../tell-more.ts'
import { hasBrought, noteTold } from './queries.ts'

export const takeUpdateInput = z.object({
  service_request_id: z.string().regex(/^\d{1,9}$/, 'requestUnknown'),
  update_id: z.string().min(1, 'updateIdMissing').max(200, 'updateIdMissing'),
  updated_datetime: z.string().default(''),
  status: z
    .string()
    .toLowerCase()
    .pipe(z.enum(['', 'open', 'closed'], 'statusWrong'))
    .default(''),
  description: z.string().transform(cleanWords).pipe(z.string().max(4000, 'descriptionTooLong')).default(''),
})
export type TakeUpdateOutcome =
  | { ok: true }
  | { ok: false; refusal: 'requestUnknown' | 'toldBefore' | 'nothingTold' | 'updatedWrong' }

/** What a partner tells later of a report that came by its key: the sender's own words, by another door. */
export async function takeUpdate(
  context: Context,
  keys: SiteKeys,
  keyId: string,
  input: z.output<typeof takeUpdateInput>,
): Promise<TakeUpdateOutcome> {
  if (input.updated_datetime !== '' && Number.isNaN(Date.parse(input.updated_datetime))) {
    return { ok: false, refusal: 'updatedWrong' }
  }
  return inRefusableTransaction<TakeUpdateOutcome>({ ...context, actor: anonymous }, async (ctx) => {
    const report = await findReport(ctx.db, { number: Number(input.service_request_id) })
    // Of others' reports a partner learns nothing, not even that they are there.
    if (report === undefined || !(await hasBrought(ctx.db, report.id, keyId))) {
      return { ok: false, refusal: 'requestUnknown' }
    }
    const told = { keyId, theirId: input.update_id, reportId: report.id, at: ctx.now }
    if (!(await noteTold(ctx.db, told))) return { ok: false, refusal: 'toldBefore' }
    const more = tellMoreInput.parse({
      idempotencyKey: crypto.randomUUID(),
      words: input.description,
      change: changeOf(report.state, input.status),
    })
    const outcome = await tellMore(ctx, keys, { id: report.id, holdsLink: true }, more)
    if (!outcome.ok) throw new Refused<TakeUpdateOutcome>({ ok: false, refusal: 'nothingTold' })
    return outcome
  })
}

/** Closed by the sender means that the fault is gone; open again, that it is still there. */
function changeOf(state: ReportState, status: '' | 'open' | 'closed'): '' | 'fixed' | 'still-broken' {
  if (status === 'closed' && isOpen(state)) return 'fixed'
  return status === 'open' && canBeReopened(state) ? 'still-broken' : ''
}
