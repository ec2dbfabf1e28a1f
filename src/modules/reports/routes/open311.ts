import { Hono } from 'hono'
import * as z from 'zod'
import { listAttached, reading } from '#modules/files/index.ts'
import { forms } from '#modules/forms/index.ts'
import { anonymous, inTransaction, timeZoneOf } from '#platform/context.ts'
import { errorsOf } from '#platform/forms.ts'
import { readText } from '#platform/language.ts'
import type { AppEnv, WebContext } from '#platform/web/http.ts'
import { originOf } from '#platform/web/open-request.ts'
import { isWithinLimit } from '#platform/web/rate-limit.ts'
import { readUpload, type Upload } from '#platform/web/read-upload.ts'
import { reportSubject } from '../events.ts'
import { open311Messages } from '../messages/open311.ts'
import { sendMessages } from '../messages/send.ts'
import { answer, languageOf, refuse } from '../open311/answer.ts'
import { attributesOf, valuesOf } from '../open311/attributes.ts'
import * as documents from '../open311/documents.ts'
import { endOfDay } from '../open311/end-of-day.ts'
import { keepLinked, keepSent } from '../open311/keep-media.ts'
import { readAsked } from '../open311/read-asked.ts'
import { noteBringer } from '../partners/queries.ts'
import { open311Base } from '../paths.ts'
import { listGroups } from '../queries/categories.ts'
import { listAskedReports, listUpdatesOf, type RequestsAsked } from '../queries/open311.ts'
import { findReport } from '../queries/reports.ts'
import { questionsOf, readQuestions } from '../questions.ts'
import { sendReport, sendReportInput } from '../send-report.ts'
import { findOffered, listOffered, servicesChangedAt } from '../settings/offered.ts'
import { sendingKey } from './open311-updates.ts'

export const open311Routes = new Hono<AppEnv>()

const format = '[.](?:json|xml)'
const at = (name: string) => `${open311Base}/:document{${name}${format}}`
const mostPictures = 5

open311Routes.get(at('discovery'), async (c) => {
  const { ctx, site, config } = c.var
  const { email } = site.settings.contact
  const endpoint = {
    url: `${originOf(c)}${open311Base}`,
    isTest: config.mode === 'demo',
    changedAt: await servicesChangedAt(ctx),
    contact: `${readText(site.settings.name, languageOf(c)).text}, ${email}`,
    keyService: `${open311Messages[languageOf(c)].keyService} ${email}`,
  }
  return answer(c, documents.discovery(endpoint))
})

open311Routes.get(at('services'), async (c) => {
  const { ctx } = c.var
  const { db } = ctx
  const categories = await listOffered(ctx)
  const asking = await forms.listCurrent(
    db,
    categories.map(({ code }) => questionsOf(code)),
  )
  const codes = new Set(categories.filter(({ code }) => asking.has(questionsOf(code))).map(({ code }) => code))
  return answer(c, documents.services(categories, await listGroups(db), codes, languageOf(c)))
})

open311Routes.get(`${open311Base}/services/:document{[a-z0-9-]{1,60}${format}}`, async (c) => {
  const code = c.req.param('document').replace(/[.](?:json|xml)$/, '')
  const { db } = c.var.ctx
  const category = await findOffered(c.var.ctx, code)
  const form = await forms.current(db, questionsOf(code))
  if (category === undefined || !category.isOpen || (category.notice === null && form === undefined)) {
    return refuse(c, 404, open311Messages[languageOf(c)].serviceUnknown)
  }
  const questions = form === undefined ? [] : attributesOf(form.definition)
  return answer(c, documents.serviceDefinition(category, questions, languageOf(c)))
})

async function tell(c: WebContext, asked: RequestsAsked): Promise<Response> {
  const { ctx, site } = c.var
  // What everybody may read and nothing else, whoever asks.
  const open = { ...ctx, actor: anonymous }
  const reports = await listAskedReports(ctx.db, asked)
  const updates = await listUpdatesOf(
    ctx.db,
    reports.map(({ id }) => id),
  )
  const files = await listAttached(
    open,
    reports.map(({ id }) => reportSubject(id)),
  )
  const origin = originOf(c)
  const told = reports.map((report) => ({
    report,
    updates: updates.get(report.id) ?? [],
    photos: files
      .filter(({ subject, state, removedAt }) => {
        return subject === reportSubject(report.id) && state === 'checked' && removedAt === null
      })
      .map((file) => origin + reading.thumbnailAddress(file)),
  }))
  const zone = timeZoneOf(ctx.db)
  const telling = {
    language: languageOf(c),
    municipality: readText(site.settings.name, languageOf(c)).text,
    endOfDay: (day: string) => endOfDay(day, zone),
    isExtended: c.req.query('extensions') === 'true',
  }
  return answer(c, documents.requests(told, telling))
}

