import { Hono } from 'hono'
import type { AppEnv } from '#platform/web/http.ts'
import { mandateRoutes } from './mandates/routes.tsx'
import { myPageRoutes } from './routes/my-page.tsx'
import { publicRoutes } from './routes/public.tsx'
import { workBodyRoutes } from './routes/work-bodies.tsx'
import { workMemberRoutes } from './routes/work-members.tsx'
import { workPostRoutes } from './routes/work-posts.tsx'

export const peopleRoutes = new Hono<AppEnv>()
for (const routes of [publicRoutes, myPageRoutes, workBodyRoutes, workPostRoutes, workMemberRoutes, mandateRoutes]) {
  peopleRoutes.route('/', routes)
}
