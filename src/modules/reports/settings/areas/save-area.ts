import * as z from 'zod'
import { authorize, inTransaction, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { reviseText } from '#platform/language.ts'
import { readAddress } from '#platform/mail/mail-address.ts'
import { listCategories } from '../../queries/categories.ts'
import { cleanWords, coordinatesReports } from '../../rules.ts'
import { insertChange, lockSettings } from '../queries.ts'
import { changesBetween, type Settings } from '../rules.ts'
import { findArea, putArea, type Area } from './queries.ts'
import { countPositions, readShapes, type ShapesRefusal } from './shapes.ts'

declare module '#platform/events.ts' {
  interface Events {
    'reports.area-changed': { area: string; name: string; fields: readonly string[] }
  }
}

const line = z.string().transform(cleanWords)
const free = line.pipe(z.string().max(100, 'textTooLong')).default('')

export const areaInput = z
  .object({
    'name.et': line.pipe(z.string().min(1, 'textMissing').max(100, 'textTooLong')),
    'name.en': free,
    'name.ru': free,
    phone: line.pipe(z.string().max(50, 'textTooLong')).default(''),
    mail: z.string().trim().max(320, 'textTooLong').default(''),
    web: z.string().trim().max(500, 'textTooLong').default(''),
    shapes: z.string().trim().default(''),
    bufferMetres: z
      .string()
      .trim()
      .regex(/^\d{1,3}$/, 'numberWrong')
      .transform(Number)
      .pipe(z.number().max(500, 'numberWrong')),
    categories: z.string('categoriesMissing').min(1, 'categoriesMissing'),
    letsThrough: z.string().default(''),
    isOpen: z.string().default(''),
    why: line.pipe(z.string().min(3, 'whyMissing').max(300, 'textTooLong')),
  })
  .superRefine(({ phone, mail, web }, check) => {
    const wrong = (path: string, message: string) => check.addIssue({ code: 'custom', path: [path], message })
    if (phone === '' && mail === '' && web === '') wrong('phone', 'contactMissing')
    if (mail !== '' && readAddress(mail) === null) wrong('mail', 'mailWrong')
    if (web !== '' && !(URL.canParse(web) && /^https?:$/.test(new URL(web).protocol))) wrong('web', 'webWrong')
  })

export type SaveAreaOutcome =
  | { ok: true }
  | { ok: false; refusal: ShapesRefusal | 'shapesMissing' | 'nothingChanged' | 'categoriesMissing' }

const shown = (area: Area): Settings => ({
  'name.et': area.name.et,
  'name.en': area.name.en ?? null,
  'name.ru': area.name.ru ?? null,
  phone: area.phone || null,
  mail: area.mail || null,
  web: area.web || null,
  shapes: countPositions(area.shapes),
  bufferMetres: area.bufferMetres,
  categories: area.categories.join(', '),
  letsThrough: area.letsThrough,
  isOpen: area.isOpen,
})

/** An area where somebody else answers is added or changed; without a new shape the one that is kept stays. */
export async function saveArea(
  context: Context,
  id: string,
  input: z.output<typeof areaInput>,
): Promise<SaveAreaOutcome> {
  return inTransaction(context, async (ctx) => {
    authorize(coordinatesReports(ctx.actor))
    await lockSettings(ctx.db)
    const before = await findArea(ctx.db, id)
    if (input.shapes === '' && before === undefined) return { ok: false, refusal: 'shapesMissing' }
    const read = readShapes(
      input.shapes === '' ? JSON.stringify(asCollection(before!)) : input.shapes,
      input.bufferMetres,
    )
    if (!read.ok) return read
    const known = new Set((await listCategories(ctx.db)).map(({ code }) => code))
    const categories = [...new Set(input.categories.split(','))].filter((code) => known.has(code)).toSorted()
    if (categories.length === 0) return { ok: false, refusal: 'categoriesMissing' }
    const area: Area = {
      id,
      name: reviseText(before?.name, { et: input['name.et'], en: input['name.en'], ru: input['name.ru'] }),
      phone: input.phone,
      mail: input.mail,
      web: input.web,
      shapes: read.shapes,
      bufferMetres: input.bufferMetres,
      categories,
      letsThrough: input.letsThrough !== '',
      isOpen: input.isOpen !== '',
      changedAt: ctx.now,
    }
    const changes = changesBetween(before === undefined ? {} : shown(before), shown(area))
    const isDrawnAnew = before !== undefined && JSON.stringify(before.shapes) !== JSON.stringify(area.shapes)
    const points = countPositions(area.shapes)
    const all = isDrawnAnew ? { shapes: [countPositions(before.shapes), points] as const, ...changes } : changes
    if (Object.keys(all).length === 0) return { ok: false, refusal: 'nothingChanged' }
    await putArea(ctx.db, area)
    await insertChange(ctx, `area:${id}`, all, input.why)
    await record(ctx, 'reports.area-changed', `report-area:${id}`, {
      area: id,
      name: area.name.et,
      fields: Object.keys(all),
    })
    return { ok: true }
  })
}

const asCollection = ({ shapes }: Area) => ({ type: 'GeometryCollection', geometries: shapes })
