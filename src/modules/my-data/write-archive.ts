import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { CollectedData } from './collect-data.ts'
import { toCsv } from '#platform/csv.ts'

/** One zip: a letter about what is inside, all lists as JSON, each as CSV, and the files. */
export function writeArchive({ lists, files }: CollectedData, letter: string, now: Date): Readable {
  const zip = new ZipFile()
  const options = { mtime: now }
  zip.addBuffer(Buffer.from(letter), 'LOEMIND.txt', options)
  zip.addBuffer(Buffer.from(JSON.stringify(lists, null, 2)), 'andmed.json', options)
  for (const [name, rows] of Object.entries(lists)) {
    if (rows.length > 0) zip.addBuffer(Buffer.from(toCsv(rows)), `${name}.csv`, options)
  }
  const names = new Set<string>()
  for (const [at, { name, content }] of files.entries()) {
    const free = names.has(name) ? `${at}-${name}` : name
    names.add(free)
    zip.addReadStreamLazy(`failid/${free}`, { ...options, compress: false }, (done) => {
      content().then(
        (stream) => done(null, stream),
        (error: unknown) => done(error, Readable.from([])),
      )
    })
  }
  zip.end()
  const { outputStream } = zip
  zip.on('error', (error) => (outputStream as Readable).destroy(error as Error))
  return outputStream as Readable
}
