import { Hono } from 'hono'
import { authorize, NotFound } from '#platform/context.ts'
import { emptyForm, readForm, type FormState } from '#platform/forms.ts'
import { page, seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { listCategories } from '../queries/categories.ts'
import { inAddress, reportDeskPaths } from '../paths.ts'
import { findReport } from '../queries/reports.ts'
import { canWorkOn, coordinatesReports } from '../rules.ts'
import { handOver, handOverInput } from './hand-over.ts'
import { HandOverPage } from './hand-over-page.tsx'
import { partnerMessages } from './messages.ts'
import { PartnerPage, PartnersPage } from './partners-page.tsx'
import { partnerPaths } from './paths.ts'
import { findPartner, listHandovers, listPartners, listReceiving, listSendingKeys, type Partner } from './queries.ts'
import { writeServices } from './rules.ts'
import { savePartner, savePartnerInput, tellPartnerAgain } from './save-partner.ts'
import { sendRight } from '../open311/rights.ts'

export const partnerRoutes = new Hono<AppEnv>()

const id = ':id{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}'

partnerRoutes.get(partnerPaths.list, async (c) => {
  const { ctx } = c.var
  authorize(coordinatesReports(ctx.actor))
  const partners = await listPartners(ctx.db)
  return page(c, (frame) => <PartnersPage {...{ frame, partners }} newId={crypto.randomUUID()} />)
})

async function show(c: WebContext, attempt?: FormState): Promise<Response> {
  const { ctx } = c.var
  authorize(coordinatesReports(ctx.actor))
  const partnerId = c.req.param('id') ?? ''
  const partner = await findPartner(ctx.db, partnerId)
  const parts = {
    id: partnerId,
    name: partner?.name ?? null,
    hasKey: partner !== undefined && partner.sealedKey !== null,
    keys: await listSendingKeys(ctx.db, sendRight),
    categories: await listCategories(ctx.db),
    form: attempt ?? { values: valuesOf(partner), errors: {} },
  }
  return page(c, (frame) => <PartnerPage {...{ frame, ...parts }} />, attempt === undefined ? 200 : 422)
}

/** What is kept, for the form; the key over there is never shown. */
function valuesOf(partner: Partner | undefined): Record<string, string> {
  if (partner === undefined) return { toldOf: 'none', isOpen: 'on' }
  return {
    name: partner.name,
    key: partner.keyId ?? '',
    endpoint: partner.endpoint ?? '',
    jurisdiction: partner.jurisdiction,
    toldOf: partner.toldOf,
    services: writeServices(partner.services),
    usualService: partner.usualService,
    isOpen: partner.isOpen ? 'on' : '',
  }
}

partnerRoutes.get(partnerPaths.partner(id), (c) => show(c))

partnerRoutes.post(partnerPaths.partner(id), async (c) => {
  const { ctx, site, language } = c.var
  authorize(coordinatesReports(ctx.actor))
  const t = partnerMessages[language]
  const read = await readForm(c, savePartnerInput, t.errors)
  // A key that was typed is not sent back to the screen.
  const { theirKey: _secret, ...values } = read.ok ? read.values : read.form.values
  if (!read.ok) return show(c, { values, errors: read.form.errors })
  const outcome = await savePartner(ctx, site.keys, c.req.param('id') ?? '', read.input)
  if (outcome.ok) return seeOther(c, partnerPaths.list)
  return show(c, { values, errors: { [outcome.field]: t.refusals[outcome.refusal] } })
})

partnerRoutes.post(partnerPaths.again(id), async (c) => {
  await tellPartnerAgain(c.var.ctx, c.req.param('id') ?? '')
  return seeOther(c, partnerPaths.list)
})

async function showHandOver(c: WebContext, form: FormState = emptyForm, refusal?: string): Promise<Response> {
  const { ctx } = c.var
  const report = await findReport(ctx.db, { number: Number(c.req.param('number')) })
  if (report === undefined) throw new NotFound()
  authorize(canWorkOn(ctx.actor, report))
  const parts = {
    number: report.number,
    partners: await listReceiving(ctx.db, report.id),
    handovers: await listHandovers(ctx.db, report.id),
    idempotencyKey: form.values.idempotencyKey ?? crypto.randomUUID(),
    form,
    refusal,
  }
  const isWrong = refusal !== undefined || Object.keys(form.errors).length > 0
  return page(c, (frame) => <HandOverPage {...{ frame, ...parts }} />, isWrong ? 422 : 200)
}

partnerRoutes.get(partnerPaths.handOver(inAddress.number), (c) => showHandOver(c))

partnerRoutes.post(partnerPaths.handOver(inAddress.number), async (c) => {
  const t = partnerMessages[c.var.language]
  const number = Number(c.req.param('number'))
  const read = await readForm(c, handOverInput, t.errors)
  if (!read.ok) return showHandOver(c, read.form)
  const outcome = await handOver(c.var.ctx, number, read.input)
  if (!outcome.ok) return showHandOver(c, { values: read.values, errors: {} }, t.refusals[outcome.refusal])
  return seeOther(c, reportDeskPaths.report(number))
})
