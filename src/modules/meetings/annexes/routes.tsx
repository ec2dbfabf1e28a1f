import { Hono } from 'hono'
import { reading } from '#modules/files/index.ts'
import { authorize } from '#platform/context.ts'
import { readForm } from '#platform/forms.ts'
import { readText } from '#platform/language.ts'
import { seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { readUpload } from '#platform/web/read-upload.ts'
import { inAddress, meetingDeskPaths as paths } from '../paths.ts'
import { showItemAtDesk } from '../routes/agenda.tsx'
import { preparesMeetings } from '../rules.ts'
import { addAnnex, annexInput, withdrawAnnex, withdrawInput } from './add-annex.ts'
import { annexMessages } from './messages.ts'

export const annexRoutes = new Hono<AppEnv>()

const at = (c: WebContext) => ({ number: Number(c.req.param('number')), itemId: c.req.param('item') ?? '' })
const back = (c: WebContext) => seeOther(c, `${paths.item(at(c).number, at(c).itemId)}#lisad`)

annexRoutes.get(paths.annexes(inAddress.number, inAddress.item), back)
annexRoutes.post(paths.annexes(inAddress.number, inAddress.item), async (c) => {
  const { ctx, site, language } = c.var
  const t = annexMessages[language]
  // Before a byte of the form is read: nobody else may fill the disk.
  authorize(preparesMeetings(ctx.actor))
  const limits = { bytesPerFile: reading.uploadLimits.bytesPerFile, files: 1 }
  return readUpload(c, annexInput, t.errors, limits, async (form) => {
    if (!form.ok) return showItemAtDesk(c, { annex: form.form })
    const outcome = await addAnnex(ctx, site, at(c), form.input, form.uploads['annexFile'])
    if (outcome.ok) return back(c)
    const [field, words] =
      outcome.refusal === 'fileRefused'
        ? ['annexFile', readText(outcome.sentence, language).text]
        : [outcome.refusal === 'lateBecauseMissing' ? 'annexLateBecause' : 'annexFile', t.refusals[outcome.refusal]]
    return showItemAtDesk(c, { annex: { values: form.values, errors: { [field]: words } } })
  })
})

const withdrawing = paths.withdrawAnnex(inAddress.number, inAddress.item, inAddress.annex)
annexRoutes.get(withdrawing, back)
annexRoutes.post(withdrawing, async (c) => {
  const t = annexMessages[c.var.language]
  const read = await readForm(c, withdrawInput, t.errors)
  if (!read.ok) return showItemAtDesk(c, { annex: read.form })
  const outcome = await withdrawAnnex(c.var.ctx, { ...at(c), annexId: c.req.param('annex') ?? '' }, read.input)
  if (outcome.ok || outcome.refusal === 'fileRefused') return back(c)
  return showItemAtDesk(c, { annex: { values: read.values, errors: { because: t.refusals[outcome.refusal] } } })
})
