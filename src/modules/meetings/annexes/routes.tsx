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
import { addAnnex, annexInput, keepAnnexFile, withdrawAnnex, withdrawInput } from './add-annex.ts'
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
    const upload = form.uploads['annexFile']
    const given = form.ok ? form.values : form.form.values
    const kept =
      upload === undefined ? null : await keepAnnexFile(ctx, site, upload, given['annexTitle'] || upload.name)
    const file = upload !== undefined && kept?.ok === true ? { annexFileKept: kept.id, annexFileName: upload.name } : {}
    const again = (errors: Record<string, string>) =>
      showItemAtDesk(c, { annex: { values: { ...given, ...file }, errors } })
    const refused = kept?.ok === false ? { annexFile: readText(kept.sentence, language).text } : {}
    if (!form.ok) return again({ ...form.form.errors, ...refused })
    if (kept?.ok === false) return again(refused)
    const outcome = await addAnnex(ctx, at(c), { ...form.input, ...file })
    if (outcome.ok) return back(c)
    const field = outcome.refusal === 'lateBecauseMissing' ? 'annexLateBecause' : 'annexFile'
    return again({ [field]: t.refusals[outcome.refusal] })
  })
})

const withdrawing = paths.withdrawAnnex(inAddress.number, inAddress.item, inAddress.annex)
annexRoutes.get(withdrawing, back)
annexRoutes.post(withdrawing, async (c) => {
  const t = annexMessages[c.var.language]
  const read = await readForm(c, withdrawInput, t.errors)
  if (!read.ok) return showItemAtDesk(c, { annex: read.form })
  const outcome = await withdrawAnnex(c.var.ctx, { ...at(c), annexId: c.req.param('annex') ?? '' }, read.input)
  if (outcome.ok) return back(c)
  return showItemAtDesk(c, { annex: { values: read.values, errors: { because: t.refusals[outcome.refusal] } } })
})
