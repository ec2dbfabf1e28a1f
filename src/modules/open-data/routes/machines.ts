import { Hono } from 'hono'
import { languages } from '#platform/language.ts'
import type { Module, SitemapPage } from '#platform/module.ts'
import { keepUntilChange, type AppEnv } from '#platform/web/http.ts'
import { originOf } from '#platform/web/open-request.ts'
import { localPath } from '#ui/links.ts'

const mostInSitemap = 45_000
const day = 86_400_000

/** What programs ask of every site: sitemap, robots, where to report a hole. */
export function makeMachineRoutes(modules: readonly Module[]): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()

  routes.get('/sitemap.xml', async (c) => {
    const pages: SitemapPage[] = [{ path: '/', changedOn: null }]
    for (const module of modules) pages.push(...((await module.sitemap?.(c.var.ctx)) ?? []))
    if (c.var.config.baseUrl !== null) keepUntilChange(c)
    return c.body(sitemap(pages.slice(0, mostInSitemap), originOf(c)), 200, {
      'Content-Type': 'application/xml; charset=utf-8',
    })
  })

  routes.get('/robots.txt', (c) => {
    // A demo holds invented content: nobody should find it by searching the web.
    const lines =
      c.var.config.mode === 'demo'
        ? ['User-agent: *', 'Disallow: /']
        : [
            'User-agent: *',
            'Disallow: /too',
            'Disallow: /minu',
            'Disallow: /login',
            'Disallow: /otsing',
            'Disallow: /teavitused',
          ]
    return c.text(`${lines.join('\n')}\n\nSitemap: ${originOf(c)}/sitemap.xml\n`)
  })

  routes.get('/.well-known/security.txt', (c) => {
    const expires = new Date(Math.ceil(c.var.ctx.now.getTime() / day) * day + 180 * day)
    // RFC 9116.
    const lines = [
      `Contact: mailto:${c.var.site.settings.contact.email}`,
      `Expires: ${expires.toISOString()}`,
      `Preferred-Languages: ${c.var.site.settings.languages.join(', ')}`,
      `Canonical: ${originOf(c)}/.well-known/security.txt`,
    ]
    return c.text(`${lines.join('\n')}\n`)
  })
  return routes
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => signs[sign]!)

/** Every page with its translations (sitemaps.org, Google's hreflang extension). */
function sitemap(pages: readonly SitemapPage[], origin: string): string {
  const entries = pages.flatMap(({ path, changedOn }) => {
    const alternates = languages
      .map((one) => `<xhtml:link rel="alternate" hreflang="${one}" href="${escape(origin + localPath(path, one))}"/>`)
      .join('')
    const changed = changedOn === null ? '' : `<lastmod>${changedOn}</lastmod>`
    return languages.map(
      (one) => `<url><loc>${escape(origin + localPath(path, one))}</loc>${changed}${alternates}</url>`,
    )
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join('\n')}
</urlset>
`
}
