import { Hono } from 'hono'
import { hasRole, NotFound } from '#platform/context.ts'
import { offeredEvidence } from '#platform/evidence.ts'
import { emptyForm, readForm } from '#platform/forms.ts'
import { page, seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { askQuestion, contributeInput } from '../contribute.ts'
import { participationMessages } from '../messages/participation.ts'
import { ownersOf } from '../own-post.ts'
import { CommitmentPage } from '../pages/commitment-page.tsx'
import type { AskState } from '../pages/what-pages-take.ts'
import { inAddress, planPaths } from '../paths.ts'
import { readEvidenceFigures } from '../read-evidence-figures.ts'
import { readCommitment } from '../queries/commitment-in-force.ts'
import { canAsk, canUpdate } from '../rules.ts'

export const commitmentRoutes = new Hono<AppEnv>()

async function showCommitment(c: WebContext, number: string, ask: AskState | null, status: 200 | 422 = 200) {
  const commitment = await readCommitment(c.var.ctx, number)
  if (commitment === undefined) throw new NotFound()
  const { actor } = c.var.ctx
  const rights = {
    mayUpdate: canUpdate(actor, ownersOf(commitment)),
    seesWaiting: hasRole(actor, 'official'),
    personId: actor.personId,
  }
  const sources = offeredEvidence()
  const figures = await readEvidenceFigures(c.var.ctx, commitment)
  return page(c, (frame) => <CommitmentPage {...{ frame, commitment, sources, figures, rights, ask }} />, status)
}

commitmentRoutes.get(`${planPaths.plan}/${inAddress.number}`, (c) => {
  const ask = canAsk(c.var.ctx.actor) ? { form: emptyForm, idempotencyKey: crypto.randomUUID() } : null
  return showCommitment(c, c.req.param('number'), ask)
})

/** Where a refused form stands, also when its address is opened anew, for example in another language. */
commitmentRoutes.get(`${planPaths.plan}/${inAddress.number}/kusimused`, (c) =>
  seeOther(c, `${planPaths.commitment(c.req.param('number'))}#kusi`),
)

commitmentRoutes.post(`${planPaths.plan}/${inAddress.number}/kusimused`, async (c) => {
  const number = c.req.param('number')
  const words = participationMessages[c.var.language]
  const form = await readForm(c, contributeInput, words.errors)
  if (!form.ok) {
    const idempotencyKey = form.form.values.idempotencyKey ?? crypto.randomUUID()
    return showCommitment(c, number, { form: form.form, idempotencyKey }, 422)
  }
  const outcome = await askQuestion(c.var.ctx, number, form.input)
  if (outcome.ok) return seeOther(c, `${planPaths.commitment(number)}#kusimused`)
  const { idempotencyKey } = form.input
  const refused = {
    form: { values: form.values, errors: {} },
    idempotencyKey,
    refusal: words.refusals[outcome.refusal],
  }
  return showCommitment(c, number, refused, 422)
})
