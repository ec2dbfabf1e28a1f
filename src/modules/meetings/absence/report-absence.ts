import * as z from 'zod'
import { authorize, inTransaction, personOf, todayOf, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { preparesMeetings } from '../rules.ts'
import { listAbsent } from './list-absent.ts'
import { insertReport } from './queries.ts'

declare module '#platform/events.ts' {
  interface Events {
    'meetings.absence-reported': { body: string }
  }
}

export const reportAbsenceInput = z.object({
  body: z.uuid('invalid'),
  person: z.uuid('invalid'),
  month: z.string().regex(/^\d{4}-\d{2}$/, 'invalid'),
})

/** Keeps that the electoral committee was told of a member's three months of absence; twice is once. */
export async function reportAbsence(
  context: Context,
  { body, person, month }: z.output<typeof reportAbsenceInput>,
): Promise<{ ok: boolean }> {
  authorize(preparesMeetings(context.actor))
  return inTransaction(context, async (ctx) => {
    const watched = (await listAbsent(ctx)).find((one) => one.body.id === body)
    const absent = watched?.absent.find(({ personId }) => personId === person)
    if (watched === undefined || absent?.fulfilled?.at(-1) !== month) return { ok: false }
    const report = { bodyId: body, personId: person, month, reportedOn: todayOf(ctx), reportedBy: personOf(ctx.actor) }
    if (await insertReport(ctx.db, report, ctx.now))
      await record(ctx, 'meetings.absence-reported', `body:${body}`, { body: watched.body.slug })
    return { ok: true }
  })
}
