import { Hono } from 'hono'
import { page, type AppEnv } from '#platform/web/http.ts'
import { CheckPage } from './pages/check-page.tsx'
import { ballotPaths } from './paths.ts'

export const ballotRoutes = new Hono<AppEnv>()

ballotRoutes.get(ballotPaths.check, (c) => page(c, (frame) => <CheckPage frame={frame} />))
