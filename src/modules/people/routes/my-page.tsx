import { Hono } from 'hono'
import { listAccesses } from '#platform/access-log.ts'
import { NotFound, personOf, todayOf } from '#platform/context.ts'
import { readForm, type FormState } from '#platform/forms.ts'
import { listSessions } from '#platform/identity/sessions.ts'
import { offeredOwnData, type OwnMatter, type OwnPage } from '#platform/own-data.ts'
import { page, seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { nameOfSettlement } from '#modules/places/index.ts'
import { actForBody, actForBodyInput } from '../act-for-body.ts'
import { changeContacts, changeContactsInput } from '../change-contacts.ts'
import { endOtherSessions, endOwnSession } from '../end-own-sessions.ts'
import { myPageMessages, type MyPageMessages } from '../messages/my-page.ts'
import { MyPage } from '../pages/my-page.tsx'
import { idPattern, peoplePaths } from '../paths.ts'
import { findOwnFacts } from '../queries/persons.ts'
import { maskCode } from '../rules.ts'

export const myPageRoutes = new Hono<AppEnv>()

type Shown = { form?: FormState; refusal?: keyof MyPageMessages['errors'] }

async function showMyPage(c: WebContext, { form, refusal }: Shown = {}) {
  const { ctx, session, site, language } = c.var
  const personId = personOf(ctx.actor)
  const today = todayOf(ctx)
  const facts = await findOwnFacts(ctx.db, personId, today)
  if (facts === undefined || session === null) throw new NotFound()
  const accesses = await listAccesses(ctx.db, personId)
  const sessions = await listSessions(ctx.db, personId, ctx.now)
  const code = site.keys.reveal(facts.codeSealed)
  const pages: OwnPage[] = []
  const matters: OwnMatter[] = []
  for (const own of offeredOwnData().toReversed()) {
    pages.push(...((await own.pages?.(ctx, language)) ?? []))
    matters.push(...((await own.matters?.(ctx, language)) ?? []))
  }
  const parts = {
    pages,
    matters,
    today,
    facts,
    accesses,
    sessions,
    refusal,
    residence: facts.settlement === null ? null : nameOfSettlement(facts.settlement, language),
    maskedCode: code === null ? null : maskCode(code),
    actingFor: ctx.actor.actingFor,
    currentSession: session.id,
    form: form ?? { values: { email: facts.email ?? '', phone: facts.phone ?? '' }, errors: {} },
    isSaved: c.req.query('salvestatud') !== undefined,
  }
  const status = refusal === undefined && Object.keys(parts.form.errors).length === 0 ? 200 : 422
  return page(c, (frame) => <MyPage frame={frame} {...parts} />, status)
}

/** The session of the signed-in person; nobody else has a page of their own. */
function sessionOf(c: WebContext) {
  personOf(c.var.ctx.actor)
  if (c.var.session === null) throw new NotFound()
  return c.var.session
}

myPageRoutes.get(peoplePaths.mine, (c) => showMyPage(c))

myPageRoutes.post(peoplePaths.contacts, async (c) => {
  sessionOf(c)
  const read = await readForm(c, changeContactsInput, myPageMessages[c.var.language].errors)
  if (!read.ok) return showMyPage(c, { form: read.form })
  await changeContacts(c.var.ctx, read.input)
  return seeOther(c, `${peoplePaths.mine}?salvestatud=1`)
})

myPageRoutes.post(peoplePaths.actFor, async (c) => {
  const session = sessionOf(c)
  const read = await readForm(c, actForBodyInput, myPageMessages[c.var.language].errors)
  if (!read.ok) return showMyPage(c, { refusal: 'mayNotRepresent' })
  const outcome = await actForBody(c.var.ctx, session.id, read.input)
  return outcome.ok ? seeOther(c, read.input.to ?? peoplePaths.mine) : showMyPage(c, { refusal: outcome.refusal })
})

myPageRoutes.post(peoplePaths.otherSessionsEnd, async (c) => {
  await endOtherSessions(c.var.ctx, sessionOf(c).id)
  return seeOther(c, `${peoplePaths.mine}#seansid`)
})

myPageRoutes.post(`/minu/seansid/${idPattern}/lopetamine`, async (c) => {
  const isOwn = sessionOf(c).id === c.req.param('id')
  await endOwnSession(c.var.ctx, c.req.param('id'))
  return seeOther(c, isOwn ? '/' : `${peoplePaths.mine}#seansid`)
})
