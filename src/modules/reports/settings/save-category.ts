import { authorize, inTransaction, NotFound, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { reviseText, type LocalText } from '#platform/language.ts'
import { once } from '#platform/once.ts'
import { findCategory, listGroups, type Category } from '../queries/categories.ts'
import { coordinatesReports } from '../rules.ts'
import type { CategoryInput } from './category-input.ts'
import {
  findPostTitle,
  insertCategory,
  insertChange,
  listPlaces,
  lockSettings,
  putInOrder,
  updateCategory,
  type CategorySettings,
} from './queries.ts'
import { changesBetween, withPlace, writeDayOfYear, type Settings } from './rules.ts'
import './events.ts'

export type SaveCategoryOutcome =
  | { ok: true }
  | { ok: false; refusal: 'codeTaken' | 'noGroup' | 'noPost' | 'changedMeanwhile' | 'nothingChanged' }

const textsOf = (field: string, text: LocalText | null | undefined): Settings => ({
  [`${field}.et`]: text?.et || null,
  [`${field}.en`]: text?.en || null,
  [`${field}.ru`]: text?.ru || null,
})

/** Settings as the page of changes shows them; what stands behind a code by its name. */
async function shown(ctx: Context, one: CategorySettings, place: number): Promise<Settings> {
  const group = (await listGroups(ctx.db)).find(({ code }) => code === one.groupCode)
  const { answerDays, fixDays, reopenDays, isOpen, isPrivate, allowsAnonymous, duplicateMetres, duplicateDays } = one
  return {
    ...textsOf('name', one.name),
    ...textsOf('description', one.description),
    ...textsOf('keywords', one.keywords),
    ...textsOf('notice', one.notice),
    group: group?.name.et ?? one.groupCode,
    place,
    post: await findPostTitle(ctx.db, one.postId),
    answerDays,
    fixDays,
    reopenDays,
    isOpen,
    isPrivate,
    allowsAnonymous,
    seasonFrom: writeDayOfYear(one.seasonFrom) || null,
    seasonUntil: writeDayOfYear(one.seasonUntil) || null,
    duplicateMetres,
    duplicateDays,
    toldBy: one.toldBy,
    updatesMonths: one.updatesMonths,
    anonymiseMonths: one.anonymiseMonths,
    deleteMonths: one.deleteMonths,
  }
}

function settingsOf(input: CategoryInput, before: Category | undefined): CategorySettings {
  const text = (field: 'name' | 'description' | 'keywords' | 'notice') => ({
    et: input[`${field}.et`],
    en: input[`${field}.en`],
    ru: input[`${field}.ru`],
  })
  return {
    groupCode: input.group,
    name: reviseText(before?.name, text('name')),
    description: reviseText(before?.description, text('description')),
    keywords: reviseText(before?.keywords, text('keywords')),
    notice: input['notice.et'] === '' ? null : reviseText(before?.notice ?? undefined, text('notice')),
    isOpen: input.isOpen !== '',
    isPrivate: input.isPrivate !== '',
    allowsAnonymous: input.allowsAnonymous !== '',
    postId: input.post,
    answerDays: input.answerDays,
    fixDays: input.fixDays,
    reopenDays: input.reopenDays,
    seasonFrom: input.seasonFrom,
    seasonUntil: input.seasonUntil,
    duplicateMetres: input.duplicateMetres,
    duplicateDays: input.duplicateDays,
    toldBy: input.toldBy,
    updatesMonths: input.updatesMonths,
    anonymiseMonths: input.anonymiseMonths,
    deleteMonths: input.deleteMonths,
  }
}

/** A subject is added or changed; its code stays for ever, and what was reported before keeps its own name. */
export async function saveCategory(
  context: Context,
  code: string,
  how: 'new' | 'known',
  input: CategoryInput,
): Promise<SaveCategoryOutcome> {
  return inTransaction(context, async (ctx) => {
    authorize(coordinatesReports(ctx.actor))
    return once<SaveCategoryOutcome>(ctx, input.idempotencyKey, `reports.save-category:${code}`, async () => {
      await lockSettings(ctx.db)
      const before = await findCategory(ctx.db, code)
      if (how === 'known' && before === undefined) throw new NotFound()
      if (how === 'new' && before !== undefined) return { ok: false, refusal: 'codeTaken' }
      if (before !== undefined && before.changedAt.toISOString() !== input.changedAt) {
        return { ok: false, refusal: 'changedMeanwhile' }
      }
      if (!(await listGroups(ctx.db)).some((group) => group.code === input.group)) {
        return { ok: false, refusal: 'noGroup' }
      }
      if (input.post !== null && (await findPostTitle(ctx.db, input.post)) === null) {
        return { ok: false, refusal: 'noPost' }
      }
      const order = withPlace(await listPlaces(ctx.db, input.group), code, input.place)
      const known = before === undefined ? {} : await shown(ctx, before, await placeOf(ctx, before))
      const settings = settingsOf(input, before)
      const changes = changesBetween(known, await shown(ctx, settings, order.indexOf(code) + 1))
      if (Object.keys(changes).length === 0) return { ok: false, refusal: 'nothingChanged' }
      if (before === undefined) await insertCategory(ctx.db, code, settings, ctx.now)
      else await updateCategory(ctx.db, code, settings, ctx.now)
      await putInOrder(ctx.db, 'reports_categories', order)
      await insertChange(ctx, `category:${code}`, changes, input.why)
      const facts = { category: code, name: settings.name.et, fields: Object.keys(changes) }
      await record(ctx, 'reports.category-changed', `report-category:${code}`, facts)
      return { ok: true }
    })
  })
}

async function placeOf(ctx: Context, { code, groupCode }: Category): Promise<number> {
  return (await listPlaces(ctx.db, groupCode)).indexOf(code) + 1
}
