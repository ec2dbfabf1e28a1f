import { Hono } from 'hono'
import { authorize, hasRole, todayOf } from '#platform/context.ts'
import { emptyForm, readForm } from '#platform/forms.ts'
import { page, seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { deskErrorMessages } from '../messages/desk-errors.ts'
import { ownersOf } from '../own-post.ts'
import type { Attempt } from '../pages/desk-frame.tsx'
import { DeskPage } from '../pages/desk-page.tsx'
import { ReviewFormPage } from '../pages/review-form-page.tsx'
import { deskPaths, planPaths } from '../paths.ts'
import { withProof } from '../proof-files.ts'
import { listWaitingContributions } from '../queries/desk.ts'
import { listWaitingVouched } from '../queries/evidence.ts'
import { listVersions } from '../queries/versions.ts'
import { readPlan } from '../read-plan.ts'
import { reviewYear, reviewYearInput } from '../review-year.ts'
import { canAdopt, canUpdate, coordinates, owns, seesDrafts } from '../rules.ts'

export const deskRoutes = new Hono<AppEnv>()

export async function showDesk(c: WebContext, upload: Attempt | undefined, status: 200 | 422 = 200): Promise<Response> {
  const { ctx } = c.var
  const { actor, db } = ctx
  authorize(seesDrafts(actor))
  const plan = await readPlan(ctx)
  const commitments = plan?.commitments ?? []
  const byId = new Map(commitments.map((one) => [one.id, one]))
  const waiting = (await withProof(ctx, await listWaitingVouched(db))).flatMap((one) => {
    const commitment = byId.get(one.commitmentId)
    return commitment === undefined ? [] : [{ ...one, number: commitment.number, name: commitment.name }]
  })
  const contributions = (await listWaitingContributions(db)).filter((one) => canUpdate(actor, one))
  const versions = await listVersions(db, true)
  const parts = {
    rights: {
      coordinates: coordinates(actor),
      mayAdopt: canAdopt(actor),
      isOfficial: hasRole(actor, 'official'),
      personId: actor.personId,
    },
    today: todayOf(ctx),
    inForce: plan?.version.number ?? null,
    copyKey: crypto.randomUUID(),
    mine: coordinates(actor) ? commitments : commitments.filter((one) => owns(actor, ownersOf(one))),
    waiting,
    contributions,
    unfinished: versions.filter(({ state }) => state === 'draft' || state === 'discussion'),
    upload,
  }
  return page(c, (frame) => <DeskPage {...{ frame, ...parts }} />, status)
}

deskRoutes.get(deskPaths.desk, (c) => showDesk(c, undefined))

async function showReviewForm(c: WebContext, attempt: Attempt, status: 200 | 422 = 200) {
  authorize(coordinates(c.var.ctx.actor))
  return page(c, (frame) => <ReviewFormPage {...{ frame, attempt }} />, status)
}

deskRoutes.get(deskPaths.reviews, (c) => {
  const year = String(Number(todayOf(c.var.ctx).slice(0, 4)) - 1)
  return showReviewForm(c, { form: { ...emptyForm, values: { year } } })
})

deskRoutes.post(deskPaths.reviews, async (c) => {
  const words = deskErrorMessages[c.var.language]
  const form = await readForm(c, reviewYearInput, words.errors)
  if (!form.ok) return showReviewForm(c, { form: form.form }, 422)
  const outcome = await reviewYear(c.var.ctx, form.input)
  if (outcome.ok) return seeOther(c, `${planPaths.reviews}#aasta-${form.input.year}`)
  return showReviewForm(c, { form: { values: form.values, errors: {} }, refusal: words.refusals[outcome.refusal] }, 422)
})
