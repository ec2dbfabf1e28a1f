import { authorize, NotFound, type Context } from '#platform/context.ts'
import { listOwners } from './owners.ts'
import { findForm, lockForm, type EditedForm } from './queries/forms.ts'
import { canEdit } from './rules.ts'

/** A form for somebody who may edit it. Throws `NotFound` and `Forbidden`. */
export async function formForEditing(ctx: Context, id: string): Promise<EditedForm> {
  return permitted(ctx, await findForm(ctx.db, id))
}

/** The same, held until the transaction ends. */
export async function lockForEditing(ctx: Context, id: string): Promise<EditedForm> {
  return permitted(ctx, await lockForm(ctx.db, id))
}

function permitted(ctx: Context, form: EditedForm | undefined): EditedForm {
  if (form === undefined) throw new NotFound()
  authorize(canEdit(ctx.actor, listOwners(), form.owner))
  return form
}
