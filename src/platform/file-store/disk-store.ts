import { createReadStream } from 'node:fs'
import { access, mkdir, open, opendir, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { ByteRange, FileStore, StoredFile } from './store-port.ts'
import { asStoreStep, isHash } from './store-step.ts'

/** Files in two levels of directories under their hash. A name that is there is whole: it came by a rename. */
export function makeDiskStore(directory: string): FileStore {
  const temporaryDirectory = join(directory, 'temporary')
  const folderOf = (hash: string) => join(directory, hash.slice(0, 2), hash.slice(2, 4))
  const placeOf = (hash: string) => {
    if (!isHash(hash)) throw new TypeError('not a hash')
    return join(folderOf(hash), hash)
  }
  const has = (hash: string) =>
    access(placeOf(hash)).then(
      () => true,
      () => false,
    )
  return {
    temporaryDirectory,
    has,
    put: (hash, temporaryFile) =>
      asStoreStep(async () => {
        const place = placeOf(hash)
        if (await has(hash)) {
          // Wanted anew: the sweep of what nobody names counts from now.
          await utimes(place, new Date(), new Date())
          return
        }
        await mkdir(folderOf(hash), { recursive: true })
        await flush(temporaryFile)
        await rename(temporaryFile, place)
        await flush(folderOf(hash))
      }),
    open: (hash, range) => asStoreStep(() => openFile(placeOf(hash), range)),
    remove: (hash) => asStoreStep(() => rm(placeOf(hash), { force: true })),
    list: () => listFiles(directory),
  }
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function openFile(path: string, range: ByteRange | undefined): Promise<Readable> {
  const handle = await open(path, 'r')
  return createReadStream(path, { fd: handle, highWaterMark: 64 * 1024, ...range })
}

async function* listFiles(directory: string): AsyncIterable<StoredFile> {
  const found = await opendir(directory, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  for await (const entry of found ?? []) {
    if (!entry.isFile() || !isHash(entry.name)) continue
    const known = await stat(join(entry.parentPath, entry.name)).catch(() => undefined)
    if (known !== undefined) yield { hash: entry.name, size: known.size, storedAt: known.mtime }
  }
}
