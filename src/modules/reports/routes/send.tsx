import { Hono } from 'hono'
import { keepUpload, reading } from '#modules/files/index.ts'
import { forms } from '#modules/forms/index.ts'
import { listSettlements } from '#modules/places/index.ts'
import { emptyForm, type FormState } from '#platform/forms.ts'
import { readText } from '#platform/language.ts'
import { addressKey, readAddress } from '#platform/mail/mail-address.ts'
import { seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { privatePage } from '#platform/web/private-page.ts'
import { isWithinLimit } from '#platform/web/rate-limit.ts'
import { readUpload, type Upload } from '#platform/web/read-upload.ts'
import { allowMaps } from '#platform/web/security.ts'
import { sendMessages } from '../messages/send.ts'
import { mostPhotos, photoFields, SendPage } from '../pages/send-page.tsx'
import { reportPaths } from '../paths.ts'
import { findCategory, listCategories, listGroups } from '../queries/categories.ts'
import { questionsOf, readQuestions } from '../questions.ts'
import { sendReport, sendReportInput, type SendReportInput } from '../send-report.ts'
import { makeReportToken } from '../tokens.ts'

export const sendRoutes = new Hono<AppEnv>()

const mostPerHour = 30
// To an address that its owner may never have given.
const mostLettersPerDay = 5

async function show(c: WebContext, form: FormState = emptyForm, refusal?: string): Promise<Response> {
  const { db } = c.var.ctx
  const lists = {
    groups: await listGroups(db),
    categories: await listCategories(db),
    settlements: await listSettlements(db),
    tiles: c.var.config.mapTiles,
    questions: (await forms.opened(db, questionsOf(form.values.category ?? ''), form.values)) ?? null,
  }
  allowMaps(c)
  const idempotencyKey = form.values.idempotencyKey ?? crypto.randomUUID()
  const isWrong = refusal !== undefined || Object.keys(form.errors).length > 0
  return privatePage(
    c,
    (frame) => {
      const senderName = frame.viewer === null ? null : frame.viewer.name
      return <SendPage {...{ frame, ...lists, form, refusal, idempotencyKey, senderName }} />
    },
    isWrong ? 422 : 200,
  )
}

sendRoutes.get(reportPaths.send, (c) => {
  const category = c.req.query('teema')
  return show(c, category === undefined ? emptyForm : { values: { category }, errors: {} })
})

sendRoutes.post(reportPaths.send, async (c) => {
  const { ctx, site, language } = c.var
  const t = sendMessages[language]
  const limit = {
    kind: 'reports',
    caller: ctx.actor.personId ?? c.var.caller,
    perWindow: mostPerHour,
    windowSeconds: 3600,
  }
  const within = await isWithinLimit(ctx.db, site.keys, limit, ctx.now)
  const limits = { bytesPerFile: reading.uploadLimits.bytesPerFile, files: mostPhotos + forms.mostFiles }
  return readUpload(c, sendReportInput, t.errors, limits, async (form) => {
    const values = rememberNames(form.ok ? form.values : form.form.values, form.uploads)
    if (!within) return show(c, { values, errors: {} }, t.refusals.tooMany)
    // Another subject was chosen: its questions and notice, with everything typed so far.
    if (values.step === 'questions') return show(c, { values, errors: {} })
    if (!form.ok) return show(c, { values, errors: form.form.errors })
    const questions = await readQuestions(ctx, site, form.input.category, { values, uploads: form.uploads }, language)
    if (!questions.ok) return show(c, questions, questions.stop)
    if (!(await mayWriteTo(c, form.input.email))) return show(c, { values, errors: {} }, t.refusals.tooMany)
    const photos = await keepPhotos(c, form.input, form.uploads)
    if ('errors' in photos) return show(c, { values, errors: photos.errors })
    const outcome = await sendReport(
      ctx,
      { keys: site.keys, language, photos: photos.ids, answered: questions.answered },
      form.input,
    )
    if (outcome.ok) {
      return seeOther(c, `${reportPaths.own(makeReportToken(site.keys, 'report reader', outcome.id))}?saadetud=1`)
    }
    if (outcome.refusal === 'categoryClosed') {
      return show(c, { values, errors: { category: t.refusals.categoryClosed } })
    }
    const field = outcome.refusal === 'pointOutside' ? 'point' : 'email'
    return show(c, { values, errors: { [field]: t.errors[outcome.refusal] } })
  })
})

/** Letters to confirm are bounded by address, whoever asks for them and from wherever. */
async function mayWriteTo(c: WebContext, email: string): Promise<boolean> {
  const { ctx, site } = c.var
  const address = ctx.actor.personId === null ? readAddress(email) : null
  if (address === null) return true
  const limit = {
    kind: 'report letters to address',
    caller: addressKey(address),
    perWindow: mostLettersPerDay,
    windowSeconds: 86_400,
  }
  return isWithinLimit(ctx.db, site.keys, limit, ctx.now)
}

/** A browser forgets chosen files; the form says which they were. */
function rememberNames(values: Record<string, string>, uploads: Record<string, Upload>): Record<string, string> {
  const names = Object.entries(uploads).map(([field, { name }]) => [`${field}Name`, name.slice(0, 200)])
  return { ...values, ...(Object.fromEntries(names) as Record<string, string>) }
}

async function keepPhotos(
  c: WebContext,
  input: SendReportInput,
  uploads: Record<string, Upload>,
): Promise<{ ids: string[] } | { errors: Record<string, string> }> {
  const { ctx, site, language } = c.var
  const category = await findCategory(ctx.db, input.category)
  const words = (photo: string, name: string) => (name === '' ? photo : `${photo}: ${name}`)
  const ids: string[] = []
  for (const field of photoFields) {
    const upload = uploads[field]
    if (upload === undefined) continue
    // What it shows is said by the subject until somebody describes it better.
    const description = {
      et: words('Pilt teate juures', category?.name.et ?? ''),
      en: words('Picture with a report', category?.name.en ?? ''),
      ru: words('Фотография к сообщению', category?.name.ru ?? ''),
    }
    const kept = await keepUpload(ctx, site, upload, { description, only: 'pictures' })
    if (!kept.ok) return { errors: { [field]: readText(kept.sentence, language).text } }
    ids.push(kept.id)
  }
  return { ids }
}
