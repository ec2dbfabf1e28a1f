import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod'
import { inTransaction, personOf, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { once } from '#platform/once.ts'
import { checkDefinition, type DefinitionFault } from './check-definition.ts'
import { lockForEditing } from './edited-form.ts'
import { formSubject } from './events.ts'
import { insertVersion } from './queries/change-forms.ts'
import { revisionField } from './save-draft.ts'

export const publishVersionInput = z.object({
  idempotencyKey: z.uuid(),
  revision: revisionField,
  note: z.string('noteMissing').trim().min(5, 'noteMissing').max(1000, 'noteTooLong'),
})
export type PublishVersionInput = z.output<typeof publishVersionInput>
export type PublishVersionOutcome =
  | { ok: true; version: number }
  | { ok: false; refusal: 'changedMeanwhile' | 'nothingChanged' }
  | { ok: false; refusal: 'faults'; faults: DefinitionFault[] }

/** Makes the draft the version that is asked from now on. Forms that are open keep the version they were opened with. */
export async function publishVersion(
  context: Context,
  formId: string,
  { idempotencyKey, revision, note }: PublishVersionInput,
): Promise<PublishVersionOutcome> {
  return inTransaction(context, async (ctx) => {
    const form = await lockForEditing(ctx, formId)
    return once<PublishVersionOutcome>(ctx, idempotencyKey, 'forms.publish-version', async () => {
      if (form.revision !== revision) return { ok: false, refusal: 'changedMeanwhile' }
      const faults = checkDefinition(form.draft)
      if (faults.length > 0) return { ok: false, refusal: 'faults', faults }
      if (isDeepStrictEqual(form.draft, form.published)) return { ok: false, refusal: 'nothingChanged' }
      const number = form.version + 1
      const published = { formId, number, definition: form.draft, at: ctx.now, by: personOf(ctx.actor), note }
      await insertVersion(ctx.db, published)
      const facts = { form: formId, owner: form.owner, version: number, fields: form.draft.fields.length }
      await record(ctx, 'forms.published', formSubject(formId), facts)
      return { ok: true, version: number }
    })
  })
}
