import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { WebContext } from '#platform/web/http.ts'
import { fileMessages } from './messages/pages.ts'
import type { OpenedFile } from './open-file.ts'
import { contentDisposition, matchesEtag, readRange } from './rules.ts'

/** Whole or in part, or the news that nothing has changed; a HEAD opens nothing. */
export async function serveFile(c: WebContext, file: OpenedFile): Promise<Response> {
  const { hash, size, name, mediaType, isPicture, isForEveryone } = file
  const etag = `"${hash}"`
  const headers: Record<string, string> = {
    ETag: etag,
    'Accept-Ranges': 'bytes',
    // Kept only to be asked about again: a file may be closed or outlive its time.
    'Cache-Control': isForEveryone ? 'public, no-cache, no-transform' : 'private, no-store, no-transform',
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'X-Content-Type-Options': 'nosniff',
  }
  if (matchesEtag(c.req.header('if-none-match'), etag)) return c.body(null, 304, headers)
  headers['Content-Type'] = mediaType
  headers['Content-Disposition'] = contentDisposition(isPicture ? 'inline' : 'attachment', name)

  const condition = c.req.header('if-range')
  const isSame = condition === undefined || condition.trim() === etag
  const asked = readRange(isSame ? c.req.header('range') : undefined, size)
  if (asked === 'unsatisfiable') {
    const sentence = fileMessages[c.var.language].rangeWrong
    return c.text(sentence, 416, { 'Content-Range': `bytes */${size}`, 'Cache-Control': 'no-store' })
  }
  const isPart = asked !== 'whole'
  const range = isPart ? asked : undefined
  headers['Content-Length'] = String(range === undefined ? size : range.end - range.start + 1)
  if (range !== undefined) headers['Content-Range'] = `bytes ${range.start}-${range.end}/${size}`
  const status = isPart ? 206 : 200
  if (c.req.method === 'HEAD') return c.body(null, status, headers)
  // Node's and the web's types name the same stream differently.
  const stream = Readable.toWeb(await file.read(range)) as ReadableStream<Uint8Array>
  return c.body(stream as unknown as globalThis.ReadableStream, status, headers)
}
