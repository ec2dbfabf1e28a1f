import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Unavailable, type Context } from '#platform/context.ts'
import { mayRemoveBytes } from '#platform/file-store/bytes-lock.ts'
import type { FileStore } from '#platform/file-store/file-store.ts'
import { deleteUnnamed, wantBlob, type Blob } from './queries/blobs.ts'

/** Puts a finished file into the store. Before any transaction: the store may be slow or away. */
export async function keepBytes(
  { db, now }: Pick<Context, 'db' | 'now'>,
  store: FileStore,
  path: string,
  blob: Blob,
): Promise<void> {
  await wantBlob(db, blob, now)
  await store.put(blob.hash, path, blob.size)
}

/**
 * Takes bytes out of the store if nothing names them and nobody wanted them after `notWantedSince`; not while a backup copies the store. The row goes first
 * and stays locked until the bytes are gone, so whoever wants the same bytes meanwhile puts them anew.
 */
export async function releaseBytes(
  { db }: Pick<Context, 'db'>,
  store: FileStore,
  hash: string,
  notWantedSince: Date,
): Promise<boolean> {
  try {
    return await db.transaction().execute(async (transaction) => {
      if (!(await mayRemoveBytes(transaction))) return false
      if (!(await deleteUnnamed(transaction, hash, notWantedSince))) return false
      await store.remove(hash)
      return true
    })
  } catch (error) {
    if ((error as { code?: string }).code === '23503') return false
    throw error
  }
}

/** A folder for one piece of work, gone after it. */
export async function inTemporaryFolder<T>(store: FileStore, work: (folder: string) => Promise<T>): Promise<T> {
  await mkdir(store.temporaryDirectory, { recursive: true })
  const folder = await mkdtemp(join(store.temporaryDirectory, 'work-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Copies stored bytes to a path, for programs that read files. */
export async function copyTo(store: FileStore, hash: string, path: string): Promise<void> {
  const source = await store.open(hash)
  try {
    await pipeline(source, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
  } catch (error) {
    throw new Unavailable('stored bytes cannot be copied', { cause: error })
  }
}

export async function describeBytes(path: string): Promise<Blob> {
  const digest = createHash('sha256')
  let size = 0
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    digest.update(chunk)
    size += chunk.length
  }
  return { hash: digest.digest('hex'), size }
}
