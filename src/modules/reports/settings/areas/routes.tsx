import { Hono } from 'hono'
import { authorize, NotFound } from '#platform/context.ts'
import { readForm, type FormState } from '#platform/forms.ts'
import { readText } from '#platform/language.ts'
import { page, seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { listCategories } from '../../queries/categories.ts'
import { coordinatesReports } from '../../rules.ts'
import { HistoryPage } from '../history-page.tsx'
import { listChanges } from '../queries.ts'
import { AreaPage, AreasPage } from './area-pages.tsx'
import { areaMessages } from './messages.ts'
import { areaPaths } from './paths.ts'
import { findArea, listAreas, type Area } from './queries.ts'
import { areaInput, saveArea } from './save-area.ts'
import { countPositions, mostCharacters, writeShapes } from './shapes.ts'

export const areaRoutes = new Hono<AppEnv>()

const id = ':id{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}'
const idIn = (c: WebContext) => c.req.param('id') ?? ''

areaRoutes.get(areaPaths.list, async (c) => {
  const { ctx } = c.var
  authorize(coordinatesReports(ctx.actor))
  const areas = await listAreas(ctx.db)
  return page(c, (frame) => <AreasPage {...{ frame, areas }} newId={crypto.randomUUID()} />)
})

function valuesOf(area: Area | undefined): Record<string, string> {
  if (area === undefined) return { bufferMetres: '0', isOpen: 'on' }
  return {
    'name.et': area.name.et,
    'name.en': area.name.en ?? '',
    'name.ru': area.name.ru ?? '',
    phone: area.phone,
    mail: area.mail,
    web: area.web,
    bufferMetres: String(area.bufferMetres),
    categories: area.categories.join(','),
    letsThrough: area.letsThrough ? 'on' : '',
    isOpen: area.isOpen ? 'on' : '',
  }
}

async function show(c: WebContext, attempt?: { form: FormState; refusal?: string }): Promise<Response> {
  const { ctx, language } = c.var
  authorize(coordinatesReports(ctx.actor))
  const area = await findArea(ctx.db, idIn(c))
  const parts = {
    id: idIn(c),
    known:
      area === undefined ? null : { title: readText(area.name, language).text, points: countPositions(area.shapes) },
    categories: await listCategories(ctx.db),
    form: attempt?.form ?? { values: valuesOf(area), errors: {} },
    refusal: attempt?.refusal,
  }
  return page(c, (frame) => <AreaPage {...{ frame, ...parts }} />, attempt === undefined ? 200 : 422)
}

areaRoutes.get(areaPaths.area(id), (c) => show(c))

areaRoutes.post(areaPaths.area(id), async (c) => {
  const { ctx, language } = c.var
  authorize(coordinatesReports(ctx.actor))
  const t = areaMessages[language]
  const read = await readForm(c, areaInput, t.errors)
  if (!read.ok) return show(c, { form: read.form })
  const { file } = read.files
  const isTooLarge = file !== undefined && file.size > mostCharacters
  if (isTooLarge) return show(c, { form: { values: read.values, errors: { file: t.errors.tooMany } } })
  const shapes = file === undefined ? read.input.shapes : await file.text()
  const outcome = await saveArea(ctx, idIn(c), { ...read.input, shapes })
  if (outcome.ok) return seeOther(c, areaPaths.list)
  const { values } = read
  if (outcome.refusal === 'nothingChanged') {
    return show(c, { form: { values, errors: {} }, refusal: t.refusals.nothingChanged })
  }
  const isShape = outcome.refusal !== 'bufferMissing' && outcome.refusal !== 'categoriesMissing'
  const field = isShape ? (file === undefined ? 'shapes' : 'file') : fieldOf[outcome.refusal as keyof typeof fieldOf]
  return show(c, { form: { values, errors: { [field]: t.errors[outcome.refusal] } } })
})

const fieldOf = { bufferMissing: 'bufferMetres', categoriesMissing: 'categories' } as const

async function known(c: WebContext): Promise<Area> {
  authorize(coordinatesReports(c.var.ctx.actor))
  const area = await findArea(c.var.ctx.db, idIn(c))
  if (area === undefined) throw new NotFound()
  return area
}

areaRoutes.get(areaPaths.shapes(id), async (c) => {
  const area = await known(c)
  c.header('Content-Disposition', 'attachment; filename="ala.geojson"')
  return c.body(writeShapes(area.shapes), 200, { 'Content-Type': 'application/geo+json; charset=utf-8' })
})

areaRoutes.get(areaPaths.history(id), async (c) => {
  const area = await known(c)
  const { ctx, language } = c.var
  const parts = {
    title: readText(area.name, language).text,
    backPath: areaPaths.area(area.id),
    changes: await listChanges(ctx.db, `area:${area.id}`),
    fields: areaMessages[language].fields,
    list: { label: areaMessages[language].title, path: areaPaths.list },
  }
  return page(c, (frame) => <HistoryPage {...{ frame, ...parts }} />)
})
