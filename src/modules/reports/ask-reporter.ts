import * as z from 'zod'
import { personOf, todayOf, type Context } from '#platform/context.ts'
import type { SiteKeys } from '#platform/keys.ts'
import { once } from '#platform/once.ts'
import { recordAbout } from './events.ts'
import { findOpenQuestion } from './queries/questions.ts'
import { findReport } from './queries/reports.ts'
import { canBeAsked, cleanWords } from './rules.ts'
import { sayAsOfficial } from './say-as-official.ts'
import { tellReporter } from './tell-reporter.ts'
import { workOn } from './work-on.ts'

export const askReporterInput = z.object({
  idempotencyKey: z.uuid('invalid'),
  question: z.string().transform(cleanWords).pipe(z.string().min(1, 'questionMissing').max(4000, 'wordsTooLong')),
  audience: z.enum(['everyone', 'reporter'], 'audienceMissing'),
})
export type AskReporterOutcome = { ok: true } | { ok: false; refusal: 'cannotAsk' | 'askedAlready' }

/** Something must be known before the work goes on. The terms wait with the report; asking is a first answer too. */
export async function askReporter(
  context: Context,
  keys: SiteKeys,
  number: number,
  { idempotencyKey, question, audience }: z.output<typeof askReporterInput>,
): Promise<AskReporterOutcome> {
  return workOn(context, number, (ctx, report) =>
    once<AskReporterOutcome>(ctx, idempotencyKey, 'reports.ask', async () => {
      if (!canBeAsked(report)) return { ok: false, refusal: 'cannotAsk' }
      if ((await findOpenQuestion(ctx.db, report.id)) !== undefined) return { ok: false, refusal: 'askedAlready' }
      const isPublic = audience === 'everyone'
      const { id } = await ctx.db
        .insertInto('reports_questions')
        .values({
          report_id: report.id,
          asked_at: ctx.now,
          asked_by: personOf(ctx.actor),
          asked_post: ctx.actor.postIds[0] ?? null,
          words: question,
          is_public: isPublic,
          waits_from: todayOf(ctx),
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      await sayAsOfficial(ctx, report.id, {
        words: isPublic ? question : '',
        what: isPublic ? 'asked' : 'asked-privately',
      })
      await ctx.db
        .updateTable('reports_reports')
        .set({ waits_since: todayOf(ctx), first_answer_at: report.firstAnswerAt ?? ctx.now })
        .where('id', '=', report.id)
        .execute()
      const after = (await findReport(ctx.db, { id: report.id }))!
      await recordAbout(ctx, after, 'reports.paused', { number })
      await tellReporter(
        ctx,
        keys,
        after,
        (t, _language, category) => ({ title: t.askedSubject(number), sentence: t.asked(category) }),
        { dedupe: `asked:${id}`, words: question },
      )
      return { ok: true }
    }),
  )
}
