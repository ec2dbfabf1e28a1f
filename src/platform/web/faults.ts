import type { HTTPException } from 'hono/http-exception'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { localPath } from '#ui/links.ts'
import { Forbidden, NotFound, Unavailable } from '../context.ts'
import type { Assets } from '../assets.ts'
import type { Module } from '../module.ts'
import { FaultPage, faultStatus, type Fault } from './fault-page.tsx'
import type { WebContext } from './http.ts'
import { isApiPath, problem } from './problem.ts'
import { makeFrame } from './site-frame.ts'

// The database is away, is starting or has no place left (PostgreSQL appendix A, classes 08, 53 and 57).
const lostDatabase = /^(08|53|57P0)|^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND)$/

export function isLostDatabase(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as Error & { code?: string }
  if (code !== undefined && lostDatabase.test(code)) return true
  return /^Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
    error.message,
  )
}

export function faultOf(error: unknown): Fault {
  if (error instanceof NotFound) return 'notFound'
  if (error instanceof Forbidden) return 'forbidden'
  if (error instanceof Unavailable || isLostDatabase(error)) return 'unavailable'
  const { code } = error as { code?: string }
  // What the database cannot read as a value of the column's type came from the address or the form.
  if (code === '22P02' || code === '22021' || code === '22003' || code === '22007' || code === '22008')
    return 'notFound'
  const status = (error as Partial<HTTPException>).status
  if (status === 413) return 'tooLarge'
  if (status !== undefined && status < 500) return 'malformed'
  if (error instanceof SyntaxError || error instanceof URIError) return 'malformed'
  return 'broken'
}

/** A friendly page in the reader's language, or a problem document for programs; never a stack trace. */
export function answerFault(
  c: WebContext,
  fault: Fault,
  modules: readonly Module[],
  assets: Assets,
): Promise<Response> {
  return answer(c, fault, modules, assets)
}

async function answer(c: WebContext, fault: Fault, modules: readonly Module[], assets: Assets): Promise<Response> {
  const status = faultStatus[fault]
  c.set('cacheable', false)
  if (isApiPath(c.req.path)) return problem(c, { status, title: fault })
  const { pathname, search } = new URL(c.req.url)
  const mayComeIn = fault === 'forbidden' && c.var.session === null && c.req.method === 'GET'
  if (mayComeIn)
    return c.redirect(`${localPath('/login', c.var.language)}?to=${encodeURIComponent(pathname + search)}`, 303)
  const withoutDatabase = () => bareFrame(c, modules, assets)
  const frame = fault === 'unavailable' ? await withoutDatabase() : await c.var.frame().catch(withoutDatabase)
  c.header('Cache-Control', 'no-store')
  if (status === 429 || status === 503) c.header('Retry-After', '60')
  return c.html(`<!doctype html>${renderToString(h(FaultPage, { frame, fault, requestId: c.var.requestId }))}`, status)
}

/** What surrounds a page when the database cannot be asked: no viewer, no newest entry. */
function bareFrame(c: WebContext, modules: readonly Module[], assets: Assets) {
  const parts = {
    site: c.var.site,
    modules,
    assets,
    language: c.var.language,
    path: '/',
    now: c.var.clock.now(),
    demo: c.var.config.mode === 'demo',
    signedIn: null,
  }
  return makeFrame(parts, false)
}
