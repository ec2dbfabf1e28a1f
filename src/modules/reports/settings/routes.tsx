import { Hono } from 'hono'
import { authorize, NotFound, type Context } from '#platform/context.ts'
import { readForm, type FormState } from '#platform/forms.ts'
import { readText } from '#platform/language.ts'
import { page, seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { forms } from '#modules/forms/index.ts'
import { findCategory, listGroups, type Category } from '../queries/categories.ts'
import { listAssignablePosts } from '../queries/inbox.ts'
import { coordinatesReports } from '../rules.ts'
import { CategoriesPage } from './categories-page.tsx'
import { categoryInput, groupInput, newCategoryInput, newGroupInput } from './category-input.ts'
import { CategoryPage } from './category-page.tsx'
import { GroupPage } from './group-page.tsx'
import { HistoryPage } from './history-page.tsx'
import { settingFields } from './messages.ts'
import { listOffered } from './offered.ts'
import { settingsMessages } from './page-messages.ts'
import { settingsPaths } from './paths.ts'
import { listChanges, listPlaces } from './queries.ts'
import { writeDayOfYear } from './rules.ts'
import { saveCategory } from './save-category.ts'
import { saveGroup } from './save-group.ts'

export const settingsRoutes = new Hono<AppEnv>()

const code = ':code{[a-z0-9][a-z0-9-]{0,59}}'
const codeIn = (c: WebContext) => c.req.param('code') ?? ''

settingsRoutes.get(settingsPaths.list, async (c) => {
  const { ctx } = c.var
  authorize(coordinatesReports(ctx.actor))
  const parts = {
    groups: await listGroups(ctx.db),
    categories: await listOffered(ctx),
    posts: await listAssignablePosts(ctx.db),
  }
  return page(c, (frame) => <CategoriesPage {...{ frame, ...parts }} />)
})

type Attempt = { form: FormState; refusal?: string }

async function known(ctx: Context, of: string): Promise<Category> {
  const category = await findCategory(ctx.db, of)
  if (category === undefined) throw new NotFound()
  return category
}

async function showCategory(c: WebContext, of: string | null, attempt?: Attempt): Promise<Response> {
  const { ctx, language } = c.var
  authorize(coordinatesReports(ctx.actor))
  const category = of === null ? null : await known(ctx, of)
  const values = category === null ? usual : await valuesOf(ctx, category)
  const parts = {
    known: category === null ? null : { code: category.code, title: readText(category.name, language).text },
    groups: await listGroups(ctx.db),
    posts: await listAssignablePosts(ctx.db),
    // What was read last counts from now on: whoever saves again has seen that somebody else was there.
    form: attempt === undefined ? { values, errors: {} } : withTime(attempt.form, values.changedAt ?? ''),
    refusal: attempt?.refusal,
    idempotencyKey: crypto.randomUUID(),
    questionsPath: forms.paths.desk,
  }
  return page(c, (frame) => <CategoryPage {...{ frame, ...parts }} />, attempt === undefined ? 200 : 422)
}

const withTime = ({ values, errors }: FormState, changedAt: string): FormState => ({
  values: { ...values, changedAt },
  errors,
})

const usual: Record<string, string> = {
  place: '1',
  answerDays: '3',
  fixDays: '30',
  reopenDays: '30',
  isOpen: 'on',
  allowsAnonymous: 'on',
  duplicateMetres: '250',
  duplicateDays: '90',
  toldBy: 'anyone',
  updatesMonths: '12',
  anonymiseMonths: '24',
}

async function valuesOf(ctx: Context, category: Category): Promise<Record<string, string>> {
  const { name, description, keywords, notice } = category
  const texts = Object.entries({ name, description, keywords, notice }).flatMap(([field, text]) =>
    (['et', 'en', 'ru'] as const).map((language) => [`${field}.${language}`, text?.[language] ?? ''] as const),
  )
  return {
    ...Object.fromEntries(texts),
    changedAt: category.changedAt.toISOString(),
    group: category.groupCode,
    place: String((await listPlaces(ctx.db, category.groupCode)).indexOf(category.code) + 1),
    post: category.postId ?? '',
    answerDays: String(category.answerDays),
    fixDays: String(category.fixDays),
    reopenDays: String(category.reopenDays),
    isOpen: category.isOpen ? 'on' : '',
    isPrivate: category.isPrivate ? 'on' : '',
    allowsAnonymous: category.allowsAnonymous ? 'on' : '',
    seasonFrom: writeDayOfYear(category.seasonFrom),
    seasonUntil: writeDayOfYear(category.seasonUntil),
    duplicateMetres: String(category.duplicateMetres),
    duplicateDays: String(category.duplicateDays),
    toldBy: category.toldBy,
    updatesMonths: String(category.updatesMonths),
    anonymiseMonths: String(category.anonymiseMonths),
    deleteMonths: category.deleteMonths === null ? '' : String(category.deleteMonths),
  }
}

async function takeCategory(c: WebContext, of: string | null): Promise<Response> {
  const { ctx, language } = c.var
  authorize(coordinatesReports(ctx.actor))
  const t = settingsMessages[language]
  const read = await (of === null ? readForm(c, newCategoryInput, t.errors) : readForm(c, categoryInput, t.errors))
  if (!read.ok) return showCategory(c, of, { form: read.form })
  const outcome = await saveCategory(
    ctx,
    of ?? read.values.code?.trim() ?? '',
    of === null ? 'new' : 'known',
    read.input,
  )
  if (outcome.ok) return seeOther(c, settingsPaths.list)
  const refusal = t.refusals[outcome.refusal]
  if (outcome.refusal !== 'codeTaken')
    return showCategory(c, of, { form: { values: read.values, errors: {} }, refusal })
  return showCategory(c, of, { form: { values: read.values, errors: { code: refusal } } })
}

settingsRoutes.get(settingsPaths.newCategory, (c) => showCategory(c, null))
settingsRoutes.post(settingsPaths.newCategory, (c) => takeCategory(c, null))
settingsRoutes.get(settingsPaths.category(code), (c) => showCategory(c, codeIn(c)))
settingsRoutes.post(settingsPaths.category(code), (c) => takeCategory(c, codeIn(c)))

settingsRoutes.get(settingsPaths.categoryHistory(code), async (c) => {
  const { ctx, language } = c.var
  authorize(coordinatesReports(ctx.actor))
  const category = await known(ctx, codeIn(c))
  const parts = {
    title: readText(category.name, language).text,
    backPath: settingsPaths.category(category.code),
    changes: await listChanges(ctx.db, `category:${category.code}`),
    fields: settingFields[language],
  }
  return page(c, (frame) => <HistoryPage {...{ frame, ...parts }} />)
})

async function showGroup(c: WebContext, of: string | null, attempt?: Attempt): Promise<Response> {
  const { ctx, language } = c.var
  authorize(coordinatesReports(ctx.actor))
  const groups = await listGroups(ctx.db)
  const group = groups.find((one) => one.code === of)
  if (of !== null && group === undefined) throw new NotFound()
  const { et = '', en = '', ru = '' } = group?.name ?? {}
  const place = String(group === undefined ? groups.length + 1 : groups.indexOf(group) + 1)
  const values = { 'name.et': et, 'name.en': en, 'name.ru': ru, place }
  const parts = {
    known: group === undefined ? null : { code: group.code, title: readText(group.name, language).text },
    form: attempt?.form ?? { values, errors: {} },
    refusal: attempt?.refusal,
    idempotencyKey: crypto.randomUUID(),
  }
  return page(c, (frame) => <GroupPage {...{ frame, ...parts }} />, attempt === undefined ? 200 : 422)
}

async function takeGroup(c: WebContext, of: string | null): Promise<Response> {
  const { ctx, language } = c.var
  authorize(coordinatesReports(ctx.actor))
  const t = settingsMessages[language]
  const read = await (of === null ? readForm(c, newGroupInput, t.errors) : readForm(c, groupInput, t.errors))
  if (!read.ok) return showGroup(c, of, { form: read.form })
  const outcome = await saveGroup(ctx, of ?? read.values.code?.trim() ?? '', of === null ? 'new' : 'known', read.input)
  if (outcome.ok) return seeOther(c, settingsPaths.list)
  return showGroup(c, of, { form: { values: read.values, errors: {} }, refusal: t.refusals[outcome.refusal] })
}

settingsRoutes.get(settingsPaths.newGroup, (c) => showGroup(c, null))
settingsRoutes.post(settingsPaths.newGroup, (c) => takeGroup(c, null))
settingsRoutes.get(settingsPaths.group(code), (c) => showGroup(c, codeIn(c)))
settingsRoutes.post(settingsPaths.group(code), (c) => takeGroup(c, codeIn(c)))

settingsRoutes.get(settingsPaths.groupHistory(code), async (c) => {
  const { ctx, language } = c.var
  authorize(coordinatesReports(ctx.actor))
  const group = (await listGroups(ctx.db)).find((one) => one.code === codeIn(c))
  if (group === undefined) throw new NotFound()
  const parts = {
    title: readText(group.name, language).text,
    backPath: settingsPaths.group(group.code),
    changes: await listChanges(ctx.db, `group:${group.code}`),
    fields: settingFields[language],
  }
  return page(c, (frame) => <HistoryPage {...{ frame, ...parts }} />)
})
