import * as z from 'zod'
import { inTransaction, personOf, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { definitionSchema } from './definition.ts'
import { lockForEditing } from './edited-form.ts'
import { formSubject } from './events.ts'
import { putDraft } from './queries/change-forms.ts'

/** Which draft the editor had in front of them. */
export const revisionField = z.coerce.number('revisionMissing').int('revisionMissing').min(1, 'revisionMissing')

export const saveDraftInput = z.object({ revision: revisionField, definition: definitionSchema })
export type SaveDraftInput = z.output<typeof saveDraftInput>
export type SaveDraftOutcome = { ok: true; revision: number } | { ok: false; refusal: 'changedMeanwhile' }

/** The next version as it is being written; it may have faults as long as it is a draft. */
export async function saveDraft(context: Context, formId: string, input: SaveDraftInput): Promise<SaveDraftOutcome> {
  const { revision: seen, definition } = saveDraftInput.parse(input)
  return inTransaction<SaveDraftOutcome>(context, async (ctx) => {
    const form = await lockForEditing(ctx, formId)
    if (form.revision !== seen) return { ok: false, refusal: 'changedMeanwhile' }
    const revision = form.revision + 1
    await putDraft(ctx.db, formId, { definition, revision, by: personOf(ctx.actor), at: ctx.now })
    await record(ctx, 'forms.draft-saved', formSubject(formId), { form: formId, owner: form.owner, revision })
    return { ok: true, revision }
  })
}
