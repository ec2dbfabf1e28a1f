import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { VNode } from 'preact'
import { page, type WebContext } from './http.ts'
import type { PageFrame } from '#ui/frame.ts'

/** A page for one reader: never kept for others, never listed by search engines. */
export async function privatePage(
  c: WebContext,
  view: (frame: PageFrame) => VNode,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  c.header('Cache-Control', 'private, no-store')
  c.header('X-Robots-Tag', 'noindex')
  const answer = await page(c, view, status)
  c.set('cacheable', false)
  return answer
}
