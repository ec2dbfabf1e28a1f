import { publicVersion } from '../data-version.ts'
import { presenceOf } from '../presence.ts'
import { makePdf } from '../typst/make-pdf.ts'
import type { PdfDocument, PdfStandard } from '../typst/pdf-document.ts'
import { endOfDay } from './cache-pages.ts'
import type { WebContext } from './http.ts'
import { originOf } from './open-request.ts'
import { toCachedPage } from './page-cache.ts'

/** `?kuju=arhiiv` asks for the archive's kind of the same file. */
const standards: Record<string, PdfStandard> = { '': 'ua-1', '?kuju=arhiiv': 'a-2a' }

/**
 * Answers with a public document as PDF. It is typeset once for all who ask at the same time and kept like a page:
 * until the site's records or the day change. Links inside are whole addresses, so it is kept for each origin.
 */
export async function answerPdf(c: WebContext, write: (origin: string) => Promise<PdfDocument>): Promise<Response> {
  const { pathname, search } = new URL(c.req.url)
  const standard = standards[search]
  // An address with anything else behind it would be typeset anew each time.
  if (standard === undefined) return c.redirect(pathname, 303)
  const { site, clock } = c.var
  const { db } = site.database
  const origin = originOf(c)
  const [version, now] = [publicVersion(db), clock.now()]
  const make = async () => {
    const bytes = await makePdf(await write(origin), standard)
    return toCachedPage(Buffer.from(bytes), [], version, endOfDay(now, site.settings.timeZone))
  }
  const key = `pdf ${origin}${pathname}?${standard}`
  const mayKeep = presenceOf(db).mayServeKept()
  const kept = mayKeep ? site.cache.find(key, version, now.getTime()) : undefined
  const file = kept ?? (mayKeep ? await site.cache.fill(key, version, make) : await make())
  const { etag, bodies } = file!
  const headers = { 'Content-Type': 'application/pdf', ETag: etag, 'Cache-Control': 'no-cache' }
  if (c.req.header('if-none-match') === etag) return new Response(null, { status: 304, headers })
  return c.body(new Uint8Array(bodies.identity), 200, headers)
}