open311Routes.get(at('requests'), (c) => {
  const asked = readAsked(c.req.query(), c.var.ctx.now, open311Messages[languageOf(c)])
  return 'from' in asked ? tell(c, asked) : answer(c, documents.errors(asked), 400)
})

for (const plural of ['requests', 'request']) {
  open311Routes.get(`${open311Base}/${plural}/:document{[A-Za-z0-9-]{1,40}${format}}`, async (c) => {
    const id = c.req.param('document')?.replace(/[.](?:json|xml)$/, '') ?? ''
    const t = open311Messages[languageOf(c)]
    const asked = readAsked({ service_request_id: id }, c.var.ctx.now, t)
    if (!('from' in asked)) return answer(c, documents.errors(asked), 400)
    if ((await listAskedReports(c.var.ctx.db, asked)).length === 0) return refuse(c, 404, t.requestUnknown)
    return tell(c, asked)
  })
}

open311Routes.get(`${open311Base}/tokens/:document{[A-Za-z0-9_-]{1,100}${format}}`, (c) =>
  refuse(c, 404, open311Messages[languageOf(c)].tokenUnknown),
)

open311Routes.post(at('requests'), (c) => {
  const limits = { bytesPerFile: reading.uploadLimits.bytesPerFile, files: mostPictures }
  return readUpload(c, z.record(z.string(), z.string()), { invalid: '' }, limits, (form) =>
    receive(c, form.ok ? form.input : form.form.values, Object.values(form.uploads)),
  )
})

async function receive(
  c: WebContext,
  body: Readonly<Record<string, string>>,
  media: readonly Upload[],
): Promise<Response> {
  const { ctx, site } = c.var
  const language = languageOf(c)
  const t = open311Messages[language]
  const given = (name: string) => body[name]?.trim() ?? ''
  const key = await sendingKey(c, given('api_key'))
  if (key === undefined) return refuse(c, 403, t.keyWrong)
  const limit = { kind: 'open311', caller: key.id, perWindow: key.readsPerMinute, windowSeconds: 60 }
  if (!(await isWithinLimit(ctx.db, site.keys, limit, ctx.now))) return refuse(c, 403, t.tooMany)
  if (given('service_code') === '') return refuse(c, 400, t.serviceMissing)
  const category = await findOffered(ctx, given('service_code'))
  if (category === undefined || !category.isOpen) return refuse(c, 404, t.serviceUnknown)
  const parsed = sendReportInput.safeParse({
    idempotencyKey: crypto.randomUUID(),
    category: category.code,
    words: given('description') || category.name.et,
    settlement: given('address_id'),
    address: given('address_string'),
    point: given('lat') === '' && given('long') === '' ? '' : `${given('lat')}; ${given('long')}`,
    email: given('email'),
    name: [given('first_name'), given('last_name')].filter((part) => part !== '').join(' '),
  })
  if (!parsed.success) return refuse(c, 400, ...Object.values(errorsOf(parsed.error, sendMessages[language].errors)))

  const form = await forms.current(ctx.db, questionsOf(category.code))
  const values = form === undefined ? {} : valuesOf(form.definition, body)
  const questions = await readQuestions(ctx, site, category.code, { values, uploads: {} }, language)
  if (!questions.ok) return refuse(c, 400, questions.stop ?? '', ...Object.values(questions.errors))
  const photos: (string | null)[] = []
  for (const upload of media) photos.push(await keepSent(ctx, site, upload))
  if (given('media_url') !== '') photos.push(await keepLinked(ctx, site, given('media_url')))
  const ids = photos.filter((id) => id !== null)
  const sending = { keys: site.keys, language, photos: ids, channel: 'api', answered: questions.answered } as const
  const sent = await inTransaction({ ...ctx, actor: anonymous }, async (inside) => {
    const outcome = await sendReport(inside, sending, parsed.data)
    if (outcome.ok) await noteBringer(inside.db, outcome.id, key.id)
    return outcome
  })
  if (!sent.ok) {
    const { errors, refusals } = sendMessages[language]
    if (sent.refusal === 'notOurs') return refuse(c, 400, sent.sentence)
    return refuse(c, 400, sent.refusal === 'categoryClosed' ? refusals.categoryClosed : errors[sent.refusal])
  }
  const report = (await findReport(ctx.db, { id: sent.id }))!
  const notices = [
    category.notice === null ? '' : readText(category.notice, language).text,
    ids.length < photos.length ? t.mediaMissing : '',
  ]
  return answer(c, documents.created(report.number, notices.filter((part) => part !== '').join(' ')), 201)
}
