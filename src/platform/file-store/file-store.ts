import type { Config } from '../config.ts'
import { makeDiskStore } from './disk-store.ts'
import type { FileStore } from './store-port.ts'

export type { ByteRange, FileStore, StoredFile } from './store-port.ts'

/** The local disk, or the S3-compatible store that the settings name. */
export async function openFileStore(
  { s3 }: Pick<Config, 's3'>,
  siteName: string,
  directory: string,
): Promise<FileStore> {
  if (s3 === null) return makeDiskStore(directory)
  const { makeS3Store } = await import('./s3-store.ts')
  return makeS3Store(s3, siteName, directory)
}
