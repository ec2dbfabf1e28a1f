import { openPromise } from 'yauzl'

const mostBytes = 64 * 1024 * 1024

/** Parts of an archive as text, in the natural order of their names. */
export async function readParts(path: string, wanted: RegExp): Promise<Map<string, string>> {
  const archive = await openPromise(path, { strictFileNames: true, validateEntrySizes: true, autoClose: false })
  const parts: [string, string][] = []
  let bytes = 0
  try {
    for await (const entry of archive.eachEntry()) {
      bytes += wanted.test(entry.fileName) ? entry.uncompressedSize : 0
      if (bytes > mostBytes) break
      if (wanted.test(entry.fileName)) parts.push([entry.fileName, await textOf(archive.openReadStreamPromise(entry))])
    }
  } finally {
    archive.close()
  }
  const natural = new Intl.Collator('en', { numeric: true })
  return new Map(parts.toSorted(([a], [b]) => natural.compare(a, b)))
}

async function textOf(opening: Promise<NodeJS.ReadableStream>): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of await opening) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
