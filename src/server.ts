import { createServer } from 'node:http'
import type { Server } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { publicVersion } from '#platform/data-version.ts'
import { readyPages } from '#platform/metrics.ts'
import { presenceOf } from '#platform/presence.ts'
import { doublePath } from '#platform/tara-double/double-client.ts'
import type { TaraDouble } from '#platform/tara-double/tara-double.ts'
import type { AppEnv } from '#platform/web/http.ts'
import { hostOf, siteFor, type WebParts } from '#platform/web/open-request.ts'
import { takePushes } from '#platform/web/push-stream.ts'
import { makeReadyPageServer } from '#platform/web/ready-pages.ts'

export type Listening = { server: Server; stop(): Promise<void> }

/** The listening server: ready pages first, the demo's authentication double, then the application. */
export function makeServer(
  app: Hono<AppEnv>,
  { sites, config, clock }: Pick<WebParts, 'sites' | 'config' | 'clock'>,
  doubleFor: ((host: string) => TaraDouble | undefined) | null,
): Listening {
  const listener = getRequestListener(takePushes(app.fetch))
  // A whole request may take three minutes: 25 MB over a slow line.
  const timeouts = { keepAliveTimeout: 65_000, requestTimeout: 180_000, headersTimeout: 20_000 }
  const http = createServer(timeouts, (request, response) => {
    if (doubleFor !== null && request.url?.startsWith(`${doublePath}/`) === true) {
      const double = doubleFor(request.headers.host ?? '')
      if (double !== undefined) return double(request, response)
      response.writeHead(421).end()
      return
    }
    void listener(request, response)
  })
  http.maxHeadersCount = 100
  // It is handed its connections and never listens itself; this starts its watch over slow and idle ones.
  http.emit('listening')
  const { server, closeIdle } = makeReadyPageServer(http, (host, url) => {
    const site = siteFor({ sites, config }, hostOf(host))
    if (site === undefined || !presenceOf(site.database.db).mayServeKept()) return undefined
    const found = site.cache.find(url, publicVersion(site.database.db), clock.now().getTime())
    if (found !== undefined) readyPages.inc()
    return found
  })
  return {
    server,
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      closeIdle()
      http.closeIdleConnections()
      setTimeout(() => http.closeAllConnections(), 8000).unref()
      const idle = setInterval(() => http.closeIdleConnections(), 200)
      await closed
      clearInterval(idle)
    },
  }
}
