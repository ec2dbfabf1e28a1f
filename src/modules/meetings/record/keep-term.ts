import * as z from 'zod'
import { authorize, inTransaction, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { registry } from '#modules/people/index.ts'
import { preparesMeetings } from '../rules.ts'
import { overlapsTerm, putTerm } from './terms.ts'

declare module '#platform/events.ts' {
  interface Events {
    'meetings.term-kept': { body: string; bodyName: string; number: number; from: string; until: string }
  }
}

const day = z.iso.date('dayWrong')

export const termInput = z.object({
  body: z.uuid('bodyMissing'),
  number: z
    .string('numberWrong')
    .trim()
    .regex(/^[1-9]\d{0,2}$/, 'numberWrong')
    .transform(Number),
  from: day,
  until: z
    .literal('')
    .transform(() => null)
    .or(day)
    .default(null),
})

export type KeepTermOutcome = { ok: true } | { ok: false; refusal: 'untilBefore' | 'overlaps' | 'bodyUnknown' }

/** Keeps when a composition (koosseis) of a body sits; one of the same number gets these days. */
export async function keepTerm(context: Context, input: z.output<typeof termInput>): Promise<KeepTermOutcome> {
  authorize(preparesMeetings(context.actor))
  const { body, number, from, until } = input
  if (until !== null && until < from) return { ok: false, refusal: 'untilBefore' }
  return inTransaction(context, async (ctx): Promise<KeepTermOutcome> => {
    const known = (await registry.listBodyChoices(ctx.db)).find(({ id }) => id === body)
    if (known === undefined) return { ok: false, refusal: 'bodyUnknown' }
    await registry.lockBody(ctx.db, body)
    if (await overlapsTerm(ctx.db, body, { number, from, until })) return { ok: false, refusal: 'overlaps' }
    await putTerm(ctx.db, body, { number, from, until }, ctx.now)
    await record(ctx, 'meetings.term-kept', `body:${body}`, {
      body: known.slug,
      bodyName: known.name.et,
      number,
      from,
      until: until ?? '',
    })
    return { ok: true }
  })
}
