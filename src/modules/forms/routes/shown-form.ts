import { readText } from '#platform/language.ts'
import type { WebContext } from '#platform/web/http.ts'
import { formForEditing } from '../edited-form.ts'
import { ownerOf, titleOf } from '../owners.ts'
import type { EditedForm } from '../queries/forms.ts'

export type ShownForm = EditedForm & {
  title: string
  /** Where the editor came from. */
  backPath: string | null
}

/** The form of the address for somebody who may edit it. Throws `NotFound` and `Forbidden`. */
export async function shownForm(c: WebContext): Promise<ShownForm> {
  const { ctx, language } = c.var
  const form = await formForEditing(ctx, c.req.param('id') ?? '')
  const title = readText(await titleOf(ctx.db, form.owner), language).text
  return { ...form, title, backPath: ownerOf(form.owner)?.backPath(form.owner) ?? null }
}
