import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { Busboy, type BusboyFileStream, type BusboyHeaders } from '@fastify/busboy'
import { HTTPException } from 'hono/http-exception'
import type * as z from 'zod'
import { Unavailable } from '../context.ts'
import { errorsOf, readForm, type ErrorWords, type FormState } from '../forms.ts'
import type { WebContext } from './http.ts'

/** One file as it arrived: on the disk, nowhere else. */
export type Upload = {
  path: string
  /** As the sender wrote it, paths and all. */
  name: string
  size: number
  /** SHA-256, in hexadecimal. */
  hash: string
  /** More was sent than is taken; only the beginning is here. */
  isTooLarge: boolean
}

export type UploadForm<T> =
  | { ok: true; input: T; values: Record<string, string>; uploads: Record<string, Upload> }
  | { ok: false; form: FormState; uploads: Record<string, Upload> }

export type UploadLimits = { bytesPerFile: number; files: number }

const largestField = 256 * 1024
const mostFields = 200

/**
 * Reads a form with files without ever holding a file in memory, and gives it to `work`; afterwards nothing of it is
 * left on the disk but what the store has taken over. Who may send files at all is judged before calling this.
 */
export async function readUpload<S extends z.ZodType, R>(
  c: WebContext,
  schema: S,
  words: ErrorWords,
  limits: UploadLimits,
  work: (form: UploadForm<z.output<S>>) => Promise<R>,
): Promise<R> {
  if (!/^multipart\/form-data\s*;/i.test(c.req.header('content-type') ?? '')) {
    const form = await readForm(c, schema, words)
    return work({ ...form, uploads: {} })
  }
  const temporaryFiles: string[] = []
  try {
    const { values, uploads } = await receive(c, limits, temporaryFiles)
    const parsed = schema.safeParse(values)
    if (parsed.success) return await work({ ok: true, input: parsed.data, values, uploads })
    return await work({ ok: false, form: { values, errors: errorsOf(parsed.error, words) }, uploads })
  } finally {
    await Promise.all(temporaryFiles.map((path) => rm(path, { force: true })))
  }
}

type Received = { values: Record<string, string>; uploads: Record<string, Upload> }

async function receive(c: WebContext, limits: UploadLimits, temporaryFiles: string[]): Promise<Received> {
  const { temporaryDirectory } = c.var.site.store
  const values: Record<string, string> = {}
  const uploads: Record<string, Upload> = {}
  const arriving: { file: BusboyFileStream; kept: Promise<void> }[] = []
  const parser = parserFor(c, limits)
  parser.on('field', (name, value) => {
    // PostgreSQL keeps no NUL in text, and no person types one.
    const text = value.replaceAll('\0', '').replaceAll('\r\n', '\n')
    values[name] = values[name] === undefined ? text : `${values[name]},${text}`
  })
  parser.on('file', (field, file, given: string | undefined) => {
    // A part may be of a file's type and have no name.
    const name = given ?? ''
    const path = join(temporaryDirectory, `upload-${randomUUID()}`)
    temporaryFiles.push(path)
    // Heard by whoever reads the file; once nobody does, a late fault must not bring the process down.
    file.on('error', () => undefined)
    const kept = keep(file, path).then(({ size, hash }) => {
      // A file field left empty arrives as a file without a byte.
      if (size > 0 || file.truncated) uploads[field] = { path, name, size, hash, isTooLarge: file.truncated }
    })
    kept.catch(() => undefined)
    arriving.push({ file, kept })
  })
  await onDisk(mkdir(temporaryDirectory, { recursive: true }))
  try {
    const { body } = c.req.raw
    if (body === null) throw new Error('no body')
    await pipeline(Readable.fromWeb(body as ReadableStream), parser)
  } catch (error) {
    for (const { file } of arriving) file.destroy(new Error('the upload broke off'))
    await Promise.allSettled(arriving.map(({ kept }) => kept))
    throw new HTTPException(400, { cause: error })
  }
  for (const { kept } of arriving) await kept
  return { values, uploads }
}

function parserFor(c: WebContext, { bytesPerFile, files }: UploadLimits) {
  const limits = { fileSize: bytesPerFile, files, fields: mostFields, fieldSize: largestField }
  try {
    return new Busboy({ headers: c.req.header() as BusboyHeaders, limits, preservePath: true })
  } catch (error) {
    throw new HTTPException(400, { cause: error })
  }
}

/** After a fault of the disk the rest is read past, so that the sender hears why instead of a broken connection. */
async function keep(file: BusboyFileStream, path: string): Promise<{ size: number; hash: string }> {
  const digest = createHash('sha256')
  let size = 0
  let fault: unknown
  const handle = await open(path, 'wx', 0o600).catch((error: unknown) => {
    fault = error
  })
  try {
    for await (const chunk of file as AsyncIterable<Buffer>) {
      if (handle === undefined || fault !== undefined) continue
      try {
        const { bytesWritten } = await handle.write(chunk)
        if (bytesWritten < chunk.length) throw Object.assign(new Error('the disk is full'), { code: 'ENOSPC' })
        digest.update(chunk)
        size += chunk.length
      } catch (error) {
        fault = error
      }
    }
  } finally {
    await handle?.close()
  }
  if (fault !== undefined) throw new Unavailable('an upload cannot be kept', { cause: fault })
  return { size, hash: digest.digest('hex') }
}

async function onDisk<T>(step: Promise<T>): Promise<T> {
  try {
    return await step
  } catch (error) {
    throw new Unavailable('there is no room for uploads', { cause: error })
  }
}
