import type { Readable } from 'node:stream'

export type ByteRange = { start: number; end: number }
export type StoredFile = { hash: string; size: number; storedAt: Date }

/** Keeps bytes under their SHA-256 hash. Whatever does not answer, or has no room, is an `Unavailable`. */
export type FileStore = {
  /** Takes over a finished temporary file, whose place may be empty afterwards. Bytes that are there already stay. */
  put(hash: string, temporaryFile: string, size: number): Promise<void>
  /** Both ends of the range belong to it. Throws `NotFound`. */
  open(hash: string, range?: ByteRange): Promise<Readable>
  has(hash: string): Promise<boolean>
  /** Removing what is not there is no fault. */
  remove(hash: string): Promise<void>
  list(): AsyncIterable<StoredFile>
  /** For files that are not finished yet; on the disk of this machine, whatever the store is. */
  temporaryDirectory: string
}
