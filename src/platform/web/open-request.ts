import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { findApiKey } from '../api-keys.ts'
import type { Assets } from '../assets.ts'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import { anonymous, NotFound } from '../context.ts'
import type { Directory, Viewer } from '../identity/directory.ts'
import { findSession } from '../identity/sessions.ts'
import type { Log } from '../log.ts'
import type { Module } from '../module.ts'
import type { Site } from '../site.ts'
import type { AppEnv, WebContext } from './http.ts'
import { languageOf, withoutLanguage } from './language-prefix.ts'
import { webMessages } from './messages.ts'
import { makeGuessLimiter } from './rate-limit.ts'
import { problem } from './problem.ts'
import { makeFrame } from './site-frame.ts'

export type WebParts = {
  config: Config
  sites: readonly Site[]
  modules: readonly Module[]
  directory: Directory
  clock: Clock
  log: Log
  assets: Assets
}

/** `__Host-` binds the cookie to this host and to https; plain http exists on a developer's machine only. */
export function cookieName(config: Config, name: 'session' | 'sign-in'): string {
  return config.baseUrl?.startsWith('https://') === true ? `__Host-avavald-${name}` : `avavald-${name}`
}

export function hostOf(header: string | undefined): string {
  return (header ?? '').toLowerCase().replace(/:\d+$/, '')
}

export function siteFor(parts: Pick<WebParts, 'sites' | 'config'>, host: string): Site | undefined {
  const named = parts.sites.find((site) => site.settings.hosts.includes(host))
  if (named !== undefined) return named
  const base = parts.config.baseUrl
  return base !== null && new URL(base).hostname === host ? parts.sites[0] : undefined
}

/**
 * The one spelling of a site's outside address: with a base URL its scheme and port, whatever port the request named;
 * without one (demo) the port of the request. Undefined for a Host that is no address.
 */
export function originFor(config: Config, hostHeader: string | undefined): string | undefined {
  const host = hostHeader ?? 'localhost'
  if (config.baseUrl === null) return URL.canParse(`http://${host}`) ? new URL(`http://${host}`).origin : undefined
  const base = new URL(config.baseUrl)
  base.hostname = hostOf(host)
  return base.origin
}

/** The address by which this site is reached from outside; the host was checked against the site's own list. */
export function originOf(c: WebContext): string {
  const origin = originFor(c.var.config, c.req.header('host'))
  if (origin === undefined) throw new NotFound()
  return origin
}

function callerOf(c: WebContext, parts: WebParts): string {
  const { incoming } = (c.env ?? {}) as { incoming?: IncomingMessage }
  const forwarded = parts.config.trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return forwarded ?? incoming?.socket?.remoteAddress ?? 'local'
}

const mostGuesses = 60

/** Picks the site by host, the language by path and the actor by session; everything below sees only these. */
export function openRequest(parts: WebParts) {
  const guesses = makeGuessLimiter(mostGuesses)
  return createMiddleware<AppEnv>(async (c, next) => {
    const { config, clock } = parts
    const requestId = randomBytes(9).toString('base64url')
    const { pathname, search } = new URL(c.req.url)
    const language = languageOf(pathname)
    const site = siteFor(parts, hostOf(c.req.header('host')))
    if (site === undefined) return c.text(webMessages[language].unknownSite, 421)

    c.set('site', site)
    c.set('config', config)
    c.set('clock', clock)
    c.set('language', language)
    c.set('requestId', requestId)
    c.set('log', parts.log.child({ request: requestId, site: site.name }))
    c.set('caller', callerOf(c, parts))
    c.set('session', null)
    c.set('apiKey', null)
    c.set('cacheable', false)

    const now = clock.now()
    const { db } = site.database
    let signedIn: Awaited<ReturnType<Directory['actorOf']>> | null = null
    c.set('ctx', { db, actor: anonymous, now })
    c.set('frame', () => {
      const viewer: Viewer | null = signedIn?.viewer ?? null
      return makeFrame({
        site,
        modules: parts.modules,
        assets: parts.assets,
        language,
        path: withoutLanguage(pathname) + search,
        now,
        demo: config.mode === 'demo',
        signedIn: viewer === null ? null : { actor: c.var.ctx.actor, viewer },
      })
    })
    const named = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
    if (named !== undefined) {
      if (!guesses.mayTry(c.var.caller, now)) return problem(c, { status: 429, title: 'tooMany' })
      const key = await findApiKey(db, named, now)
      if (key === undefined) {
        guesses.wasWrong(c.var.caller, now)
        return problem(c, { status: 401, title: 'unknownKey' })
      }
      c.set('apiKey', key)
    }
    const token = getCookie(c, cookieName(config, 'session'))
    if (token !== undefined) {
      const session = await findSession(db, token, now)
      const known = session && (await parts.directory.actorOf(db, session.personId, session.actingFor, now))
      if (session !== undefined && known !== undefined) {
        signedIn = known
        c.set('session', session)
        c.set('ctx', { db, actor: known.actor, now })
      }
    }
    return next()
  })
}
