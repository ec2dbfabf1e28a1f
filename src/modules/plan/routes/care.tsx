import { Hono } from 'hono'
import { keepUpload, reading } from '#modules/files/index.ts'
import { authorize, NotFound, todayOf } from '#platform/context.ts'
import { offeredEvidence } from '#platform/evidence.ts'
import { emptyForm, readForm, type FormState } from '#platform/forms.ts'
import { readText } from '#platform/language.ts'
import { page, seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { readUpload } from '#platform/web/read-upload.ts'
import { changeDuty } from '../edit-version.ts'
import { deskErrorMessages } from '../messages/desk-errors.ts'
import { namedEvidenceKeys } from '../messages/evidence-names.ts'
import { ownersOf } from '../own-post.ts'
import { CarePage } from '../pages/care-page.tsx'
import type { Attempt } from '../pages/desk-frame.tsx'
import { DutyPage, dutyValues } from '../pages/duty-page.tsx'
import { deskPaths, inAddress, planPaths } from '../paths.ts'
import { readCommitment } from '../queries/commitment-in-force.ts'
import { findBinding, listKnownKeys, listWaitingContributions } from '../queries/desk.ts'
import type { Narrative } from '../queries/participation.ts'
import { canUpdate, coordinates, seesDrafts } from '../rules.ts'
import { commitmentInForce, vouchEvidence, vouchEvidenceInput } from '../vouch-evidence.ts'
import { writeNarrative, writeNarrativeInput } from '../write-narrative.ts'
import { dutyForm } from './duty-form.ts'

export const careRoutes = new Hono<AppEnv>()

const at = `${deskPaths.desk}/${inAddress.number}`
const numberIn = (c: WebContext) => c.req.param('number') ?? ''

async function showCare(c: WebContext, attempt: Attempt, status: 200 | 422 = 200): Promise<Response> {
  const { ctx } = c.var
  const commitment = await readCommitment(ctx, numberIn(c))
  if (commitment === undefined) throw new NotFound()
  const mayUpdate = canUpdate(ctx.actor, ownersOf(commitment))
  authorize(mayUpdate || seesDrafts(ctx.actor))
  const contributions = await listWaitingContributions(ctx.db)
  const parts = {
    commitment,
    contributions: contributions.filter((one) => one.number === commitment.number && canUpdate(ctx.actor, one)),
    sources: offeredEvidence(),
    rights: { mayUpdate, coordinates: coordinates(ctx.actor), personId: ctx.actor.personId },
    attempt: attempt.form === emptyForm ? { form: wordsAbout(commitment.narratives, c.req.query('periood')) } : attempt,
    idempotencyKey: attempt.form.values.idempotencyKey ?? crypto.randomUUID(),
  }
  return page(c, (frame) => <CarePage {...{ frame, ...parts }} />, status)
}

/** The present words about a period, to be written anew. */
function wordsAbout(narratives: readonly Narrative[], period: string | undefined): FormState {
  const present = narratives.find((one) => one.period === period && one.replacedAt === null)
  if (present === undefined) return emptyForm
  const { et, en = '', ru = '' } = present.text
  return { values: { period: present.period, 'text.et': et, 'text.en': en, 'text.ru': ru }, errors: {} }
}

careRoutes.get(at, (c) => showCare(c, { form: emptyForm }))

for (const form of ['toendid', 'selgitused']) {
  careRoutes.get(`${at}/${form}`, (c) => seeOther(c, deskPaths.commitment(numberIn(c))))
}

careRoutes.post(`${at}/toendid`, async (c) => {
  const words = deskErrorMessages[c.var.language]
  const { ctx, site, language } = c.var
  const { commitment } = await commitmentInForce(ctx, numberIn(c))
  // Before a byte of the form is read: nobody else may fill the disk.
  authorize(canUpdate(ctx.actor, ownersOf(commitment)))
  const limits = { bytesPerFile: reading.uploadLimits.bytesPerFile, files: 1 }
  return readUpload(c, vouchEvidenceInput, words.errors, limits, async (form) => {
    const { proof } = form.uploads
    // A browser forgets the chosen file; the form says which one it was.
    const refused = (values: Record<string, string>, errors: Record<string, string>) => {
      const remembered = proof === undefined ? values : { ...values, proofName: proof.name.slice(0, 200) }
      return showCare(c, { form: { values: remembered, errors } }, 422)
    }
    if (!form.ok) return refused(form.form.values, form.form.errors)
    const { proofDescription } = form.input
    const description = proofDescription === '' ? null : { et: proofDescription }
    const kept = proof === undefined ? null : await keepUpload(ctx, site, proof, { description })
    if (kept?.ok === false) {
      const field = kept.refusal === 'descriptionMissing' ? 'proofDescription' : 'proof'
      return refused(form.values, { [field]: readText(kept.sentence, language).text })
    }
    const outcome = await vouchEvidence(ctx, numberIn(c), form.input, kept?.id ?? null)
    if (outcome.ok) return seeOther(c, `${deskPaths.commitment(numberIn(c))}#ootavad`)
    return refused(form.values, { occurredOn: words.refusals[outcome.refusal] })
  })
})

careRoutes.post(`${at}/selgitused`, async (c) => {
  const form = await readForm(c, writeNarrativeInput, deskErrorMessages[c.var.language].errors)
  if (!form.ok) return showCare(c, { form: form.form }, 422)
  await writeNarrative(c.var.ctx, numberIn(c), form.input)
  return seeOther(c, `${planPaths.commitment(numberIn(c))}#selgitused`)
})

async function showDuty(c: WebContext, attempt?: Attempt, status: 200 | 422 = 200): Promise<Response> {
  const { ctx } = c.var
  authorize(coordinates(ctx.actor))
  const number = numberIn(c)
  const { commitment } = await commitmentInForce(ctx, number)
  const binding = await findBinding(ctx.db, commitment.id, c.req.param('id') ?? '')
  if (binding === undefined) throw new NotFound()
  const today = todayOf(ctx)
  const shown = attempt ?? { form: { ...emptyForm, values: dutyValues(binding, today) } }
  const parts = { number, binding, knownKeys: await knownKeys(c), sources: offeredEvidence(), today, attempt: shown }
  return page(c, (frame) => <DutyPage {...{ frame, ...parts }} />, status)
}

async function knownKeys(c: WebContext): Promise<string[]> {
  return [...new Set([...(await listKnownKeys(c.var.ctx.db)), ...namedEvidenceKeys])].toSorted()
}

careRoutes.get(`${at}/kohustused/${inAddress.id}`, (c) => showDuty(c))

careRoutes.post(`${at}/kohustused/${inAddress.id}`, async (c) => {
  authorize(coordinates(c.var.ctx.actor))
  const form = await readForm(c, dutyForm(await knownKeys(c)), deskErrorMessages[c.var.language].errors)
  if (!form.ok) return showDuty(c, { form: form.form }, 422)
  await changeDuty(c.var.ctx, c.req.param('id'), form.input)
  return seeOther(c, `${planPaths.commitment(numberIn(c))}#kuidas-me-teame`)
})
