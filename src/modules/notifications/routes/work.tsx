import { Hono } from 'hono'
import { authorize } from '#platform/context.ts'
import { page, seeOther, type AppEnv } from '#platform/web/http.ts'
import { WorkMailsPage } from '../pages/work-mails-page.tsx'
import { inAddress, notificationPaths } from '../paths.ts'
import { countMails, listMails } from '../queries/mail-lists.ts'
import { readSender } from '../queries/outbox.ts'
import { mayManageMails, sendAgain } from '../send-again.ts'

export const workRoutes = new Hono<AppEnv>()

const perPage = 50

workRoutes.get(notificationPaths.workMails, async (c) => {
  const { ctx, config } = c.var
  authorize(mayManageMails(ctx.actor))
  const asked = Number(c.req.query('enne'))
  const before = Number.isSafeInteger(asked) && asked > 0 ? asked : null
  const unsettled = await listMails(ctx.db, ['failed', 'uncertain'], before, perPage)
  const last = unsettled.at(-1)
  const server =
    config.smtpUrl !== null ? ('given' as const) : config.mode === 'demo' ? ('demo' as const) : ('missing' as const)
  const parts = {
    unsettled,
    server,
    counts: await countMails(ctx.db, ctx.now),
    sender: await readSender(ctx.db),
    suppressed: await listMails(ctx.db, ['suppressed'], null, perPage),
    olderHref: unsettled.length === perPage ? `${notificationPaths.workMails}?enne=${last!.id}` : undefined,
  }
  return page(c, (frame) => <WorkMailsPage frame={frame} {...parts} />)
})

workRoutes.post(`/too/kirjad/${inAddress.number}/uuesti`, async (c) => {
  await sendAgain(c.var.ctx, Number(c.req.param('number')))
  return seeOther(c, notificationPaths.workMails)
})
