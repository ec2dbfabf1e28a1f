import { Hono } from 'hono'
import { authorize, NotFound } from '#platform/context.ts'
import { emptyForm, readForm } from '#platform/forms.ts'
import { page, seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { answerContribution, answerInput, hideContribution, hideInput } from '../answer-contribution.ts'
import { confirmEvidence, declineEvidence, declineEvidenceInput, type DecideOutcome } from '../decide-on-evidence.ts'
import { deskErrorMessages } from '../messages/desk-errors.ts'
import { AnswerPage } from '../pages/answer-page.tsx'
import { DecisionPage } from '../pages/decision-page.tsx'
import type { Attempt } from '../pages/desk-frame.tsx'
import { inAddress, planPaths } from '../paths.ts'
import { withProof } from '../proof-files.ts'
import { findContribution, findVouched } from '../queries/desk.ts'
import { canDecideOn, canUpdate, coordinates } from '../rules.ts'

export const decisionRoutes = new Hono<AppEnv>()

const evidence = `/too/toendid/${inAddress.id}`
const contribution = `/too/kusimused/${inAddress.id}`
const idIn = (c: WebContext) => c.req.param('id') ?? ''

async function showDecision(c: WebContext, attempt: Attempt, status: 200 | 422 = 200): Promise<Response> {
  const found = await findVouched(c.var.ctx.db, idIn(c))
  if (found === undefined) throw new NotFound()
  authorize(canDecideOn(c.var.ctx.actor, found))
  const [evidence] = await withProof(c.var.ctx, [found])
  return page(c, (frame) => <DecisionPage {...{ frame, evidence: evidence!, attempt }} />, status)
}

function decided(c: WebContext, outcome: DecideOutcome, values: Record<string, string>): Response | Promise<Response> {
  if (outcome.ok) return seeOther(c, `${planPaths.commitment(outcome.number)}#toendid`)
  const refusal = deskErrorMessages[c.var.language].refusals[outcome.refusal]
  return showDecision(c, { form: { values, errors: {} }, refusal }, 422)
}

for (const path of [`${evidence}/kinnitamine`, `${evidence}/tagasilukkamine`]) {
  decisionRoutes.get(path, (c) => showDecision(c, { form: emptyForm }))
}

decisionRoutes.post(`${evidence}/kinnitamine`, async (c) => decided(c, await confirmEvidence(c.var.ctx, idIn(c)), {}))

decisionRoutes.post(`${evidence}/tagasilukkamine`, async (c) => {
  const form = await readForm(c, declineEvidenceInput, deskErrorMessages[c.var.language].errors)
  if (!form.ok) return showDecision(c, { form: form.form }, 422)
  return decided(c, await declineEvidence(c.var.ctx, idIn(c), form.input), form.values)
})

async function showAnswer(c: WebContext, attempt?: Attempt, status: 200 | 422 = 200): Promise<Response> {
  const { actor, db } = c.var.ctx
  const found = await findContribution(db, idIn(c))
  if (found === undefined) throw new NotFound()
  authorize(canUpdate(actor, found))
  const { et = '', en = '', ru = '' } = found.answer ?? {}
  const shown = attempt ?? { form: { ...emptyForm, values: { 'answer.et': et, 'answer.en': en, 'answer.ru': ru } } }
  const parts = { contribution: found, mayHide: coordinates(actor), attempt: shown }
  return page(c, (frame) => <AnswerPage {...{ frame, ...parts }} />, status)
}

function toContribution(c: WebContext, { number, version }: { number: string; version: number | null }): Response {
  const path = version === null ? planPaths.commitment(number) : planPaths.draftCommitment(version, number)
  return seeOther(c, `${path}#sona-${idIn(c)}`)
}

for (const path of [contribution, `${contribution}/vastus`, `${contribution}/peitmine`]) {
  decisionRoutes.get(path, (c) => showAnswer(c))
}

decisionRoutes.post(`${contribution}/vastus`, async (c) => {
  const form = await readForm(c, answerInput, deskErrorMessages[c.var.language].errors)
  if (!form.ok) return showAnswer(c, { form: form.form }, 422)
  return toContribution(c, await answerContribution(c.var.ctx, idIn(c), form.input))
})

decisionRoutes.post(`${contribution}/peitmine`, async (c) => {
  const form = await readForm(c, hideInput, deskErrorMessages[c.var.language].errors)
  if (!form.ok) return showAnswer(c, { form: form.form }, 422)
  return toContribution(c, await hideContribution(c.var.ctx, idIn(c), form.input))
})
