import { createMiddleware } from 'hono/factory'
import { newestVersion } from '../data-version.ts'
import { presenceOf } from '../presence.ts'
import type { AppEnv } from './http.ts'
import { isSafeMethod } from './security.ts'

/** Whoever changed something is answered when no other process can show what was before: the next page is exact. */
export const answerWhenSeen = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  if (isSafeMethod(c.req.method)) return
  const { db } = c.var.site.database
  await presenceOf(db).seenEverywhere(newestVersion(db))
})
