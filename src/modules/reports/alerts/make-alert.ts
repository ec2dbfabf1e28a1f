import { randomBytes } from 'node:crypto'
import * as z from 'zod'
import { listSettlements } from '#modules/places/index.ts'
import { inTransaction, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { listGroups } from '../queries/categories.ts'
import { readPoint } from '../rules.ts'
import { enterAlert } from './queries.ts'
import { middleOf, radii, roundPoint, type AlertFilter } from './rules.ts'

declare module '#platform/events.ts' {
  interface Events {
    'reports.alert-made': Record<string, never>
  }
}

export const alertInput = z
  .object({
    settlement: z.string().max(4).default(''),
    group: z.string().max(60).default(''),
    metres: z.enum(['', ...radii.map(String)], 'invalid').default(''),
    point: z.string().trim().max(100, 'pointWrong').default(''),
  })
  .superRefine(({ settlement, group, metres, point }, check) => {
    const wrong = (path: string, message: string) => check.addIssue({ code: 'custom', path: [path], message })
    if (point !== '' && readPoint(point) === null) wrong('point', 'pointWrong')
    if (metres === '' && settlement === '' && group === '') wrong('settlement', 'nothingChosen')
    if (metres !== '' && settlement === '' && point === '') wrong('point', 'pointMissing')
  })

export type MakeAlertOutcome = { ok: true; code: string } | { ok: false; refusal: 'invalid' }

/** What somebody wants to hear of gets an address that can be followed; the same wish has the same one. */
export async function makeAlert(context: Context, input: z.output<typeof alertInput>): Promise<MakeAlertOutcome> {
  return inTransaction(context, async (ctx) => {
    const settlement = (await listSettlements(ctx.db)).find(({ ehak }) => ehak === input.settlement)
    const group = (await listGroups(ctx.db)).find(({ code }) => code === input.group)
    if (settlement === undefined && input.settlement !== '') return { ok: false, refusal: 'invalid' }
    if (group === undefined && input.group !== '') return { ok: false, refusal: 'invalid' }
    const middle = readPoint(input.point) ?? (settlement === undefined ? null : middleOf(settlement.outline))
    const filter: AlertFilter =
      input.metres === '' || middle === null
        ? { settlement: settlement?.ehak ?? null, group: group?.code ?? null, circle: null }
        : {
            settlement: null,
            group: group?.code ?? null,
            circle: { ...roundPoint(middle), metres: Number(input.metres) },
          }
    const wished = randomBytes(9).toString('hex')
    const code = await enterAlert(ctx.db, wished, filter, ctx.now)
    if (code === wished) await record(ctx, 'reports.alert-made', `report-alert:${code}`, {})
    return { ok: true, code }
  })
}
