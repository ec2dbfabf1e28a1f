import * as z from 'zod'
import { inTransaction, NotFound, personOf, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { lockForEditing } from './edited-form.ts'
import { formSubject } from './events.ts'
import { putDraft } from './queries/change-forms.ts'
import { findVersion } from './queries/forms.ts'
import { revisionField } from './save-draft.ts'

export const restoreVersionInput = z.object({ revision: revisionField })
export type RestoreVersionOutcome = { ok: true; revision: number } | { ok: false; refusal: 'changedMeanwhile' }

/** An earlier version becomes the draft; what is published stays until the draft is published anew. */
export async function restoreVersion(
  context: Context,
  formId: string,
  version: number,
  { revision: seen }: z.output<typeof restoreVersionInput>,
): Promise<RestoreVersionOutcome> {
  return inTransaction<RestoreVersionOutcome>(context, async (ctx) => {
    const form = await lockForEditing(ctx, formId)
    const earlier = await findVersion(ctx.db, formId, version)
    if (earlier === undefined) throw new NotFound()
    if (form.revision !== seen) return { ok: false, refusal: 'changedMeanwhile' }
    const revision = form.revision + 1
    const { definition } = earlier
    await putDraft(ctx.db, formId, { definition, revision, by: personOf(ctx.actor), at: ctx.now })
    const facts = { form: formId, owner: form.owner, version }
    await record(ctx, 'forms.version-restored', formSubject(formId), facts)
    return { ok: true, revision }
  })
}
