import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { createMiddleware } from 'hono/factory'
import { Gauge } from 'prom-client'
import type { Config } from '../config.ts'
import { countQueued } from '../jobs/failed-work.ts'
import { hashToken } from '../keys.ts'
import { metrics, requestSeconds } from '../metrics.ts'
import type { Module } from '../module.ts'
import { presenceOf } from '../presence.ts'
import type { Site } from '../site.ts'
import type { AppEnv, WebContext } from './http.ts'

const gauge = (name: string, help: string, labelNames: string[]) =>
  new Gauge({ name, help, labelNames, registers: [metrics] })

const connections = gauge('avavald_database_connections', 'Connections of the pool', ['site', 'state'])
const keptPages = gauge('avavald_kept_pages', 'Pages ready in memory', ['site'])
const processes = gauge('avavald_processes', 'Processes that serve the site', ['site'])
const queued = gauge('avavald_queued_work', 'Reactions and jobs in the queue', ['site', 'queue', 'state'])
const ofModules = gauge('avavald_module', 'What modules count of themselves', ['site', 'module', 'what'])

/** Seconds of every request that a page from memory did not answer. */
export const measureRequests = createMiddleware<AppEnv>(async (c, next) => {
  const end = requestSeconds.startTimer({ method: c.req.method })
  await next()
  end({ status: c.res.status })
})

type Parts = { config: Config; sites: readonly Site[]; modules: readonly Module[] }

/** Prometheus text; for collectors on this machine, or with the token of the settings. */
export function metricsRoute({ config, sites, modules }: Parts) {
  return async (c: WebContext): Promise<Response> => {
    if (!mayCollect(c, config)) return c.text('', 403)
    queued.reset()
    for (const site of sites) await measureSite(site, modules).catch(() => undefined)
    return c.body(await metrics.metrics(), 200, { 'Content-Type': metrics.contentType, 'Cache-Control': 'no-store' })
  }
}

function mayCollect(c: WebContext, config: Config): boolean {
  const given = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
  if (given !== undefined) {
    return config.metricsToken !== null && timingSafeEqual(hashToken(given), hashToken(config.metricsToken))
  }
  const { incoming } = (c.env ?? {}) as { incoming?: IncomingMessage }
  const from = incoming?.socket?.remoteAddress ?? ''
  // What a proxy on this machine passes on comes from elsewhere.
  const isPassedOn = c.req.header('x-forwarded-for') !== undefined || c.req.header('forwarded') !== undefined
  return !isPassedOn && /^(127\.|::1$|::ffff:127\.)/.test(from)
}

async function measureSite(site: Site, modules: readonly Module[]): Promise<void> {
  const { name, database } = site
  const { totalCount, idleCount, waitingCount } = database.pool
  connections.set({ site: name, state: 'open' }, totalCount)
  connections.set({ site: name, state: 'idle' }, idleCount)
  connections.set({ site: name, state: 'awaited' }, waitingCount)
  keptPages.set({ site: name }, site.cache.size)
  processes.set({ site: name }, presenceOf(database.db).processes())
  for (const { queue, state, count } of await countQueued(database.db)) queued.set({ site: name, queue, state }, count)
  for (const module of modules) {
    for (const { what, count } of (await module.counts?.(database.db)) ?? []) {
      ofModules.set({ site: name, module: module.name, what }, count)
    }
  }
}
