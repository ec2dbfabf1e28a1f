import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { matchedRoutes } from 'hono/route'
import { devRoutes } from '#platform/dev-routes.tsx'
import { makeIdentityRoutes } from '#platform/identity/routes.tsx'
import type { TaraClient } from '#platform/identity/tara.ts'
import { isMigrated } from '#platform/migrate.ts'
import { installedAppRoutes } from '#platform/installed-app/routes.tsx'
import type { Site } from '#platform/site.ts'
import type { Live } from '#platform/web/live.ts'
import { measureRequests, metricsRoute } from '#platform/web/metrics-route.ts'
import { staticFiles } from '#platform/web/static-files.ts'
import { answerWhenSeen } from '#platform/web/answer-when-seen.ts'
import { cachePages } from '#platform/web/cache-pages.ts'
import { answerFault, faultOf } from '#platform/web/faults.ts'
import type { AppEnv, WebContext } from '#platform/web/http.ts'
import { withoutLanguage } from '#platform/web/language-prefix.ts'
import { openRequest, type WebParts } from '#platform/web/open-request.ts'
import { guardRequests } from '#platform/web/guard-requests.ts'
import { setSecurityHeaders } from '#platform/web/security.ts'
import { migrations } from './modules.ts'

const largestBody = 6 * 1024 * 1024
// Well above the largest file that is kept: one that is somewhat too large is refused with its form still filled in.
const largestUpload = 64 * 1024 * 1024

export type AppParts = WebParts & { live: Live; taraFor: (site: Site, origin: string) => TaraClient }

/** For the log: an address may hold somebody's key, the pattern of its route does not. */
function routeOf(c: Context<AppEnv>): string {
  return matchedRoutes(c as Context).findLast(({ path }) => !path.endsWith('*'))?.path ?? ''
}

/** The whole web application of one process: every site, every module. */
export function createApp(parts: AppParts): Hono<AppEnv> {
  const { modules, assets } = parts
  const app = new Hono<AppEnv>({ getPath: (request) => withoutLanguage(new URL(request.url).pathname) })

  app.get('/healthz', (c) => c.text('ok'))
  app.get('/readyz', async (c) => {
    const ready = await Promise.all(parts.sites.map((site) => isMigrated(site.database.pool, migrations)))
    return ready.every(Boolean) ? c.text('ready') : c.text('not migrated', 503)
  })
  app.get('/metrics', metricsRoute(parts))
  app.route('/', staticFiles(assets))

  app.use(measureRequests)
  app.use(openRequest(parts))
  app.use(setSecurityHeaders)
  app.use(guardRequests(parts, (c, fault) => answerFault(c, fault, modules, assets)))
  app.use(answerWhenSeen)
  const uploads = modules.flatMap((module) => module.uploads ?? [])
  const limit = (maxSize: number) =>
    bodyLimit({ maxSize, onError: (c) => answerFault(c as WebContext, 'tooLarge', modules, assets) })
  const [forText, forFiles] = [limit(largestBody), limit(largestUpload)]
  app.use((c, next) => (uploads.some((path) => path.test(c.req.path)) ? forFiles : forText)(c, next))
  app.use(compress())
  app.use(cachePages)

  app.route('/', parts.live.routes)
  app.route('/', installedAppRoutes(modules, assets))
  app.route('/', makeIdentityRoutes(parts))
  if (parts.config.mode === 'demo') app.route('/', devRoutes(parts))
  for (const module of modules) {
    app.route('/', module.routes)
    if (module.api !== undefined) app.route('/', module.api)
  }

  app.notFound((c) => (c.var.site === undefined ? c.text('', 404) : answerFault(c, 'notFound', modules, assets)))
  app.onError((error, c) => {
    const fault = faultOf(error)
    if (c.var.site === undefined) return c.text('', fault === 'unavailable' ? 503 : 500)
    if (fault === 'broken' || fault === 'unavailable') c.var.log.error({ error, route: routeOf(c) }, fault)
    return answerFault(c, fault, modules, assets)
  })
  return app
}
