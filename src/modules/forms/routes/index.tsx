import { Hono } from 'hono'
import type { AppEnv } from '#platform/web/http.ts'
import { draftRoutes } from './drafts.tsx'
import { fieldRoutes } from './fields.tsx'
import { versionRoutes } from './versions.tsx'

export const formsRoutes = new Hono<AppEnv>()
for (const routes of [draftRoutes, fieldRoutes, versionRoutes]) formsRoutes.route('/', routes)
