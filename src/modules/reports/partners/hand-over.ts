import * as z from 'zod'
import { personOf, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { once } from '#platform/once.ts'
import { reportSubject } from '../events.ts'
import { isOpen, isPublic } from '../rules.ts'
import { sayAsOfficial } from '../say-as-official.ts'
import { workOn } from '../work-on.ts'
import { partnerMessages } from './messages.ts'
import { findPartner, putHandover } from './queries.ts'

declare module '#platform/events.ts' {
  interface Events {
    'reports.handed-over': { number: number; partner: string }
  }
}

export const handOverInput = z.object({ idempotencyKey: z.uuid('invalid'), partner: z.uuid('partnerMissing') })
export type HandOverOutcome =
  | { ok: true }
  | { ok: false; refusal: 'noSuchPartner' | 'handedAlready' | 'wrongState' | 'privateReport' | 'noService' }

/** The fault is another owner's: the report goes to their system, and what comes of it there is followed. */
export async function handOver(
  context: Context,
  number: number,
  input: z.output<typeof handOverInput>,
): Promise<HandOverOutcome> {
  return workOn(context, number, (ctx, report) =>
    once<HandOverOutcome>(ctx, input.idempotencyKey, 'reports.hand-over', async () => {
      // Whoever wrote about a person wrote to the municipality, not to others.
      if (!isPublic(report)) return { ok: false, refusal: 'privateReport' }
      if (!isOpen(report.state)) return { ok: false, refusal: 'wrongState' }
      const partner = await findPartner(ctx.db, input.partner)
      if (partner === undefined || !partner.isOpen || partner.endpoint === null) {
        return { ok: false, refusal: 'noSuchPartner' }
      }
      const serviceCode = partner.services[report.categoryCode] ?? partner.usualService
      if (serviceCode === '') return { ok: false, refusal: 'noService' }
      const handing = { reportId: report.id, partnerId: partner.id, serviceCode, at: ctx.now, by: personOf(ctx.actor) }
      if (!(await putHandover(ctx.db, handing))) return { ok: false, refusal: 'handedAlready' }
      await sayAsOfficial(ctx, report.id, { words: partnerMessages[report.language].handedTo(partner.name) })
      await ctx.db
        .updateTable('reports_reports')
        .set({ first_answer_at: report.firstAnswerAt ?? ctx.now })
        .where('id', '=', report.id)
        .execute()
      await record(ctx, 'reports.handed-over', reportSubject(report.id), { number, partner: partner.name })
      return { ok: true }
    }),
  )
}
