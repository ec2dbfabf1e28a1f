import { open, type FileHandle } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { openPromise, type Entry, type ZipFile } from 'yauzl'
import { kindOfMediaType, type Kind } from '../kinds.ts'
import { FileRefused } from './refusals.ts'
import { searchTestVirus } from './test-virus.ts'

const mostEntries = 5000
const mostBytes = 200 * 1024 * 1024
const largestRatio = 200
// Below this an entry may be as repetitive as it likes: an empty sheet compresses a thousandfold.
const harmlessSize = 2 * 1024 * 1024

const localHeader = 0x04_03_4b_50
const endRecord = 0x06_05_4b_50
const endRecordLength = 22

/** Judges a ZIP container by its directory, without unpacking it, and says which kind of document it is. */
export async function inspectArchive(path: string): Promise<Kind> {
  await refuseForeignBytes(path)
  const entries = await withArchive(path, listEntries)
  refuseBomb(entries)
  const kind = kindOf(entries, await readMediaType(path, entries))
  // A signed container may hold anything; what is in it is opened by whoever takes it out.
  if (kind !== 'asice') refuseMacros(entries)
  return kind
}

/** Unpacks everything into nothing: a directory that lies about sizes, or hides the test virus, is found out. */
export async function unpackArchive(path: string): Promise<void> {
  await withArchive(path, async (archive) => {
    for await (const entry of archive.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue
      const isVirus = searchTestVirus()
      // yauzl ends with an error as soon as an entry gives more or less than its directory says.
      for await (const chunk of (await archive.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
        if (isVirus(chunk)) throw new FileRefused('virus')
      }
    }
  })
}

async function withArchive<T>(path: string, work: (archive: ZipFile) => Promise<T>): Promise<T> {
  let archive: ZipFile | undefined
  try {
    archive = await openPromise(path, { strictFileNames: true, validateEntrySizes: true, autoClose: false })
    return await work(archive)
  } catch (error) {
    if (error instanceof FileRefused) throw error
    const { message } = error as Error
    if (/relative path|absolute path|invalid characters/.test(message)) throw new FileRefused('archivePaths')
    if (/too many bytes/.test(message)) throw new FileRefused('archiveBomb')
    if (/encrypted/.test(message)) throw new FileRefused('encrypted')
    throw new FileRefused('archiveBroken', { cause: error })
  } finally {
    archive?.close()
  }
}

async function listEntries(archive: ZipFile): Promise<Entry[]> {
  if (archive.entryCount > mostEntries) throw new FileRefused('archiveBomb')
  const entries: Entry[] = []
  const names = new Set<string>()
  for await (const entry of archive.eachEntry()) {
    const name = entry.fileName.toLowerCase()
    if (/[\p{Cc}:]/u.test(name)) throw new FileRefused('archivePaths')
    // Two of one name: each program opens another one.
    if (names.has(name)) throw new FileRefused('archiveBroken')
    if (entry.isEncrypted()) throw new FileRefused('encrypted')
    names.add(name)
    entries.push(entry)
  }
  return entries
}

function refuseBomb(entries: readonly Entry[]): void {
  let total = 0
  for (const { uncompressedSize, compressedSize } of entries) {
    total += uncompressedSize
    const isBomb = uncompressedSize > harmlessSize && uncompressedSize > compressedSize * largestRatio
    if (isBomb || total > mostBytes) throw new FileRefused('archiveBomb')
  }
}

function refuseMacros(entries: readonly Entry[]): void {
  const macros = /(^|\/)vba(project|data)\.(bin|xml)$|^basic\/|^scripts\//i
  if (entries.some(({ fileName }) => macros.test(fileName))) throw new FileRefused('macros')
}

/** The archive fills the file from its first byte to its last: nothing else can stand before or behind it. */
async function refuseForeignBytes(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    if (size < endRecordLength) throw new FileRefused('archiveBroken')
    const first = await readAt(handle, 0, 4)
    const last = await readAt(handle, size - endRecordLength, endRecordLength)
    const isWhole = first.readUInt32LE(0) === localHeader && last.readUInt32LE(0) === endRecord
    if (!isWhole || last.readUInt16LE(20) !== 0) throw new FileRefused('polyglot')
    const directoryEnd = last.readUInt32LE(12) + last.readUInt32LE(16)
    // A directory that ends elsewhere was made for a file with something before it.
    if (directoryEnd !== size - endRecordLength) throw new FileRefused('polyglot')
  } finally {
    await handle.close()
  }
}

export async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}

async function readMediaType(path: string, entries: readonly Entry[]): Promise<string | null> {
  const [first] = entries
  // OpenDocument and ASiC name themselves in an entry that stands first and is not compressed.
  if (first?.fileName !== 'mimetype' || first.compressionMethod !== 0 || first.uncompressedSize > 100) return null
  return withArchive(path, async (archive) => {
    for await (const entry of archive.eachEntry()) return textOf(await archive.openReadStreamPromise(entry))
    return null
  })
}

async function textOf(stream: Readable): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8').trim()
}

function kindOf(entries: readonly Entry[], mediaType: string | null): Kind {
  const has = (name: string) => entries.some(({ fileName }) => fileName === name)
  if (has('[Content_Types].xml')) {
    if (has('word/document.xml')) return 'docx'
    if (has('xl/workbook.xml')) return 'xlsx'
    if (has('ppt/presentation.xml')) return 'pptx'
    throw new FileRefused('typeUnknown')
  }
  const kind = mediaType === null ? undefined : kindOfMediaType(mediaType)
  const isSigned = entries.some(({ fileName }) => /^META-INF\/.*signatures.*\.xml$/i.test(fileName))
  if (kind === 'asice' && isSigned) return kind
  if ((kind === 'odt' || kind === 'ods') && has('content.xml')) return kind
  throw new FileRefused('typeUnknown')
}
