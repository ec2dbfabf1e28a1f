import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'
import { localPath } from '#ui/links.ts'
import type { Assets } from '../assets.ts'
import { languages, readText } from '../language.ts'
import type { Module } from '../module.ts'
import { page, type AppEnv } from '../web/http.ts'
import type { AppOnDevice } from './browser/worker-scope.ts'
import { OfflinePage } from './offline-page.tsx'

const offlinePage = '/uhenduseta'

/** The site as an app on a person's device: how it is installed, the worker that stays there, the page without a line. */
export function installedAppRoutes(modules: readonly Module[], assets: Assets): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  const parts = modules.flatMap(({ onDevice }) => onDevice ?? [])
  const pages = parts.flatMap((part) => part.pages)

  routes.get('/manifest.webmanifest', (c) => {
    const { site, language } = c.var
    const icon = (size: number, purpose: string) => ({
      src: `/icon-${size}.png`,
      sizes: `${size}x${size}`,
      type: 'image/png',
      purpose,
    })
    const manifest = {
      id: '/',
      name: readText(site.settings.name, language).text,
      short_name: site.settings.shortName,
      start_url: localPath('/', language),
      scope: '/',
      lang: language,
      dir: 'ltr',
      display: 'standalone',
      background_color: '#ffffff',
      theme_color: '#005aa3',
      icons: [
        { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
        // Full to the edge, with the letter within the safe zone: either shape may be cut from them.
        ...['any', 'maskable'].flatMap((purpose) => [icon(192, purpose), icon(512, purpose)]),
      ],
      shortcuts: pages
        .filter(({ isShortcut }) => isShortcut === true)
        .map(({ path, label }) => ({
          name: readText(label, language).text,
          url: localPath(path, language),
          icons: [icon(192, 'any')],
        })),
    }
    return c.body(JSON.stringify(manifest), 200, {
      'Content-Type': 'application/manifest+json; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
    })
  })

  const worker = readWorker(assets, {
    languages,
    assets: [...new Set([...assets.styles, ...assets.scripts, ...parts.flatMap((part) => part.sources)])].flatMap(
      (source) => assets.filesOf(source),
    ),
    pages: pages.map(({ path, from }) => [path, from ?? path] as const),
    answers: parts.flatMap((part) => part.answers),
    offlinePage,
  })
  routes.get('/sw.js', (c) => {
    if (worker === undefined) return c.notFound()
    // Browsers ask for it again on their own; an old one must never be kept on the way.
    return c.body(worker, 200, { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-cache' })
  })

  routes.get(offlinePage, (c) => {
    c.header('X-Robots-Tag', 'noindex')
    return page(c, (frame) => <OfflinePage frame={frame} pages={pages} />)
  })
  return routes
}

/** The worker's script, told what to keep; another script whenever anything of that has another content. */
function readWorker(assets: Assets, app: Omit<AppOnDevice, 'build'>): string | undefined {
  const file = join(assets.directory, 'app-worker.js')
  if (!existsSync(file)) return undefined
  const script = readFileSync(file, 'utf8')
  const kept = { ...app, assets: [...new Set(app.assets)] }
  const build = createHash('sha256').update(script).update(JSON.stringify(kept)).digest('hex').slice(0, 16)
  return `self.avavald=${JSON.stringify({ build, ...kept } satisfies AppOnDevice)};\n${script}`
}
