import { Hono } from 'hono'
import { authorize, NotFound, personOf, system } from '#platform/context.ts'
import { emptyForm, type FormState } from '#platform/forms.ts'
import { seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { privatePage } from '#platform/web/private-page.ts'
import { readUpload } from '#platform/web/read-upload.ts'
import { listAttached, reading } from '#modules/files/index.ts'
import { reportSubject } from '../../events.ts'
import { beginWork, finishWork, workDoneInput } from '../../field/do-work.ts'
import { giveWork, giveWorkInput } from '../../field/give-work.ts'
import { routeOrder } from '../../field/route-order.ts'
import { setCost, setCostInput } from '../../field/set-cost.ts'
import { keepPhotos } from '../../keep-photos.ts'
import { deskMessages } from '../../messages/desk.ts'
import { fieldMessages } from '../../messages/field.ts'
import { DonePage, FieldPage, type FieldPhoto } from '../../pages/work/field-pages.tsx'
import { workPhotoFields } from '../../pages/work/photo-fields.tsx'
import { inAddress, reportDeskPaths as paths } from '../../paths.ts'
import { findFieldReport, listFieldWork, type FieldReport } from '../../queries/field.ts'
import { canDoWork, hasFieldWork } from '../../rules.ts'
import { deskStep } from './show-report.tsx'

export const fieldRoutes = new Hono<AppEnv>()

const hourLong = 3_600_000

async function showField(c: WebContext, refusal?: string): Promise<Response> {
  const { ctx } = c.var
  authorize(hasFieldWork(ctx.actor))
  const route = routeOrder(await listFieldWork(ctx.db, ctx.actor))
  const photos = await photosOf(c, route)
  const stops = route.map((one) => ({ ...one, photos: photos.get(one.number) ?? [] }))
  const answered = refusal === undefined ? {} : { refusal }
  return privatePage(c, (frame) => <FieldPage {...{ frame, stops, ...answered }} />, refusal === undefined ? 200 : 422)
}

/** The contractor sees the pictures of what was given to them, private ones by an address for them alone. */
async function photosOf(
  c: WebContext,
  given: readonly Pick<FieldReport, 'id' | 'number'>[],
): Promise<ReadonlyMap<number, FieldPhoto[]>> {
  const { ctx, site } = c.var
  const numbers = new Map(given.map(({ id, number }) => [reportSubject(id), number]))
  const files = await listAttached({ ...ctx, actor: system }, [...numbers.keys()])
  const until = new Date(ctx.now.getTime() + hourLong)
  const open = files.filter(
    ({ state, removedAt, width }) => state === 'checked' && removedAt === null && width !== null,
  )
  return new Map(
    [...Map.groupBy(open, ({ subject }) => numbers.get(subject)!)].map(([number, its]) => [
      number,
      its.map((file) => ({
        src: reading.signFileAddress(site.keys, file, personOf(ctx.actor), until),
        width: file.width,
        height: file.height,
      })),
    ]),
  )
}

async function givenReport(c: WebContext): Promise<FieldReport> {
  const report = await findFieldReport(c.var.ctx.db, Number(c.req.param('number')), { lock: false })
  if (report === undefined) throw new NotFound()
  authorize(canDoWork(c.var.ctx.actor, report))
  return report
}

async function showDone(c: WebContext, form: FormState = emptyForm, refusal?: string): Promise<Response> {
  const report = await givenReport(c)
  const idempotencyKey = form.values.idempotencyKey ?? crypto.randomUUID()
  const isWrong = Object.keys(form.errors).length > 0 || refusal !== undefined
  return privatePage(
    c,
    (frame) => <DonePage {...{ frame, report, form, refusal, idempotencyKey }} />,
    isWrong ? 422 : 200,
  )
}

fieldRoutes.get(paths.field, (c) => showField(c))

fieldRoutes.get(paths.begin(inAddress.number), (c) => seeOther(c, paths.field))
fieldRoutes.post(paths.begin(inAddress.number), async (c) => {
  const outcome = await beginWork(c.var.ctx, c.var.site.keys, Number(c.req.param('number')))
  return outcome.ok ? seeOther(c, paths.field) : showField(c, deskMessages[c.var.language].refusals.wrongState)
})

fieldRoutes.get(paths.done(inAddress.number), (c) => showDone(c))
fieldRoutes.post(paths.done(inAddress.number), async (c) => {
  const { ctx, site, language } = c.var
  authorize(hasFieldWork(ctx.actor))
  const t = { ...deskMessages[language].errors, ...fieldMessages[language].errors }
  const limits = { bytesPerFile: reading.uploadLimits.bytesPerFile, files: workPhotoFields.length }
  const number = Number(c.req.param('number'))
  return readUpload(c, workDoneInput, t, limits, async (form): Promise<Response> => {
    if (!form.ok) return showDone(c, form.form)
    const again = (errors: Record<string, string>, refusal?: string) =>
      showDone(c, { values: form.values, errors }, refusal)
    const kept = await keepPhotos(c, form.uploads, workPhotoFields, {
      et: fieldMessages.et.photoOfWork,
      en: fieldMessages.en.photoOfWork,
      ru: fieldMessages.ru.photoOfWork,
    })
    if ('errors' in kept) return again(kept.errors)
    const outcome = await finishWork(ctx, site.keys, number, kept.ids, form.input)
    if (outcome.ok) return seeOther(c, paths.field)
    if (outcome.refusal === 'showOrTell') return again({ words: t.showOrTell })
    return again({}, deskMessages[language].refusals[outcome.refusal])
  })
})

deskStep(fieldRoutes, paths.giveWork, giveWorkInput, (c, number, input) =>
  giveWork(c.var.ctx, c.var.site.keys, number, input),
)
deskStep(fieldRoutes, paths.cost, setCostInput, (c, number, input) => setCost(c.var.ctx, number, input))
