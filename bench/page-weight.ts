import { get } from 'node:http'
import { report, round, serve } from './measuring.ts'

function transferred(port: number, path: string): Promise<{ bytes: number; type: string }> {
  return new Promise((resolve, reject) => {
    get({ port, path, headers: { 'accept-encoding': 'br' } }, (answer) => {
      let bytes = answer.rawHeaders.join('').length + answer.rawHeaders.length * 2
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length))
      answer.on('end', () => resolve({ bytes, type: answer.headers['content-type'] ?? '' }))
    }).on('error', reject)
  })
}

/** What a first visit to the home page moves over the wire: page, styles, script and the Latin fonts. */
export async function pageWeight(): Promise<void> {
  const server = await serve({})
  const html = await (await fetch(`http://localhost:${server.port}/`)).text()
  const linked = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path!)
  const css = await Promise.all(
    linked
      .filter((path) => path.endsWith('.css'))
      .map(async (path) => (await fetch(`http://localhost:${server.port}${path}`)).text()),
  )
  const fonts = css.flatMap((sheet) =>
    [...sheet.matchAll(/url\(([^)]*latin[^)]*\.woff2)\)/g)].map(([, path]) => path!.replace(/["']/g, '')),
  )
  const all = ['/', ...new Set([...linked, ...fonts])]
  const sizes = await Promise.all(all.map((path) => transferred(server.port, path)))
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0)
  await server.stop()
  report('page-weight', [
    {
      what: 'home page, first visit, compressed, fonts included',
      measured: round(total / 1024, 1),
      unit: 'KB',
      reference: all
        .map((path, at) => `${path.split('/').at(-1) || '/'} ${round(sizes[at]!.bytes / 1024, 1)}`)
        .join(', '),
      bound: 'under 60',
      holds: total < 60 * 1024,
    },
  ])
}
