import { createMiddleware } from 'hono/factory'
import type { Config } from '../config.ts'
import type { AppEnv, WebContext } from './http.ts'

function policy({ tiles = '', more = [] }: { tiles?: string; more?: readonly string[] } = {}): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' data:${tiles}`,
    "font-src 'self'",
    `connect-src 'self'${tiles}`,
    "form-action 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...more,
  ].join('; ')
}

const policyHeader = 'Content-Security-Policy'

export const securityHeaders: readonly [string, string][] = [
  [policyHeader, policy()],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'same-origin'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(), microphone=(), geolocation=(self), payment=(), usb=()'],
]

/** With https, browsers are told to keep to it. */
export function headersFor(config: Config): readonly [string, string][] {
  const secure = config.baseUrl?.startsWith('https://') === true
  return secure ? [...securityHeaders, ['Strict-Transport-Security', 'max-age=31536000']] : securityHeaders
}

export const setSecurityHeaders = createMiddleware<AppEnv>(async (c, next) => {
  // Before the answer is made: a header added to a finished answer has it built a second time.
  for (const [name, value] of headersFor(c.var.config)) c.header(name, value)
  c.header('X-Request-Id', c.var.requestId)
  c.header('Vary', 'Accept-Encoding')
  await next()
})

/**
 * For pages with a map, which is drawn by a worker that the map library makes from its own bytes, perhaps over tiles
 * from the operator's map server. Before the answer is made.
 */
export function allowMaps(c: WebContext): void {
  const { mapTiles } = c.var.config
  const tiles = mapTiles === null ? '' : ` ${new URL(mapTiles.url.replaceAll(/[{}]/g, '')).origin}`
  c.header(policyHeader, policy({ tiles, more: ["worker-src 'self' blob:"] }))
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])
export const isSafeMethod = (method: string): boolean => safeMethods.has(method)

/**
 * A change must come from this site's own pages. Browsers say so by Sec-Fetch-Site, older ones by Origin; a caller
 * that says neither is a program, and may change nothing with a browser's cookie.
 */
export function isForgedRequest(c: WebContext, hasCookie: boolean): boolean {
  if (isSafeMethod(c.req.method)) return false
  const fetchSite = c.req.header('sec-fetch-site')
  if (fetchSite !== undefined) return fetchSite !== 'same-origin'
  const origin = c.req.header('origin')
  if (origin === undefined) return hasCookie
  return !URL.canParse(origin) || new URL(origin).host !== c.req.header('host')
}
