import { Hono } from 'hono'
import { authorize, NotFound, todayOf } from '#platform/context.ts'
import { emptyForm, readForm, type FormState } from '#platform/forms.ts'
import { readText } from '#platform/language.ts'
import { page, seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { listSettlements } from '#modules/places/index.ts'
import { createBody, createBodyInput } from '../create-body.ts'
import { dissolveBody, dissolveBodyInput } from '../dissolve-body.ts'
import { editBody, editBodyInput } from '../edit-body.ts'
import { workMessages } from '../messages/work.ts'
import { BodyFormPage } from '../pages/work/body-form-page.tsx'
import { WorkBodiesPage } from '../pages/work/bodies-page.tsx'
import { WorkBodyPage } from '../pages/work/body-page.tsx'
import { EndPage } from '../pages/work/end-page.tsx'
import type { WorkRefusal } from '../pages/work/work-form-page.tsx'
import { idPattern, peoplePaths } from '../paths.ts'
import { findBody, listBodies, listBodyChoices, listPostsOf, type Body } from '../queries/bodies.ts'
import { listMembersOf } from '../queries/memberships.ts'
import { listRoles } from '../roles.ts'
import { bodyKinds, canManageBodies } from '../rules.ts'

export const workBodyRoutes = new Hono<AppEnv>()

const wordsOf = (c: WebContext) => workMessages[c.var.language].errors

/** The body an official works on; nobody else gets further. */
export async function bodyOf(c: WebContext, id: string): Promise<Body> {
  authorize(canManageBodies(c.var.ctx.actor))
  const body = await findBody(c.var.ctx.db, { id })
  if (body === undefined) throw new NotFound()
  return body
}

workBodyRoutes.get(peoplePaths.workBodies, async (c) => {
  const { ctx } = c.var
  authorize(canManageBodies(ctx.actor))
  const kind = bodyKinds.find((one) => one === c.req.query('liik')) ?? null
  const bodies = await listBodies(ctx.db, todayOf(ctx), { kind })
  return page(c, (frame) => <WorkBodiesPage {...{ frame, bodies, kind }} />)
})

type BodyFormState = { body: Body | null; form: FormState; refusal?: WorkRefusal }

async function showForm(c: WebContext, { body, form, refusal }: BodyFormState) {
  const bodies = await listBodyChoices(c.var.ctx.db)
  const settlements = await listSettlements(c.var.ctx.db)
  const roles = [...new Set([...listRoles(), ...(body?.memberRoles ?? [])])]
  const idempotencyKey = body === null ? (form.values.idempotencyKey ?? crypto.randomUUID()) : undefined
  const status = form === emptyForm || (refusal === undefined && Object.keys(form.errors).length === 0) ? 200 : 422
  const parts = { body, form, refusal, bodies, settlements, roles, idempotencyKey }
  return page(c, (frame) => <BodyFormPage frame={frame} {...parts} />, status)
}

workBodyRoutes.get(peoplePaths.workNewBody, async (c) => {
  authorize(canManageBodies(c.var.ctx.actor))
  return showForm(c, { body: null, form: emptyForm })
})

workBodyRoutes.post(peoplePaths.workBodies, async (c) => {
  authorize(canManageBodies(c.var.ctx.actor))
  const read = await readForm(c, createBodyInput, wordsOf(c))
  if (!read.ok) return showForm(c, { body: null, form: read.form })
  const outcome = await createBody(c.var.ctx, read.input)
  if (outcome.ok) return seeOther(c, peoplePaths.workBody(outcome.id))
  return showForm(c, { body: null, form: { values: read.values, errors: {} }, refusal: outcome.refusal })
})

workBodyRoutes.get(`/too/kogud/${idPattern}`, async (c) => {
  const { ctx } = c.var
  const today = todayOf(ctx)
  const body = await bodyOf(c, c.req.param('id'))
  const posts = await listPostsOf(ctx.db, body.id, today)
  const members = await listMembersOf(ctx.db, body.id, today, true)
  return page(c, (frame) => <WorkBodyPage {...{ frame, today, body, posts, members }} />)
})

workBodyRoutes.get(`/too/kogud/${idPattern}/muutmine`, async (c) => {
  const body = await bodyOf(c, c.req.param('id'))
  return showForm(c, { body, form: { values: valuesOf(body), errors: {} } })
})

workBodyRoutes.post(`/too/kogud/${idPattern}/muutmine`, async (c) => {
  const body = await bodyOf(c, c.req.param('id'))
  const read = await readForm(c, editBodyInput, wordsOf(c))
  if (!read.ok) return showForm(c, { body, form: read.form })
  const outcome = await editBody(c.var.ctx, body.id, read.input)
  if (outcome.ok) return seeOther(c, peoplePaths.workBody(body.id))
  return showForm(c, { body, form: { values: read.values, errors: {} }, refusal: outcome.refusal })
})

function valuesOf(body: Body): Record<string, string> {
  const { name, description } = body
  return {
    'name.et': name.et,
    'name.en': name.en ?? '',
    'name.ru': name.ru ?? '',
    'description.et': description?.et ?? '',
    'description.en': description?.en ?? '',
    'description.ru': description?.ru ?? '',
    kind: body.kind,
    parentId: body.parentId ?? '',
    settlementEhak: body.settlement?.ehak ?? '',
    seats: body.seats === null ? '' : String(body.seats),
    contact: body.contact ?? '',
    registryCode: body.registryCode ?? '',
    foundedOn: body.foundedOn ?? '',
    aliases: body.aliases.join('\n'),
    memberRoles: body.memberRoles.join(','),
  }
}

function showDissolve(c: WebContext, body: Body, form: FormState, refusal?: WorkRefusal) {
  const about = readText(body.name, c.var.language).text
  const crumb = { label: about, path: peoplePaths.workBody(body.id) }
  const status = refusal === undefined && Object.keys(form.errors).length === 0 ? 200 : 422
  const action = peoplePaths.workBodyDissolve(body.id)
  return page(c, (frame) => <EndPage {...{ frame, form, refusal, about, action }} what="body" body={crumb} />, status)
}

workBodyRoutes.get(`/too/kogud/${idPattern}/lopetamine`, async (c) => {
  const body = await bodyOf(c, c.req.param('id'))
  return showDissolve(c, body, { values: { on: todayOf(c.var.ctx) }, errors: {} })
})

workBodyRoutes.post(`/too/kogud/${idPattern}/lopetamine`, async (c) => {
  const body = await bodyOf(c, c.req.param('id'))
  const read = await readForm(c, dissolveBodyInput, wordsOf(c))
  if (!read.ok) return showDissolve(c, body, read.form)
  const outcome = await dissolveBody(c.var.ctx, body.id, read.input)
  if (outcome.ok) return seeOther(c, peoplePaths.workBody(body.id))
  return showDissolve(c, body, { values: read.values, errors: {} }, outcome.refusal)
})
