import type { Context as HonoContext } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { PageFrame } from '#ui/frame.ts'
import { localPath } from '#ui/links.ts'
import type { ApiKey } from '../api-keys.ts'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import { Forbidden, type Context } from '../context.ts'
import type { Session } from '../identity/sessions.ts'
import type { Language } from '../language.ts'
import type { Log } from '../log.ts'
import type { Site } from '../site.ts'

export type AppEnv = {
  Variables: {
    ctx: Context
    site: Site
    config: Config
    clock: Clock
    language: Language
    session: Session | null
    /** The program that asks, where it named itself by a key. */
    apiKey: ApiKey | null
    requestId: string
    /** The caller's address; limits keep a keyed hash of it, and nothing else does. */
    caller: string
    log: Log
    frame: () => Promise<PageFrame>
    /** Set by `page` when the bytes are the same for every visitor without an account. */
    cacheable: boolean
  }
}
export type WebContext = HonoContext<AppEnv>

/** Answers with a rendered page. An anonymous 200 to a GET may be kept until the site's records change. */
export async function page(
  c: WebContext,
  view: (frame: PageFrame) => VNode,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const html = `<!doctype html>${renderToString(view(await c.var.frame()))}`
  if (status === 200 && c.var.session === null && c.req.method === 'GET') c.set('cacheable', true)
  return c.html(html, status)
}

/** After a change: to what was changed, by GET. */
export function seeOther(c: WebContext, path: string): Response {
  return c.redirect(localPath(path, c.var.language), 303)
}

/** A public answer that is not a page (feed, JSON) and may be kept like one. */
export function keepUntilChange(c: WebContext): void {
  if (c.var.session === null && c.req.method === 'GET') c.set('cacheable', true)
}

/** For doors that only programs with a certain right may use. Throws `Forbidden` for all others. */
export function requireRight(c: WebContext, right: string): ApiKey {
  const key = c.var.apiKey
  if (key === null || !key.rights.includes(right)) throw new Forbidden()
  return key
}
