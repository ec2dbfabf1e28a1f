import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const compressGzip = promisify(gzip)
const compressBrotli = promisify(brotliCompress)

export type Encoding = 'br' | 'gzip' | 'identity'

/** A page as ready bytes, with the version of the site's records that it shows. */
export type CachedPage = {
  version: number
  /** From this instant the calendar shows another day, and the page may too. */
  staleAt: number
  etag: string
  headers: readonly [string, string][]
  bodies: Record<Encoding, Buffer>
  /** Header lists ready for `writeHead`, one per encoding. */
  ready: Record<Encoding, string[]>
}

export type PageCache = {
  find(key: string, version: number, now: number): CachedPage | undefined
  /** Renders a missing page once, however many wait for it. `render` answers undefined for what may not be kept. */
  fill(key: string, version: number, render: () => Promise<CachedPage | undefined>): Promise<CachedPage | undefined>
  clear(): void
  readonly size: number
}

const maximumPages = 800
const maximumBytes = 96 * 1024 * 1024

export function makePageCache(): PageCache {
  const pages = new Map<string, CachedPage>()
  const underWay = new Map<string, Promise<CachedPage | undefined>>()
  let bytes = 0

  // Twice: the answers ready for the socket hold the same bytes again behind their heads.
  const weight = (page: CachedPage) =>
    2 * (page.bodies.identity.length + page.bodies.gzip.length + page.bodies.br.length)
  const drop = (key: string) => {
    const page = pages.get(key)
    if (page === undefined) return
    bytes -= weight(page)
    pages.delete(key)
  }
  const keep = (key: string, page: CachedPage) => {
    drop(key)
    pages.set(key, page)
    bytes += weight(page)
    const isFull = () => pages.size > maximumPages || bytes > maximumBytes
    while (isFull()) {
      // Addresses with a query can be made up without end; they make room first.
      drop(pages.keys().find((one) => one.includes('?')) ?? pages.keys().next().value!)
    }
  }

  return {
    find: (key, version, now) => {
      const page = pages.get(key)
      if (page === undefined) return undefined
      if (page.version === version && now < page.staleAt) {
        if (key.includes('?')) {
          pages.delete(key)
          pages.set(key, page)
        }
        return page
      }
      if (page.version < version) drop(key)
      return undefined
    },
    fill: async (key, version, render) => {
      // A rendering begun before a change must not serve a request made after it: the version is part of the name.
      const flight = `${version} ${key}`
      const running = underWay.get(flight)
      if (running !== undefined) return running
      const started = render()
        .then((page) => {
          if (page !== undefined) keep(key, page)
          return page
        })
        .finally(() => underWay.delete(flight))
      underWay.set(flight, started)
      return started
    },
    clear: () => {
      pages.clear()
      bytes = 0
    },
    get size() {
      return pages.size
    },
  }
}

/** Compresses once, so that a hit is a copy of bytes. */
export async function toCachedPage(
  body: Buffer,
  headers: readonly [string, string][],
  version: number,
  staleAt: number,
): Promise<CachedPage> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length }
  const [zipped, brotli] = await Promise.all([compressGzip(body, { level: 6 }), compressBrotli(body, { params })])
  const bodies = { identity: body, gzip: zipped, br: brotli }
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const shared: [string, string][] = [...headers, ['ETag', etag], ['Vary', 'Accept-Encoding, Cookie']]
  const readyFor = (encoding: Encoding) => {
    const own: [string, string][] = [...shared, ['Content-Length', String(bodies[encoding].length)]]
    if (encoding !== 'identity') own.push(['Content-Encoding', encoding])
    return own.flat()
  }
  const ready = { identity: readyFor('identity'), gzip: readyFor('gzip'), br: readyFor('br') }
  return { version, staleAt, etag, headers: shared, bodies, ready }
}

export function preferredEncoding(acceptEncoding: string | undefined): Encoding {
  if (acceptEncoding === undefined) return 'identity'
  if (/\bbr\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(acceptEncoding)) return 'br'
  if (/\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(acceptEncoding)) return 'gzip'
  return 'identity'
}
