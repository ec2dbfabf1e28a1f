import { Hono } from 'hono'
import { NotFound, todayOf } from '#platform/context.ts'
import { emptyForm, readForm } from '#platform/forms.ts'
import { page, seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { commentOnDraft, contributeInput } from '../contribute.ts'
import { participationMessages } from '../messages/participation.ts'
import { versionBefore } from '../pages/compared.ts'
import type { AskState } from '../pages/what-pages-take.ts'
import { ClosedVersionPage } from '../pages/closed-version-page.tsx'
import { DifferencePage } from '../pages/difference-page.tsx'
import { DraftCommitmentPage } from '../pages/draft-commitment-page.tsx'
import { ReviewsPage } from '../pages/reviews-page.tsx'
import { VersionPage } from '../pages/version-page.tsx'
import { VersionsPage } from '../pages/versions-page.tsx'
import { inAddress, planPaths } from '../paths.ts'
import { listCommitments } from '../queries/commitments.ts'
import { listReviews } from '../queries/participation.ts'
import { countComments, listEstonianWordings, readDraftCommitment } from '../queries/version-pages.ts'
import { findVersion, listVersions, type WholeVersion } from '../queries/versions.ts'
import { canAsk, canRead, canUpdate, coordinates, seesDrafts, wasDiscussed } from '../rules.ts'

export const versionRoutes = new Hono<AppEnv>()

versionRoutes.get(planPaths.reviews, async (c) => {
  const reviews = await listReviews(c.var.ctx.db)
  return page(c, (frame) => <ReviewsPage {...{ frame, reviews }} />)
})

versionRoutes.get(planPaths.versions, async (c) => {
  const { ctx } = c.var
  const versions = await listVersions(ctx.db, seesDrafts(ctx.actor))
  return page(c, (frame) => <VersionsPage {...{ frame, versions, today: todayOf(ctx) }} />)
})

versionRoutes.get(`${planPaths.versions}/${inAddress.version}`, async (c) => {
  const { ctx } = c.var
  const version = await findVersion(ctx.db, Number(c.req.param('version')))
  if (version === undefined) throw new NotFound()
  if (!canRead(ctx.actor, version)) return showClosed(c, version)
  const commitments = await listCommitments(ctx.db, version.id)
  const comments = await countComments(ctx.db, version.id)
  const mayEdit = coordinates(ctx.actor)
  return page(c, (frame) => (
    <VersionPage {...{ frame, version, commitments, comments, today: todayOf(ctx), mayEdit }} />
  ))
})

versionRoutes.get(`${planPaths.versions}/${inAddress.version}/muudatused`, async (c) => {
  const { db, actor } = c.var.ctx
  const versions = await listVersions(db, seesDrafts(actor))
  const version = versions.find((one) => one.number === Number(c.req.param('version')))
  if (version === undefined) throw new NotFound()
  const chosen = versions.find((one) => String(one.number) === c.req.query('vordle') && one.number !== version.number)
  const before = (chosen ?? versionBefore(versions, version))?.number ?? null
  const { number } = version
  const wordings = before === null ? [] : await listEstonianWordings(db, [number, before])
  const others = versions.map((one) => one.number).filter((one) => one !== number)
  return page(c, (frame) => <DifferencePage {...{ frame, number, before, wordings, others }} />)
})

function showClosed(c: WebContext, version: WholeVersion) {
  if (!wasDiscussed(version, todayOf(c.var.ctx))) throw new NotFound()
  return page(c, (frame) => <ClosedVersionPage {...{ frame, version }} />)
}

async function showDraftCommitment(c: WebContext, ask: AskState | null, status: 200 | 422 = 200) {
  const { ctx } = c.var
  const draft = await readDraftCommitment(ctx.db, Number(c.req.param('version')), c.req.param('number') ?? '')
  if (draft === undefined) throw new NotFound()
  if (!canRead(ctx.actor, draft.version)) return showClosed(c, draft.version)
  const parts = { draft, today: todayOf(ctx), mayAnswer: canUpdate(ctx.actor, draft.commitment), ask }
  return page(c, (frame) => <DraftCommitmentPage {...{ frame, ...parts }} />, status)
}

versionRoutes.get(`${planPaths.versions}/${inAddress.version}/${inAddress.number}`, (c) => {
  const ask = canAsk(c.var.ctx.actor) ? { form: emptyForm, idempotencyKey: crypto.randomUUID() } : null
  return showDraftCommitment(c, ask)
})

versionRoutes.get(`${planPaths.versions}/${inAddress.version}/${inAddress.number}/kommentaarid`, (c) => {
  const { version, number } = c.req.param()
  return seeOther(c, `${planPaths.draftCommitment(Number(version), number)}#kommenteeri`)
})

versionRoutes.post(`${planPaths.versions}/${inAddress.version}/${inAddress.number}/kommentaarid`, async (c) => {
  const { version, number } = c.req.param()
  const words = participationMessages[c.var.language]
  const form = await readForm(c, contributeInput, words.errors)
  if (!form.ok) {
    const idempotencyKey = form.form.values.idempotencyKey ?? crypto.randomUUID()
    return showDraftCommitment(c, { form: form.form, idempotencyKey }, 422)
  }
  const outcome = await commentOnDraft(c.var.ctx, Number(version), number, form.input)
  if (outcome.ok) return seeOther(c, `${planPaths.draftCommitment(Number(version), number)}#kommentaarid`)
  const { idempotencyKey } = form.input
  const refused = {
    form: { values: form.values, errors: {} },
    idempotencyKey,
    refusal: words.refusals[outcome.refusal],
  }
  return showDraftCommitment(c, refused, 422)
})
