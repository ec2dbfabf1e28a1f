import { Hono } from 'hono'
import { authorize } from '#platform/context.ts'
import type { FormState } from '#platform/forms.ts'
import { seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { privatePage } from '#platform/web/private-page.ts'
import { readUpload } from '#platform/web/read-upload.ts'
import { allowMaps } from '#platform/web/security.ts'
import { reading } from '#modules/files/index.ts'
import { forms } from '#modules/forms/index.ts'
import { listSettlements } from '#modules/places/index.ts'
import { enterReport, enterReportInput } from '../../entry/enter-report.ts'
import { withoutSignature } from '../../entry/mail-rules.ts'
import { keepPhotos } from '../../keep-photos.ts'
import { deskMessages } from '../../messages/desk.ts'
import { entryMessages } from '../../messages/entry.ts'
import { EnterPage } from '../../pages/work/enter-page.tsx'
import { workPhotoFields } from '../../pages/work/photo-fields.tsx'
import { reportDeskPaths as paths } from '../../paths.ts'
import { listCategories, listGroups } from '../../queries/categories.ts'
import { findMail } from '../../queries/mails.ts'
import { questionsOf, readQuestions } from '../../questions.ts'
import { canEnterReports } from '../../rules.ts'

export const enterRoutes = new Hono<AppEnv>()

async function show(c: WebContext, form: FormState, refusal?: string): Promise<Response> {
  const { ctx } = c.var
  authorize(canEnterReports(ctx.actor))
  const categories = await listCategories(ctx.db)
  const category = categories.find(({ code, isOpen }) => isOpen && code === form.values.category) ?? null
  const parts = {
    groups: await listGroups(ctx.db),
    categories,
    settlements: await listSettlements(ctx.db),
    category,
    questions:
      category === null ? null : ((await forms.opened(ctx.db, questionsOf(category.code), form.values)) ?? null),
    form,
    refusal,
    tiles: c.var.config.mapTiles,
    idempotencyKey: form.values.idempotencyKey ?? crypto.randomUUID(),
  }
  if (category !== null) allowMaps(c)
  const isWrong = refusal !== undefined || Object.keys(form.errors).length > 0
  return privatePage(c, (frame) => <EnterPage {...{ frame, ...parts }} />, isWrong ? 422 : 200)
}

enterRoutes.get(paths.enter, async (c) => {
  authorize(canEnterReports(c.var.ctx.actor))
  const asked = c.req.query('kiri') ?? ''
  const mail = /^[0-9a-f-]{36}$/.test(asked) ? await findMail(c.var.ctx.db, asked) : undefined
  const fromMail =
    mail === undefined || mail.state !== 'waiting'
      ? {}
      : {
          mail: mail.id,
          channel: 'e-mail',
          words: [mail.subject, withoutSignature(mail.words, mail.fromName)]
            .filter((part) => part !== '')
            .join('\n\n')
            .slice(0, 4000),
          reporterName: mail.fromName ?? '',
          reporterEmail: mail.fromAddress ?? '',
        }
  return show(c, { values: { category: c.req.query('teema') ?? '', ...fromMail }, errors: {} })
})

enterRoutes.post(paths.enter, async (c) => {
  const { ctx, site, language } = c.var
  authorize(canEnterReports(ctx.actor))
  const [t, desk] = [entryMessages[language], deskMessages[language]]
  const limits = {
    bytesPerFile: reading.uploadLimits.bytesPerFile,
    files: workPhotoFields.length + forms.mostFiles,
  }
  return readUpload(c, enterReportInput, { ...desk.errors, ...t.errors }, limits, async (form): Promise<Response> => {
    if (!form.ok) return show(c, form.form)
    const { values, uploads, input } = form
    const questions = await readQuestions(ctx, site, input.category, { values, uploads }, language)
    if (!questions.ok) return show(c, { values, errors: questions.errors }, questions.stop)
    const kept = await keepPhotos(c, uploads, workPhotoFields, {
      et: entryMessages.et.photoOfReport,
      en: entryMessages.en.photoOfReport,
      ru: entryMessages.ru.photoOfReport,
    })
    if ('errors' in kept) return show(c, { values, errors: kept.errors })
    const entering = { keys: site.keys, photos: kept.ids, answered: questions.answered }
    const outcome = await enterReport(ctx, input, entering)
    if (outcome.ok) return seeOther(c, paths.report(outcome.number))
    const refusal = outcome.refusal === 'mailGone' ? t.mailGone : desk.refusals[outcome.refusal]
    return show(c, { values, errors: {} }, refusal)
  })
})
