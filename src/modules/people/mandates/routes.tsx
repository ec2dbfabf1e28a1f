import { Hono } from 'hono'
import { authorize, NotFound, todayOf } from '#platform/context.ts'
import { emptyForm, readForm, type FormState } from '#platform/forms.ts'
import { page, seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { workMessages } from '../messages/work.ts'
import type { WorkRefusal } from '../pages/work/work-form-page.tsx'
import { idPattern, peoplePaths } from '../paths.ts'
import type { Body } from '../queries/bodies.ts'
import { canManageBodies } from '../rules.ts'
import { bodyOf } from '../routes/work-bodies.tsx'
import { AnswerPage } from './answer-page.tsx'
import { answerSubstitute, answerSubstituteInput } from './answer-substitute.ts'
import { changeFaction, changeFactionInput } from './change-faction.ts'
import { changeVotingRight, changeVotingRightInput } from './change-voting-right.ts'
import { endSuspension, endSuspensionInput } from './end-suspension.ts'
import { enterSubstitute, enterSubstituteInput } from './enter-substitute.ts'
import { MandatePage } from './mandate-page.tsx'
import { findMandate, findSubstitute, findSuspension, listSeatedFrom, listSubstitutes } from './queries.ts'
import { mayStepIn, nextInLists } from './rules.ts'
import { seatSubstitute, seatSubstituteInput } from './seat-substitute.ts'
import { SubstitutesPage } from './substitutes-page.tsx'
import { suspendMandate, suspendMandateInput } from './suspend-mandate.ts'

export const mandateRoutes = new Hono<AppEnv>()

const wordsOf = (c: WebContext) => workMessages[c.var.language].errors

/** Whoever may not keep the register gets no further, whether the thing is there or not. */
function keeper(c: WebContext) {
  authorize(canManageBodies(c.var.ctx.actor))
  return c.var.ctx
}

type Attempt = { form: FormState; refusal?: WorkRefusal }

const statusOf = ({ form, refusal }: Attempt) =>
  refusal === undefined && Object.keys(form.errors).length === 0 ? 200 : 422

async function listedOn(c: WebContext, bodyId: string) {
  const { ctx } = c.var
  const today = todayOf(ctx)
  const substitutes = await listSubstitutes(ctx.db, bodyId)
  const seated = substitutes.length === 0 ? new Set<string>() : await listSeatedFrom(ctx.db, bodyId, today)
  const next = new Set(nextInLists(substitutes, today, seated).map(({ id }) => id))
  return substitutes.map((one) => ({
    ...one,
    isNext: next.has(one.id),
    isFree: mayStepIn(one, today, seated),
  }))
}

async function showMandate(c: WebContext, id: string, attempt?: Attempt) {
  const ctx = keeper(c)
  const today = todayOf(ctx)
  const mandate = await findMandate(ctx.db, id, today)
  if (mandate === undefined) throw new NotFound()
  const listed = mandate.bodyKind === 'council' ? await listedOn(c, mandate.bodyId) : []
  const free = listed.filter(({ isFree }) => isFree).toSorted((a, b) => Number(b.isNext) - Number(a.isNext))
  const form = attempt?.form ?? { values: { factionId: mandate.faction?.id ?? '' }, errors: {} }
  const idempotencyKey = form.values.idempotencyKey ?? crypto.randomUUID()
  const parts = { today, mandate, free, form, refusal: attempt?.refusal, idempotencyKey }
  return page(c, (frame) => <MandatePage frame={frame} {...parts} />, attempt === undefined ? 200 : statusOf(attempt))
}

const again = (values: Record<string, string>, refusal: WorkRefusal): Attempt => ({
  form: { values, errors: {} },
  refusal,
})

mandateRoutes.get(`/too/liikmesused/${idPattern}/volitused`, (c) => showMandate(c, c.req.param('id')))

mandateRoutes.post(`/too/liikmesused/${idPattern}/peatamine`, async (c) => {
  const ctx = keeper(c)
  const id = c.req.param('id')
  const read = await readForm(c, suspendMandateInput, wordsOf(c))
  if (!read.ok) return showMandate(c, id, { form: read.form })
  const outcome = await suspendMandate(ctx, id, read.input)
  return outcome.ok ? seeOther(c, peoplePaths.workMandate(id)) : showMandate(c, id, again(read.values, outcome.refusal))
})

mandateRoutes.post(`/too/liikmesused/${idPattern}/asendamine`, async (c) => {
  const ctx = keeper(c)
  const id = c.req.param('id')
  const read = await readForm(c, seatSubstituteInput, wordsOf(c))
  if (!read.ok) return showMandate(c, id, { form: read.form })
  const outcome = await seatSubstitute(ctx, id, read.input)
  return outcome.ok ? seeOther(c, peoplePaths.workMandate(id)) : showMandate(c, id, again(read.values, outcome.refusal))
})

mandateRoutes.post(`/too/liikmesused/${idPattern}/haaleoigus`, async (c) => {
  const ctx = keeper(c)
  const id = c.req.param('id')
  const read = await readForm(c, changeVotingRightInput, wordsOf(c))
  if (!read.ok) return showMandate(c, id, { form: read.form })
  const outcome = await changeVotingRight(ctx, id, read.input)
  return outcome.ok
    ? seeOther(c, peoplePaths.workMandate(outcome.membershipId))
    : showMandate(c, id, again(read.values, outcome.refusal))
})

mandateRoutes.post(`/too/liikmesused/${idPattern}/fraktsioon`, async (c) => {
  const ctx = keeper(c)
  const id = c.req.param('id')
  const read = await readForm(c, changeFactionInput, wordsOf(c))
  if (!read.ok) return showMandate(c, id, { form: read.form })
  const outcome = await changeFaction(ctx, id, read.input)
  return outcome.ok ? seeOther(c, peoplePaths.workMandate(id)) : showMandate(c, id, again(read.values, outcome.refusal))
})

mandateRoutes.post(`/too/peatumised/${idPattern}/lopetamine`, async (c) => {
  const ctx = keeper(c)
  const suspension = await findSuspension(ctx.db, c.req.param('id'))
  if (suspension === undefined) throw new NotFound()
  const { id, membershipId } = suspension
  const read = await readForm(c, endSuspensionInput, wordsOf(c))
  if (!read.ok) return showMandate(c, membershipId, { form: read.form })
  const outcome = await endSuspension(ctx, id, read.input)
  return outcome.ok
    ? seeOther(c, peoplePaths.workMandate(membershipId))
    : showMandate(c, membershipId, again(read.values, outcome.refusal))
})

async function showSubstitutes(c: WebContext, body: Body, attempt?: Attempt) {
  const today = todayOf(c.var.ctx)
  const substitutes = await listedOn(c, body.id)
  const newest = substitutes[0]?.composition
  const form =
    attempt?.form ?? (newest === undefined ? emptyForm : { values: { composition: `${newest}` }, errors: {} })
  const idempotencyKey = form.values.idempotencyKey ?? crypto.randomUUID()
  const parts = { today, body, substitutes, form, refusal: attempt?.refusal, idempotencyKey }
  const status = attempt === undefined ? 200 : statusOf(attempt)
  return page(c, (frame) => <SubstitutesPage frame={frame} {...parts} />, status)
}

mandateRoutes.get(`/too/kogud/${idPattern}/asendusliikmed`, async (c) =>
  showSubstitutes(c, await bodyOf(c, c.req.param('id'))),
)

mandateRoutes.post(`/too/kogud/${idPattern}/asendusliikmed`, async (c) => {
  const body = await bodyOf(c, c.req.param('id'))
  const read = await readForm(c, enterSubstituteInput, wordsOf(c))
  if (!read.ok) return showSubstitutes(c, body, { form: read.form })
  const outcome = await enterSubstitute(c.var.ctx, c.var.site.keys, body.id, read.input)
  return outcome.ok
    ? seeOther(c, peoplePaths.workSubstitutes(body.id))
    : showSubstitutes(c, body, again(read.values, outcome.refusal))
})

async function showAnswer(c: WebContext, id: string, attempt?: Attempt) {
  const ctx = keeper(c)
  const substitute = await findSubstitute(ctx.db, id)
  if (substitute === undefined) throw new NotFound()
  const { offeredOn, acceptedOn, declinedOn } = substitute
  const kept = { offeredOn: offeredOn ?? '', acceptedOn: acceptedOn ?? '', declinedOn: declinedOn ?? '' }
  const form = attempt?.form ?? { values: kept, errors: {} }
  const status = attempt === undefined ? 200 : statusOf(attempt)
  return page(c, (frame) => <AnswerPage {...{ frame, substitute, form }} />, status)
}

mandateRoutes.get(`/too/asendusliikmed/${idPattern}/vastus`, (c) => showAnswer(c, c.req.param('id')))

mandateRoutes.post(`/too/asendusliikmed/${idPattern}/vastus`, async (c) => {
  const ctx = keeper(c)
  const id = c.req.param('id')
  const read = await readForm(c, answerSubstituteInput, wordsOf(c))
  if (!read.ok) return showAnswer(c, id, { form: read.form })
  const { bodyId } = await answerSubstitute(ctx, id, read.input)
  return seeOther(c, peoplePaths.workSubstitutes(bodyId))
})
