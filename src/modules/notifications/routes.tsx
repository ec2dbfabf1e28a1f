import { Hono } from 'hono'
import type { AppEnv } from '#platform/web/http.ts'
import { followRoutes } from './routes/follow.tsx'
import { inboxRoutes } from './routes/inbox.tsx'
import { mailboxRoutes } from './routes/mailbox.tsx'
import { preferenceRoutes } from './routes/preferences.tsx'
import { workRoutes } from './routes/work.tsx'

export const notificationRoutes = new Hono<AppEnv>()
for (const routes of [followRoutes, preferenceRoutes, inboxRoutes, workRoutes, mailboxRoutes]) {
  notificationRoutes.route('/', routes)
}
