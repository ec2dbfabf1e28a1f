import { inTransaction, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { checkDefinition } from './check-definition.ts'
import { definitionSchema, type Definition } from './definition.ts'
import { formSubject } from './events.ts'
import { insertForm, insertVersion, putDraft } from './queries/change-forms.ts'
import { findCurrent, type FormVersion } from './queries/forms.ts'

/**
 * The form of an owner, made with its first version where there is none yet. The owner has judged who may do so; a
 * first definition with faults is the owner's mistake and throws.
 */
export async function ensureForm(context: Context, owner: string, first: Definition): Promise<FormVersion> {
  return inTransaction(context, async (ctx) => {
    const known = await findCurrent(ctx.db, owner)
    if (known !== undefined) return known
    const definition = definitionSchema.parse(first)
    const [fault] = checkDefinition(definition)
    if (fault !== undefined) throw new Error(`Form of ${owner}: ${fault.reason} at ${fault.path}`)
    const formId = await insertForm(ctx.db, owner, ctx.now)
    if (formId !== undefined) {
      const by = ctx.actor.personId
      await insertVersion(ctx.db, { formId, number: 1, definition, at: ctx.now, by, note: '' })
      await putDraft(ctx.db, formId, { definition, revision: 1, by, at: ctx.now })
      const facts = { form: formId, owner, version: 1, fields: definition.fields.length }
      await record(ctx, 'forms.published', formSubject(formId), facts)
    }
    const made = await findCurrent(ctx.db, owner)
    if (made === undefined) throw new Error(`Form of ${owner} was not made`)
    return made
  })
}
