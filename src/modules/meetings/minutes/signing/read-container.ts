import { createHash } from 'node:crypto'
import { openPromise, type Entry, type ZipFile } from 'yauzl'
import { readSignatures, type Signature } from './read-signatures.ts'

export type Container = {
  /** Name and SHA-256 of each data file. */
  files: readonly { name: string; hash: string }[]
  signatures: readonly Signature[]
}

const largestFile = 100 * 1024 * 1024
const largestSignatures = 5 * 1024 * 1024
const mostEntries = 100
const mediaType = 'application/vnd.etsi.asic-e+zip'

/** What a container (ASiC-E, ETSI EN 319 162-1) holds; null where it is none. */
export async function readContainer(path: string): Promise<Container | null> {
  try {
    const archive = await openPromise(path, { strictFileNames: true, validateEntrySizes: true, autoClose: false })
    try {
      return await readAll(archive)
    } finally {
      archive.close()
    }
  } catch {
    // Whatever cannot be opened as an archive is no container.
    return null
  }
}

async function readAll(archive: ZipFile): Promise<Container | null> {
  const files: { name: string; hash: string }[] = []
  const signatures: Signature[] = []
  let isContainer = false
  for await (const entry of archive.eachEntry()) {
    const { fileName: name } = entry
    if (files.length > mostEntries || entry.uncompressedSize > largestFile) return null
    if (name === 'mimetype') isContainer = (await textOf(archive, entry, 100)).trim() === mediaType
    else if (/^META-INF\/[^/]*signatures[^/]*\.xml$/iu.test(name))
      signatures.push(...readSignatures(await textOf(archive, entry, largestSignatures)))
    else if (!/^META-INF\/|\/$/u.test(name)) files.push({ name, hash: await hashOf(archive, entry) })
  }
  return isContainer ? { files, signatures } : null
}

async function textOf(archive: ZipFile, entry: Entry, most: number): Promise<string> {
  if (entry.uncompressedSize > most) return ''
  const chunks: Buffer[] = []
  for await (const chunk of await archive.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

async function hashOf(archive: ZipFile, entry: Entry): Promise<string> {
  const digest = createHash('sha256')
  for await (const chunk of await archive.openReadStreamPromise(entry)) digest.update(chunk as Buffer)
  return digest.digest('hex')
}
