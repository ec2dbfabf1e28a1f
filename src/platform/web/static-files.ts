import { readdirSync, readFileSync, existsSync } from 'node:fs'
import { extname, join } from 'node:path'
import { Hono } from 'hono'
import type { Assets } from '../assets.ts'
import { preferredEncoding, toCachedPage, type CachedPage } from './page-cache.ts'
import type { AppEnv, WebContext } from './http.ts'

const contentTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** The built browser files: few, read once, kept compressed; their names change with their content. */
export function staticFiles(assets: Assets): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  const ready = new Map<string, Promise<CachedPage>>()
  const add = (path: string, file: string, lifetime: string) => {
    const type = contentTypes[extname(file)]
    if (type === undefined) return
    const headers: [string, string][] = [
      ['Content-Type', type],
      ['Cache-Control', lifetime],
      ['X-Content-Type-Options', 'nosniff'],
    ]
    ready.set(path, toCachedPage(readFileSync(file), headers, 0, Infinity))
  }
  const built = join(assets.directory, 'assets')
  if (existsSync(built)) {
    for (const name of readdirSync(built))
      add(`/assets/${name}`, join(built, name), 'public, max-age=31536000, immutable')
  }
  // Some programs ask for the last one whatever a page says.
  const icons = ['icon.svg', 'icon-192.png', 'icon-512.png', 'favicon.ico']
  for (const name of icons) {
    const file = join(assets.directory, name === 'favicon.ico' ? 'icon-192.png' : name)
    if (existsSync(file)) add(`/${name}`, file, 'public, max-age=86400')
  }

  const serve = async (c: WebContext) => {
    const file = await ready.get(new URL(c.req.url).pathname)
    if (file === undefined) return c.notFound()
    const encoding = preferredEncoding(c.req.header('accept-encoding'))
    const headers = new Headers(file.headers as [string, string][])
    if (encoding !== 'identity') headers.set('Content-Encoding', encoding)
    return new Response(new Uint8Array(file.bodies[encoding]), { headers })
  }
  app.get('/assets/:name', serve)
  for (const name of icons) app.get(`/${name}`, serve)
  return app
}
