import { Hono } from 'hono'
import { readForm } from '#platform/forms.ts'
import { seeOther, type AppEnv } from '#platform/web/http.ts'
import { inAddress, meetingDeskPaths as paths } from '../paths.ts'
import { showItemAtDesk } from '../routes/agenda.tsx'
import { passMessages } from './messages.ts'
import { passInput, passOn } from './pass-on.ts'

export const passRoutes = new Hono<AppEnv>()

const address = paths.passItem(inAddress.number, inAddress.item)
passRoutes.get(address, (c) => seeOther(c, paths.item(c.req.param('number') ?? '', c.req.param('item') ?? '')))
passRoutes.post(address, async (c) => {
  const t = passMessages[c.var.language]
  const read = await readForm(c, passInput, t.errors)
  if (!read.ok) return showItemAtDesk(c, { pass: read.form })
  const at = { number: Number(c.req.param('number')), itemId: c.req.param('item') ?? '' }
  const outcome = await passOn(c.var.ctx, at, read.input)
  if (outcome.ok) return seeOther(c, paths.item(outcome.number, outcome.id))
  return showItemAtDesk(c, { pass: { values: read.values, errors: { to: t.refusals[outcome.refusal] } } })
})
