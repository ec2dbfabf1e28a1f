import { createMiddleware } from 'hono/factory'
import type { Fault } from './fault-page.tsx'
import type { AppEnv, WebContext } from './http.ts'
import type { WebParts } from './open-request.ts'
import { isWithinLimit, makeReadLimiter } from './rate-limit.ts'
import { isForgedRequest, isSafeMethod } from './security.ts'

/** Forged changes, floods of reading and floods of writing end here, before any module is asked. */
export function guardRequests(parts: WebParts, answer: (c: WebContext, fault: Fault) => Promise<Response>) {
  const mayRead = makeReadLimiter()
  return createMiddleware<AppEnv>(async (c, next) => {
    const { session, site, clock, caller, apiKey } = c.var
    if (isForgedRequest(c, c.req.header('cookie') !== undefined)) return answer(c, 'forged')
    if (isSafeMethod(c.req.method)) {
      const who = apiKey === null ? caller : `key ${apiKey.id}`
      const perMinute = apiKey?.readsPerMinute ?? parts.config.readsPerMinute
      const within = mayRead({ db: site.database.db, keys: site.keys, caller: who, perMinute }, clock.now())
      return within ? next() : answer(c, 'tooMany')
    }
    const limit = {
      kind: 'write',
      caller: session?.personId ?? apiKey?.id ?? caller,
      // What a program may do is said where its key is made.
      perWindow: apiKey?.readsPerMinute ?? parts.config.writesPerMinute,
      windowSeconds: 60,
    }
    const within = await isWithinLimit(site.database.db, site.keys, limit, clock.now())
    return within ? next() : answer(c, 'tooMany')
  })
}
