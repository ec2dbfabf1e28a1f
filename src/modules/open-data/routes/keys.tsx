import { Hono } from 'hono'
import * as z from 'zod'
import { authorize, NotFound } from '#platform/context.ts'
import { readForm, type FormState } from '#platform/forms.ts'
import { page, seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { makeKey, makeKeyInput, revokeKey } from '../make-key.ts'
import { openDataMessages } from '../messages.ts'
import { KeysPage } from '../pages/keys-page.tsx'
import { openDataPaths } from '../paths.ts'
import { listKeys } from '../queries.ts'
import { canManageKeys } from '../rules.ts'

const fresh: FormState = { values: { readsPerMinute: '600' }, errors: {} }

export function makeKeyRoutes(rights: readonly string[]): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()

  const show = async (c: WebContext, form: FormState, token: string | null, isRepeated = false) => {
    authorize(canManageKeys(c.var.ctx.actor))
    const keys = await listKeys(c.var.ctx.db)
    const idempotencyKey = form.values.idempotencyKey ?? crypto.randomUUID()
    const isWrong = Object.keys(form.errors).length > 0
    return page(
      c,
      (frame) => <KeysPage {...{ frame, keys, rights, form, token, isRepeated, idempotencyKey }} />,
      isWrong ? 422 : 200,
    )
  }

  routes.get(openDataPaths.keys, (c) => show(c, fresh, null))

  // The token is on the answer itself and nowhere else; a second look does not show it again.
  routes.post(openDataPaths.keys, async (c) => {
    authorize(canManageKeys(c.var.ctx.actor))
    const read = await readForm(c, makeKeyInput, openDataMessages[c.var.language].errors)
    if (!read.ok) return show(c, read.form, null)
    const made = await makeKey(c.var.ctx, read.input, rights)
    if (!made.ok) {
      const { errors } = openDataMessages[c.var.language]
      return show(c, { values: read.values, errors: { expiresOn: errors[made.refusal] } }, null)
    }
    return show(c, fresh, made.token, made.token === null)
  })

  routes.post(openDataPaths.revoke(':id'), async (c) => {
    const id = z.uuid().safeParse(c.req.param('id'))
    if (!id.success) throw new NotFound()
    await revokeKey(c.var.ctx, id.data)
    return seeOther(c, openDataPaths.keys)
  })
  return routes
}
