import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { WebContext } from './http.ts'

/** RFC 9457. `type` is a stable name of the kind of problem; `detail` is for the reader of the log. */
export type Problem = { status: ContentfulStatusCode; title: string; detail?: string; errors?: Record<string, string> }

export function problem(c: WebContext, { status, ...rest }: Problem): Response {
  const body = { type: 'about:blank', status, ...rest, instance: c.var.requestId }
  return c.body(JSON.stringify(body), status, {
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Cache-Control': 'no-store',
  })
}

export function isApiPath(path: string): boolean {
  return path.startsWith('/api/')
}
