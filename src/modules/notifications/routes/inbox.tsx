import { Hono } from 'hono'
import { personOf } from '#platform/context.ts'
import { page, seeOther, type AppEnv } from '#platform/web/http.ts'
import { InboxPage } from '../pages/inbox-page.tsx'
import { inAddress, notificationPaths } from '../paths.ts'
import { countUnreadNotices, listNotices, markNoticesRead } from '../queries/inbox.ts'

export const inboxRoutes = new Hono<AppEnv>()

inboxRoutes.get(notificationPaths.inbox, async (c) => {
  const { ctx } = c.var
  const personId = personOf(ctx.actor)
  const asked = Number(c.req.query('enne'))
  const before = Number.isSafeInteger(asked) && asked > 0 ? asked : null
  const { notices, hasMore } = await listNotices(ctx.db, personId, before)
  const last = notices.at(-1)
  const parts = {
    notices,
    unread: await countUnreadNotices(ctx.db, personId),
    newerHref: before === null ? undefined : notificationPaths.inbox,
    olderHref: hasMore && last !== undefined ? `${notificationPaths.inbox}?enne=${last.id}` : undefined,
  }
  return page(c, (frame) => <InboxPage frame={frame} {...parts} />)
})

inboxRoutes.post(notificationPaths.inboxAllRead, async (c) => {
  const { ctx } = c.var
  await markNoticesRead(ctx.db, personOf(ctx.actor), null, ctx.now)
  return seeOther(c, notificationPaths.inbox)
})

inboxRoutes.post(`/minu/teated/${inAddress.number}/loetud`, async (c) => {
  const { ctx } = c.var
  await markNoticesRead(ctx.db, personOf(ctx.actor), Number(c.req.param('number')), ctx.now)
  return seeOther(c, notificationPaths.inbox)
})
