import { Hono } from 'hono'
import type { AppEnv } from '#platform/web/http.ts'
import { careRoutes } from './care.tsx'
import { commitmentRoutes } from './commitment.tsx'
import { decisionRoutes } from './decisions.tsx'
import { deskRoutes } from './desk.tsx'
import { draftRoutes } from './drafts.tsx'
import { feedRoutes } from './feed.ts'
import { importRoutes } from './imports.tsx'
import { planPageRoutes } from './plan.tsx'
import { reportRoutes } from './report.tsx'
import { versionRoutes } from './versions.tsx'

const all = [
  planPageRoutes,
  commitmentRoutes,
  versionRoutes,
  reportRoutes,
  feedRoutes,
  deskRoutes,
  importRoutes,
  draftRoutes,
  careRoutes,
  decisionRoutes,
]

export const planRoutes = new Hono<AppEnv>()
for (const routes of all) planRoutes.route('/', routes)
