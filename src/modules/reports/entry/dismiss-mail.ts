import * as z from 'zod'
import { authorize, inTransaction, NotFound, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { mailSubject } from '../events.ts'
import { lockMail } from '../queries/mails.ts'
import { canEnterReports, cleanWords } from '../rules.ts'
import { endMail } from './end-mail.ts'

export const dismissMailInput = z.object({
  why: z.string().transform(cleanWords).pipe(z.string().min(3, 'whyMissing').max(300, 'wordsTooLong')),
})
export type DismissMailOutcome = { ok: true } | { ok: false; refusal: 'mailGone' }

/** A letter that is no report is put aside, with the reason; its words are not kept. */
export async function dismissMail(
  context: Context,
  id: string,
  { why }: z.output<typeof dismissMailInput>,
): Promise<DismissMailOutcome> {
  return inTransaction(context, async (ctx) => {
    authorize(canEnterReports(ctx.actor))
    const mail = await lockMail(ctx.db, id)
    if (mail === undefined) throw new NotFound()
    if (mail.state !== 'waiting') return { ok: false, refusal: 'mailGone' }
    await endMail(ctx, id, { state: 'dismissed', why })
    await record(ctx, 'reports.mail-dismissed', mailSubject(id), {})
    return { ok: true }
  })
}
