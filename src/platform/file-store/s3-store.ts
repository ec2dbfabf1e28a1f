import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import type { S3Settings } from '../config.ts'
import { NotFound } from '../context.ts'
import type { FileStore, StoredFile } from './store-port.ts'
import { asStoreStep, isHash } from './store-step.ts'

/** One bucket for all sites of an installation, each under its own name; unfinished files wait on the local disk. */
export function makeS3Store(settings: S3Settings, siteName: string, directory: string): FileStore {
  const { endpoint, region, bucket, accessKeyId, secretAccessKey } = settings
  const client = new S3Client({
    endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey },
    forcePathStyle: true,
    maxAttempts: 3,
    // Many compatible stores know no trailing checksums; the key is the checksum of the whole anyway.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: 5000, requestTimeout: 30_000 },
  })
  const object = (hash: string) => {
    if (!isHash(hash)) throw new TypeError('not a hash')
    return { Bucket: bucket, Key: `${siteName}/${hash}` }
  }
  return {
    temporaryDirectory: join(directory, 'temporary'),
    // Sent again even when it is there: that renews the day from which the sweep counts.
    put: (hash, temporaryFile, size) =>
      asStoreStep(async () => {
        const body = createReadStream(temporaryFile)
        try {
          await client.send(new PutObjectCommand({ ...object(hash), Body: body, ContentLength: size }))
        } finally {
          body.destroy()
        }
      }),
    open: (hash, range) =>
      asStoreStep(async () => {
        const wanted = range === undefined ? {} : { Range: `bytes=${range.start}-${range.end}` }
        const { Body } = await client.send(new GetObjectCommand({ ...object(hash), ...wanted }))
        if (Body === undefined) throw new NotFound()
        return Body as Readable
      }),
    has: (hash) =>
      asStoreStep(async () => {
        try {
          await client.send(new HeadObjectCommand(object(hash)))
          return true
        } catch (error) {
          if ((error as Error).name === 'NotFound') return false
          throw error
        }
      }),
    remove: (hash) =>
      asStoreStep(async () => {
        await client.send(new DeleteObjectCommand(object(hash)))
      }),
    list: () => listObjects(client, bucket, `${siteName}/`),
  }
}

async function* listObjects(client: S3Client, bucket: string, prefix: string): AsyncIterable<StoredFile> {
  let token: string | undefined
  do {
    const asked = { Bucket: bucket, Prefix: prefix, ...(token === undefined ? {} : { ContinuationToken: token }) }
    const answer = await asStoreStep(() => client.send(new ListObjectsV2Command(asked)))
    for (const { Key = '', Size = 0, LastModified } of answer.Contents ?? []) {
      const hash = Key.slice(prefix.length)
      if (isHash(hash) && LastModified !== undefined) yield { hash, size: Size, storedAt: LastModified }
    }
    token = answer.NextContinuationToken
  } while (token !== undefined)
}
