import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { PassThrough, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createGunzip, createGzip } from 'node:zlib'
import { extract, pack } from 'tar-stream'

/** The archive is damaged or is none; the message says how, for the operator. */
export class DamagedArchive extends Error {
  override name = 'DamagedArchive'
}

const lastEntry = 'checksums.json'

export type ArchiveWriter = {
  add(name: string, content: Buffer): Promise<void>
  addStream(name: string, size: number, content: Readable): Promise<void>
  /** Writes the checksums of all entries as the last one, and only then gives the file its name. */
  finish(): Promise<void>
  abandon(): Promise<void>
}

/** A gzipped tar (POSIX) whose last entry holds the SHA-256 of every other. */
export function writeArchive(file: string): ArchiveWriter {
  const unfinished = `${file}.unfinished`
  const tar = pack()
  const sums: Record<string, string> = {}
  const written = pipeline(
    tar,
    createGzip({ level: constants.Z_BEST_SPEED }),
    createWriteStream(unfinished, { mode: 0o600, flush: true }),
  )
  // A full disk is told by whoever adds next or finishes, not by the end of the process.
  written.catch(() => undefined)
  const failed = written.then(() => Promise.race<never>([]))
  failed.catch(() => undefined)

  const addStream = async (name: string, size: number, content: Readable): Promise<void> => {
    const hash = createHash('sha256')
    const entry = tar.entry({ name, size, mode: 0o600, mtime: new Date(0) })
    content.on('data', (chunk: Buffer) => hash.update(chunk))
    await Promise.race([pipeline(content, entry), failed])
    sums[name] = hash.digest('hex')
  }
  const add = async (name: string, content: Buffer): Promise<void> => {
    const through = new PassThrough()
    through.end(content)
    await addStream(name, content.length, through)
  }
  return {
    add,
    addStream,
    finish: async () => {
      const all = Buffer.from(JSON.stringify(sums))
      await new Promise<void>((resolve, reject) => {
        tar.entry({ name: lastEntry, size: all.length, mode: 0o600, mtime: new Date(0) }, all, (error) =>
          error ? reject(error) : resolve(),
        )
      })
      tar.finalize()
      await written
      await rename(unfinished, file)
    },
    abandon: async () => {
      tar.destroy()
      await written.catch(() => undefined)
      await rm(unfinished, { force: true })
    },
  }
}

/** Calls `take` for each entry in order; the entry's bytes must be read or they are skipped. */
export async function readArchive(
  file: string,
  take: (name: string, size: number, content: AsyncIterable<Buffer>) => Promise<void>,
): Promise<void> {
  const untar = extract()
  const reading = pipeline(createReadStream(file), createGunzip(), untar)
  reading.catch(() => undefined)
  let fault: { error: unknown } | undefined
  try {
    for await (const entry of untar) {
      const { name, size } = entry.header
      await take(name, size, bytesOf(entry)).catch((error: unknown) => {
        fault = { error }
        throw error
      })
      entry.resume()
    }
    await reading
  } catch (error) {
    // A fault of whoever takes, a full disk for one, is no fault of the file.
    if (fault !== undefined) throw fault.error
    throw unreadable(error)
  }
}

const unreadable = (error: unknown) =>
  new DamagedArchive(`The file cannot be read as a backup: ${(error as Error).message}`, { cause: error })

async function* bytesOf(entry: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
  try {
    for await (const bytes of entry) if (Buffer.isBuffer(bytes)) yield bytes
  } catch (error) {
    throw unreadable(error)
  }
}

/** Reads the whole archive and compares every checksum. Throws `DamagedArchive`. */
export async function verifyArchive(file: string): Promise<{ manifest: Buffer; files: ReadonlySet<string> }> {
  const found: Record<string, string> = {}
  let expected: Record<string, string> | undefined
  let manifest: Buffer | undefined
  await readArchive(file, async (name, _size, content) => {
    const hash = createHash('sha256')
    const kept: Buffer[] = []
    for await (const chunk of content) {
      hash.update(chunk)
      if (name === lastEntry || name === 'manifest.json') kept.push(chunk)
    }
    if (name === lastEntry) expected = JSON.parse(Buffer.concat(kept).toString('utf8')) as Record<string, string>
    else found[name] = hash.digest('hex')
    if (name === 'manifest.json') manifest = Buffer.concat(kept)
  })
  if (expected === undefined || manifest === undefined) throw new DamagedArchive('The file ends before its end.')
  const names = new Set([...Object.keys(found), ...Object.keys(expected)])
  for (const name of names) {
    if (found[name] !== expected[name])
      throw new DamagedArchive(`The file is damaged: ${name} was altered or is missing.`)
  }
  const files = new Set<string>()
  for (const [name, hash] of Object.entries(found)) {
    if (!name.startsWith('files/')) continue
    // Stored bytes are named by what they are.
    if (name !== `files/${hash}`) throw new DamagedArchive(`The file is damaged: ${name} holds other bytes.`)
    files.add(hash)
  }
  return { manifest, files }
}
