import { createMiddleware } from 'hono/factory'
import { publicVersion } from '../data-version.ts'
import { localDate } from '../format.ts'
import { presenceOf } from '../presence.ts'
import type { AppEnv, WebContext } from './http.ts'
import { preferredEncoding, toCachedPage, type CachedPage } from './page-cache.ts'
import { headersFor } from './security.ts'

/** The name under which a page is kept. The address holds the language. */
export function cacheKey(url: string): string {
  const start = url.indexOf('/', url.indexOf('//') + 2)
  return start === -1 ? '/' : url.slice(start)
}

/** The next local midnight, when "today" changes on the page. Looked for hour by hour, clock changes included. */
export function endOfDay(now: Date, timeZone: string): number {
  const today = localDate(now, timeZone)
  let at = Math.ceil(now.getTime() / 3_600_000) * 3_600_000
  while (localDate(new Date(at), timeZone) === today) at += 3_600_000
  return at
}

/** Anonymous pages come from memory; a missing one is rendered once, however many wait for it. */
export const cachePages = createMiddleware<AppEnv>(async (c, next) => {
  const isRead = c.req.method === 'GET' || c.req.method === 'HEAD'
  if (!isRead || c.var.session !== null || c.req.header('cookie')?.includes('avavald') === true) {
    c.header('Cache-Control', 'private, no-store')
    await next()
    return
  }
  const { site, clock } = c.var
  // Not sure to have heard of every change: the page is made anew, for this caller alone.
  if (!presenceOf(site.database.db).mayServeKept()) {
    await next()
    keepNowhere(c)
    return
  }
  const key = cacheKey(c.req.url)
  const now = clock.now()
  const version = publicVersion(site.database.db)
  const kept = site.cache.find(key, version, now.getTime())
  if (kept !== undefined) {
    c.res = respond(c, kept)
    return
  }
  let own = false
  const page = await site.cache.fill(key, version, async () => {
    own = true
    await next()
    if (!c.var.cacheable || c.res.status !== 200) return undefined
    const type = c.res.headers.get('Content-Type') ?? 'text/html; charset=utf-8'
    const headers: [string, string][] = [
      ['Content-Type', type],
      ['Cache-Control', 'public, no-cache'],
      // A page with a map has a policy of its own.
      ...headersFor(c.var.config).map(([name, value]): [string, string] => [name, c.res.headers.get(name) ?? value]),
    ]
    return toCachedPage(Buffer.from(await c.res.arrayBuffer()), headers, version, endOfDay(now, site.settings.timeZone))
  })
  if (page !== undefined) c.res = respond(c, page)
  else if (!own) await next()
  if (page === undefined) keepNowhere(c)
})

/** On the answer's own headers: `c.header` would have it built a second time, body and all. */
function keepNowhere({ res }: WebContext): void {
  if (res.headers.get('Cache-Control') === null) res.headers.set('Cache-Control', 'no-store')
}

function respond(c: WebContext, page: CachedPage): Response {
  if (c.req.header('if-none-match') === page.etag)
    return new Response(null, { status: 304, headers: { ETag: page.etag } })
  const encoding = preferredEncoding(c.req.header('accept-encoding'))
  const headers = new Headers(page.headers as [string, string][])
  headers.set('Content-Length', String(page.bodies[encoding].length))
  if (encoding !== 'identity') headers.set('Content-Encoding', encoding)
  return new Response(new Uint8Array(page.bodies[encoding]), { status: 200, headers })
}
