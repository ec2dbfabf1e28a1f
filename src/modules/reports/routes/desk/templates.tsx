import { Hono } from 'hono'
import { authorize, NotFound } from '#platform/context.ts'
import { readForm } from '#platform/forms.ts'
import { page, seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { editTemplate, editTemplateInput, newTemplateInput, writeTemplate } from '../../edit-template.ts'
import { deskMessages } from '../../messages/desk.ts'
import { templateMessages } from '../../messages/templates.ts'
import { TemplatePage, TemplatesPage } from '../../pages/work/template-pages.tsx'
import { inAddress, reportDeskPaths as paths } from '../../paths.ts'
import { listCategories } from '../../queries/categories.ts'
import { findTemplate, listTemplates, listTemplateVersions } from '../../queries/templates.ts'
import { canEditTemplates, canSeeInbox } from '../../rules.ts'
import { fillTemplate } from '../../templates.ts'
import { reportAtDesk, showAtDesk, type Attempt } from './show-report.tsx'

export const templateRoutes = new Hono<AppEnv>()

templateRoutes.get(paths.templates, async (c) => {
  const { ctx } = c.var
  authorize(canSeeInbox(ctx.actor))
  const parts = { templates: await listTemplates(ctx.db), mayEdit: canEditTemplates(ctx.actor) }
  return page(c, (frame) => <TemplatesPage {...{ frame, ...parts }} />)
})

async function show(c: WebContext, id: string | null, attempt?: Attempt): Promise<Response> {
  const { ctx } = c.var
  authorize(canEditTemplates(ctx.actor))
  const template = id === null ? undefined : await findTemplate(ctx.db, id)
  if (id !== null && template === undefined) throw new NotFound()
  const values =
    template === undefined
      ? {}
      : { title: template.title, ...template.text, ...(template.isRetired ? { retired: 'on' } : {}) }
  const parts = {
    template,
    versions: id === null ? [] : await listTemplateVersions(ctx.db, id),
    categories: await listCategories(ctx.db),
    form: attempt?.form ?? { values, errors: {} },
    refusal: attempt?.refusal,
    idempotencyKey: attempt?.form.values.idempotencyKey ?? crypto.randomUUID(),
  }
  return page(c, (frame) => <TemplatePage {...{ frame, ...parts }} />, attempt === undefined ? 200 : 422)
}

templateRoutes.get(paths.newTemplate, (c) => show(c, null))
templateRoutes.post(paths.newTemplate, async (c) => {
  const { ctx, language } = c.var
  authorize(canEditTemplates(ctx.actor))
  const read = await readForm(c, newTemplateInput, templateMessages[language].errors)
  if (!read.ok) return show(c, null, read)
  const outcome = await writeTemplate(ctx, read.input)
  if (outcome.ok) return seeOther(c, paths.templates)
  const refusal = deskMessages[language].refusals[outcome.refusal]
  return show(c, null, { form: { values: read.values, errors: {} }, refusal })
})

const idIn = (c: WebContext) => c.req.param('update') ?? ''
templateRoutes.get(paths.template(inAddress.update), (c) => show(c, idIn(c)))
templateRoutes.post(paths.template(inAddress.update), async (c) => {
  const { ctx, language } = c.var
  authorize(canEditTemplates(ctx.actor))
  const read = await readForm(c, editTemplateInput, templateMessages[language].errors)
  if (!read.ok) return show(c, idIn(c), read)
  await editTemplate(ctx, idIn(c), read.input)
  return seeOther(c, paths.templates)
})

/** Without script: the page again, with the ready answer below what was typed. Nothing is changed. */
templateRoutes.post(paths.takeTemplate(inAddress.number), async (c) => {
  const report = await reportAtDesk(c)
  const body = await c.req.parseBody()
  const given = (name: string) => (typeof body[name] === 'string' ? body[name] : '')
  const chosen = /^[0-9a-f-]{36}$/.test(given('template'))
    ? await findTemplate(c.var.ctx.db, given('template'))
    : undefined
  const typed = given('words').replaceAll('\r\n', '\n').trim()
  const ready = chosen === undefined ? '' : fillTemplate(chosen.text, report)
  const values = {
    idempotencyKey: given('idempotencyKey'),
    template: given('template'),
    words: typed === '' || ready === '' ? typed + ready : `${typed}\n\n${ready}`,
    state: chosen?.state ?? given('state'),
  }
  return showAtDesk(c, { form: { values, errors: {} } }, 200)
})
templateRoutes.get(paths.takeTemplate(inAddress.number), (c) => seeOther(c, paths.report(c.req.param('number') ?? '')))
