import { Hono } from 'hono'
import { authorize, NotFound, todayOf } from '#platform/context.ts'
import { emptyForm, readForm, type FormState } from '#platform/forms.ts'
import { readText } from '#platform/language.ts'
import { page, seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { addMember, addMemberInput } from '../add-member.ts'
import { endMembership, endMembershipInput } from '../end-membership.ts'
import { workMessages } from '../messages/work.ts'
import { fullName } from '../pages/person-name.tsx'
import { EndPage } from '../pages/work/end-page.tsx'
import { MemberFormPage } from '../pages/work/member-form-page.tsx'
import { PrivateFactsPage } from '../pages/work/private-facts-page.tsx'
import type { WorkRefusal } from '../pages/work/work-form-page.tsx'
import { idPattern, peoplePaths } from '../paths.ts'
import { listBodyChoices, listPostsOf, type Body } from '../queries/bodies.ts'
import { findMembership } from '../queries/memberships.ts'
import { findPersonById, listPublicPersons } from '../queries/persons.ts'
import { readPrivateFacts, readPrivateFactsInput, type PrivateFacts } from '../read-private-facts.ts'
import { canManageBodies } from '../rules.ts'
import { bodyOf } from './work-bodies.tsx'

export const workMemberRoutes = new Hono<AppEnv>()

const wordsOf = (c: WebContext) => workMessages[c.var.language].errors
const mostFound = 20

async function showForm(c: WebContext, state: { body: Body; form: FormState; refusal?: WorkRefusal; search?: string }) {
  const { ctx } = c.var
  const { body, form, refusal, search = '' } = state
  const today = todayOf(ctx)
  const isSearch = search !== ''
  const filter = { search, bodySlug: null }
  const found = isSearch ? (await listPublicPersons(ctx.db, today, filter, null, mostFound)).persons : []
  const posts = isSearch ? [] : await listPostsOf(ctx.db, body.id, today)
  const bodies = isSearch ? [] : await listBodyChoices(ctx.db)
  const idempotencyKey = form.values.idempotencyKey ?? crypto.randomUUID()
  const status = refusal === undefined && Object.keys(form.errors).length === 0 ? 200 : 422
  const parts = { body, form, refusal, search, found, posts, bodies, idempotencyKey }
  return page(c, (frame) => <MemberFormPage frame={frame} {...parts} />, status)
}

workMemberRoutes.get(`/too/kogud/${idPattern}/liikmed/uus`, async (c) => {
  const body = await bodyOf(c, c.req.param('id'))
  const values = { personSlug: c.req.query('isik') ?? '', fromDate: todayOf(c.var.ctx) }
  const search = (c.req.query('otsing') ?? '').trim().slice(0, 100)
  return showForm(c, { body, form: { values, errors: {} }, search })
})

workMemberRoutes.post(`/too/kogud/${idPattern}/liikmed`, async (c) => {
  const body = await bodyOf(c, c.req.param('id'))
  const read = await readForm(c, addMemberInput, wordsOf(c))
  if (!read.ok) return showForm(c, { body, form: read.form })
  const outcome = await addMember(c.var.ctx, c.var.site.keys, body.id, read.input)
  if (outcome.ok) return seeOther(c, peoplePaths.workBody(body.id))
  return showForm(c, { body, form: { values: read.values, errors: {} }, refusal: outcome.refusal })
})

async function membershipOf(c: WebContext, id: string) {
  authorize(canManageBodies(c.var.ctx.actor))
  const membership = await findMembership(c.var.ctx.db, id)
  if (membership === undefined) throw new NotFound()
  return membership
}
type FoundMembership = Awaited<ReturnType<typeof membershipOf>>

function showEnd(c: WebContext, membership: FoundMembership, form: FormState, refusal?: WorkRefusal) {
  const { language } = c.var
  const name = readText(membership.bodyName, language).text
  const place = membership.postTitle === null ? name : readText(membership.postTitle, language).text
  const parts = {
    form,
    refusal,
    about: workMessages[language].endOf(fullName(membership), place),
    body: { label: name, path: peoplePaths.workBody(membership.bodyId) },
    action: peoplePaths.workMembershipEnd(membership.id),
  }
  const status = refusal === undefined && Object.keys(form.errors).length === 0 ? 200 : 422
  return page(c, (frame) => <EndPage frame={frame} what="membership" {...parts} />, status)
}

workMemberRoutes.get(`/too/liikmesused/${idPattern}/lopetamine`, async (c) => {
  const membership = await membershipOf(c, c.req.param('id'))
  return showEnd(c, membership, { values: { untilDate: todayOf(c.var.ctx) }, errors: {} })
})

workMemberRoutes.post(`/too/liikmesused/${idPattern}/lopetamine`, async (c) => {
  const membership = await membershipOf(c, c.req.param('id'))
  const read = await readForm(c, endMembershipInput, wordsOf(c))
  if (!read.ok) return showEnd(c, membership, read.form)
  const outcome = await endMembership(c.var.ctx, membership.id, read.input)
  if (outcome.ok) return seeOther(c, peoplePaths.workBody(outcome.bodyId))
  return showEnd(c, membership, { values: read.values, errors: {} }, outcome.refusal)
})

async function showPerson(c: WebContext, id: string, form: FormState, facts: PrivateFacts | null) {
  const person = await findPersonById(c.var.ctx.db, id)
  if (person === undefined) throw new NotFound()
  const status = Object.keys(form.errors).length === 0 ? 200 : 422
  c.header('Cache-Control', 'no-store')
  return page(c, (frame) => <PrivateFactsPage {...{ frame, form, person, facts }} />, status)
}

workMemberRoutes.get(`/too/inimesed/${idPattern}`, async (c) => {
  authorize(canManageBodies(c.var.ctx.actor))
  return showPerson(c, c.req.param('id'), emptyForm, null)
})

// The answer is the page itself: going back to it by address shows nothing.
workMemberRoutes.post(`/too/inimesed/${idPattern}/vaatamised`, async (c) => {
  authorize(canManageBodies(c.var.ctx.actor))
  const id = c.req.param('id')
  const read = await readForm(c, readPrivateFactsInput, wordsOf(c))
  if (!read.ok) return showPerson(c, id, read.form, null)
  return showPerson(c, id, emptyForm, await readPrivateFacts(c.var.ctx, c.var.site.keys, id, read.input))
})
