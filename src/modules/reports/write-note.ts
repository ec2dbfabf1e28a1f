import * as z from 'zod'
import { personOf, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { once } from '#platform/once.ts'
import { reportSubject } from './events.ts'
import { cleanWords } from './rules.ts'
import { workOn } from './work-on.ts'

export const writeNoteInput = z.object({
  idempotencyKey: z.uuid('invalid'),
  note: z.string().transform(cleanWords).pipe(z.string().min(1, 'wordsMissing').max(4000, 'wordsTooLong')),
})

/** What officials tell each other about a report; nobody else reads it. */
export async function writeNote(
  context: Context,
  number: number,
  { idempotencyKey, note }: z.output<typeof writeNoteInput>,
): Promise<{ ok: true }> {
  return workOn(context, number, (ctx, report) =>
    once<{ ok: true }>(ctx, idempotencyKey, 'reports.write-note', async () => {
      await ctx.db
        .insertInto('reports_notes')
        .values({ report_id: report.id, at: ctx.now, author_person: personOf(ctx.actor), words: note })
        .execute()
      await record(ctx, 'reports.note-written', reportSubject(report.id), {})
      return { ok: true }
    }),
  )
}
