import { Hono } from 'hono'
import { seeOther, type AppEnv } from '#platform/web/http.ts'
import { hideReport, hideReportInput, hideWords } from '../../hide-report.ts'
import { deskMessages } from '../../messages/desk.ts'
import { inAddress, reportDeskPaths as paths } from '../../paths.ts'
import { deskStep, showAtDesk } from './show-report.tsx'

export const moderationRoutes = new Hono<AppEnv>()

deskStep(moderationRoutes, paths.hide, hideReportInput, (c, number, { reason }) =>
  hideReport(c.var.ctx, number, reason),
)

moderationRoutes.post(paths.show(inAddress.number), async (c) => {
  const number = Number(c.req.param('number'))
  await hideReport(c.var.ctx, number, null)
  return seeOther(c, paths.report(number))
})

moderationRoutes.post(paths.hideWords(inAddress.number, inAddress.update), async (c) => {
  const number = Number(c.req.param('number'))
  const { update = '' } = c.req.param() as Record<string, string>
  const t = deskMessages[c.var.language]
  const body = await c.req.parseBody()
  const given = body[`reason-${update}`]
  const read = hideReportInput.safeParse({ reason: typeof given === 'string' ? given : '' })
  if (!read.success) {
    const name = `reason-${update}`
    const typed = typeof given === 'string' ? given : ''
    return showAtDesk(c, { form: { values: { [name]: typed }, errors: { [name]: t.errors.reasonMissing } } })
  }
  await hideWords(c.var.ctx, number, update, read.data.reason)
  return seeOther(c, paths.report(number))
})
