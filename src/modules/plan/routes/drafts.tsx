import { Hono } from 'hono'
import * as z from 'zod'
import { authorize, NotFound, todayOf } from '#platform/context.ts'
import { emptyForm, readForm } from '#platform/forms.ts'
import { page, seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import {
  adoptInput,
  adoptVersion,
  endDiscussion,
  openDiscussion,
  openDiscussionInput,
  withdrawVersion,
  type VersionOutcome,
} from '../change-version-state.ts'
import {
  copyVersion,
  copyVersionInput,
  editCommitment,
  editCommitmentInput,
  settleParty,
  settlePartyInput,
} from '../edit-version.ts'
import { deskErrorMessages } from '../messages/desk-errors.ts'
import type { Attempt } from '../pages/desk-frame.tsx'
import { DraftPage } from '../pages/draft-page.tsx'
import { targetField } from '../pages/unsettled-parties.tsx'
import { numberInForce } from '../pages/version-state.tsx'
import { wordingValues, WordingPage } from '../pages/wording-page.tsx'
import { deskPaths, inAddress } from '../paths.ts'
import { findCommitment, listCommitments } from '../queries/commitments.ts'
import { listPartyTargets } from '../queries/desk.ts'
import { findVersion, listVersions } from '../queries/versions.ts'
import { canAdopt, coordinates, seesDrafts } from '../rules.ts'

export const draftRoutes = new Hono<AppEnv>()

const at = `${deskPaths.desk}/versioonid/${inAddress.version}`
const versionIn = (c: WebContext) => Number(c.req.param('version'))

async function showDraft(c: WebContext, attempt?: Attempt, status: 200 | 422 = 200): Promise<Response> {
  const { ctx } = c.var
  authorize(seesDrafts(ctx.actor))
  const version = await findVersion(ctx.db, versionIn(c))
  if (version === undefined) throw new NotFound()
  const today = todayOf(ctx)
  const rights = { coordinates: coordinates(ctx.actor), mayAdopt: canAdopt(ctx.actor) }
  const parts = {
    version,
    commitments: await listCommitments(ctx.db, version.id),
    targets: rights.coordinates && version.state === 'draft' ? await listPartyTargets(ctx.db) : [],
    inForce: numberInForce(await listVersions(ctx.db, true), today),
    today,
    rights,
    attempt,
  }
  return page(c, (frame) => <DraftPage {...{ frame, ...parts }} />, status)
}

/** Back to the version, or the same page with the sentence that says why not. */
function answer(c: WebContext, outcome: VersionOutcome, values: Record<string, string>): Response | Promise<Response> {
  if (outcome.ok) return seeOther(c, deskPaths.version(versionIn(c)))
  const refusal = deskErrorMessages[c.var.language].refusals[outcome.refusal]
  return showDraft(c, { form: { values, errors: {} }, refusal }, 422)
}

draftRoutes.get(at, (c) => showDraft(c))
for (const step of ['arutelu', 'arutelu-lopetamine', 'tagasivotmine', 'kinnitamine']) {
  draftRoutes.get(`${at}/${step}`, (c) => seeOther(c, `${deskPaths.version(versionIn(c))}#sammud`))
}

draftRoutes.post(`${at}/arutelu`, async (c) => {
  const form = await readForm(c, openDiscussionInput, deskErrorMessages[c.var.language].errors)
  if (!form.ok) return showDraft(c, { form: form.form }, 422)
  return answer(c, await openDiscussion(c.var.ctx, versionIn(c), form.input), form.values)
})

draftRoutes.post(`${at}/arutelu-lopetamine`, async (c) => answer(c, await endDiscussion(c.var.ctx, versionIn(c)), {}))

draftRoutes.post(`${at}/tagasivotmine`, async (c) => answer(c, await withdrawVersion(c.var.ctx, versionIn(c)), {}))

draftRoutes.post(`${at}/kinnitamine`, async (c) => {
  const form = await readForm(c, adoptInput, deskErrorMessages[c.var.language].errors)
  if (!form.ok) return showDraft(c, { form: form.form }, 422)
  return answer(c, await adoptVersion(c.var.ctx, versionIn(c), form.input), form.values)
})

draftRoutes.post(`${at}/koopia`, async (c) => {
  const form = await readForm(c, copyVersionInput, deskErrorMessages[c.var.language].errors)
  if (!form.ok) return seeOther(c, deskPaths.desk)
  const { number } = await copyVersion(c.var.ctx, versionIn(c), form.input)
  return seeOther(c, deskPaths.version(number))
})

draftRoutes.post(`${at}/osapooled/${inAddress.id}`, async (c) => {
  const party = c.req.param('id')
  const name = targetField(party)
  const schema = z.object({ [name]: settlePartyInput.shape.target })
  const form = await readForm(c, schema, { ...targetWords(c), invalid: targetWords(c).targetMissing })
  if (!form.ok) return showDraft(c, { form: form.form }, 422)
  const outcome = await settleParty(c.var.ctx, versionIn(c), party, { target: form.input[name] ?? '' })
  if (outcome.ok) return seeOther(c, `${deskPaths.version(versionIn(c))}#osapooled`)
  return answer(c, outcome, form.values)
})

function targetWords(c: WebContext) {
  return deskErrorMessages[c.var.language].errors
}

async function showWording(c: WebContext, attempt?: Attempt, status: 200 | 422 = 200): Promise<Response> {
  const { ctx } = c.var
  authorize(coordinates(ctx.actor))
  const version = await findVersion(ctx.db, versionIn(c))
  const commitment = version && (await findCommitment(ctx.db, version.id, c.req.param('number') ?? ''))
  if (version === undefined || commitment === undefined) throw new NotFound()
  const shown = attempt ?? { form: { ...emptyForm, values: wordingValues(commitment) } }
  return page(c, (frame) => <WordingPage {...{ frame, version: version.number, commitment, attempt: shown }} />, status)
}

draftRoutes.get(`${at}/${inAddress.number}`, (c) => showWording(c))

draftRoutes.post(`${at}/${inAddress.number}`, async (c) => {
  const words = deskErrorMessages[c.var.language]
  const form = await readForm(c, editCommitmentInput, words.errors)
  if (!form.ok) return showWording(c, { form: form.form }, 422)
  const outcome = await editCommitment(c.var.ctx, versionIn(c), c.req.param('number'), form.input)
  if (outcome.ok) return seeOther(c, `${deskPaths.version(versionIn(c))}#lubadused`)
  return showWording(c, { form: { values: form.values, errors: {} }, refusal: words.refusals[outcome.refusal] }, 422)
})
