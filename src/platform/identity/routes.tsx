import { Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { CookieOptions } from 'hono/utils/cookie'
import { localPath } from '#ui/links.ts'
import type { Config } from '../config.ts'
import { inTransaction } from '../context.ts'
import { record } from '../events.ts'
import type { Site } from '../site.ts'
import { SignInFaultPage } from '../web/fault-page.tsx'
import { page, seeOther, type AppEnv, type WebContext } from '../web/http.ts'
import { withoutLanguage } from '../web/language-prefix.ts'
import { cookieName, originOf, type WebParts } from '../web/open-request.ts'
import { isWithinLimit } from '../web/rate-limit.ts'
import { deviceOf, endSessions } from './sessions.ts'
import { beginSignIn, completeSignIn } from './sign-in.ts'
import type { TaraClient } from './tara.ts'

type IdentityParts = WebParts & { taraFor: (site: Site, origin: string) => TaraClient }

function cookieOptions(config: Config): CookieOptions {
  return { httpOnly: true, sameSite: 'Lax', path: '/', secure: config.baseUrl?.startsWith('https://') === true }
}

/** A path of this site, and nothing that a browser could read as another host. */
export function safeReturn(path: string | undefined): string {
  // A language prefix may hide a second slash, and another prefix a third: what is left of them all is looked at.
  let bare = path ?? ''
  for (let before = ''; before !== bare;) {
    if (!/^\/(?![/\\])[^\\\s]{0,500}$/.test(bare)) return '/'
    before = bare
    bare = withoutLanguage(bare)
  }
  return bare.startsWith('/login') ? '/' : bare
}

export function makeIdentityRoutes(parts: IdentityParts): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  const { config, directory } = parts
  const taraOf = (c: WebContext) => parts.taraFor(c.var.site, originOf(c))
  const refuse = (c: WebContext, refusal: 'cancelled' | 'expired' | 'rejected' | 'tooMany') =>
    page(c, (frame) => <SignInFaultPage frame={frame} refusal={refusal} />, refusal === 'tooMany' ? 429 : 400)

  routes.get('/login', async (c) => {
    const limit = {
      kind: 'sign-in',
      caller: c.var.caller,
      perWindow: config.mode === 'demo' ? 6000 : 30,
      windowSeconds: 600,
    }
    if (!(await isWithinLimit(c.var.ctx.db, c.var.site.keys, limit, c.var.ctx.now))) return refuse(c, 'tooMany')
    const { address, cookie } = await beginSignIn(c.var.ctx, taraOf(c), {
      returnTo: safeReturn(c.req.query('to')),
      language: c.var.language,
      hint: c.req.query('login_hint') ?? null,
      auto: c.req.query('auto') === '1',
    })
    setCookie(c, cookieName(config, 'sign-in'), cookie, { ...cookieOptions(config), maxAge: 1800 })
    c.header('Cache-Control', 'no-store')
    return c.redirect(address.href, 303)
  })

  routes.get('/login/tagasi', async (c) => {
    const callback = new URL(`${originOf(c)}/login/tagasi${new URL(c.req.url).search}`)
    const outcome = await completeSignIn(
      c.var.ctx,
      { tara: taraOf(c), directory, keys: c.var.site.keys },
      {
        callback,
        cookie: getCookie(c, cookieName(config, 'sign-in')),
        device: deviceOf(c.req.header('user-agent')),
      },
    )
    // An answer that was not asked for must not end the sign-in that is under way.
    if (outcome.ok || outcome.refusal !== 'expired')
      deleteCookie(c, cookieName(config, 'sign-in'), cookieOptions(config))
    c.header('Cache-Control', 'no-store')
    if (!outcome.ok) return refuse(c, outcome.refusal)
    if (c.var.session !== null) await endSessions(c.var.ctx.db, c.var.session.personId, c.var.session.id)
    setCookie(c, cookieName(config, 'session'), outcome.token, { ...cookieOptions(config), maxAge: 12 * 3600 })
    return c.redirect(localPath(outcome.returnTo, outcome.language), 303)
  })

  routes.post('/logout', async (c) => {
    const { session, ctx } = c.var
    if (session !== null) {
      await inTransaction(ctx, async (inside) => {
        const sessions = await endSessions(inside.db, session.personId, session.id)
        await record(inside, 'identity.signed-out', `person:${session.personId}`, { sessions })
      })
    }
    deleteCookie(c, cookieName(config, 'session'), cookieOptions(config))
    return seeOther(c, '/')
  })
  return routes
}
