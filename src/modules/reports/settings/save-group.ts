import { authorize, inTransaction, NotFound, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { reviseText } from '#platform/language.ts'
import { once } from '#platform/once.ts'
import { listGroups } from '../queries/categories.ts'
import { coordinatesReports } from '../rules.ts'
import type { GroupInput } from './category-input.ts'
import { insertChange, lockSettings, putGroup, putInOrder } from './queries.ts'
import { changesBetween, withPlace } from './rules.ts'
import './events.ts'

export type SaveGroupOutcome = { ok: true } | { ok: false; refusal: 'codeTaken' | 'nothingChanged' }

/** A group of subjects is added, called otherwise or put elsewhere. */
export async function saveGroup(
  context: Context,
  code: string,
  how: 'new' | 'known',
  input: GroupInput,
): Promise<SaveGroupOutcome> {
  return inTransaction(context, async (ctx) => {
    authorize(coordinatesReports(ctx.actor))
    return once<SaveGroupOutcome>(ctx, input.idempotencyKey, `reports.save-group:${code}`, async () => {
      await lockSettings(ctx.db)
      const groups = await listGroups(ctx.db)
      const before = groups.find((group) => group.code === code)
      if (how === 'known' && before === undefined) throw new NotFound()
      if (how === 'new' && before !== undefined) return { ok: false, refusal: 'codeTaken' }
      const codes = groups.map((group) => group.code)
      const order = withPlace(codes, code, input.place)
      const name = reviseText(before?.name, { et: input['name.et'], en: input['name.en'], ru: input['name.ru'] })
      const shown = (text: typeof name, place: number) => ({
        'name.et': text.et,
        'name.en': text.en ?? null,
        'name.ru': text.ru ?? null,
        place,
      })
      const known = before === undefined ? {} : shown(before.name, codes.indexOf(code) + 1)
      const changes = changesBetween(known, shown(name, order.indexOf(code) + 1))
      if (Object.keys(changes).length === 0) return { ok: false, refusal: 'nothingChanged' }
      await putGroup(ctx.db, code, name, ctx.now)
      await putInOrder(ctx.db, 'reports_groups', order)
      await insertChange(ctx, `group:${code}`, changes, input.why)
      const facts = { group: code, name: name.et, fields: Object.keys(changes) }
      await record(ctx, 'reports.group-changed', `report-group:${code}`, facts)
      return { ok: true }
    })
  })
}
