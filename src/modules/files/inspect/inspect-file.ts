import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { fileTypeFromBuffer } from 'file-type'
import { isImage, kindOfMediaType, mayBeCalled, uploadLimits, type Kind } from '../kinds.ts'
import { cleanName, extensionOf } from '../file-name.ts'
import { measureImage } from '../workbench/use-workbench.ts'
import { inspectArchive, readAt } from './inspect-archive.ts'
import { inspectPdf } from './inspect-pdf.ts'
import { inspectText } from './inspect-text.ts'
import { FileRefused, type Refusal } from './refusals.ts'
import { searchTestVirus } from './test-virus.ts'

export type Inspected = { ok: true; kind: Kind; name: string } | { ok: false; refusal: Refusal }

/** What can be told of a file at once, while its sender still has the form open. */
export async function inspectFile(upload: {
  path: string
  name: string
  size: number
  isTooLarge: boolean
}): Promise<Inspected> {
  try {
    if (upload.isTooLarge || upload.size > uploadLimits.bytesPerFile) throw new FileRefused('tooLarge')
    if (upload.size === 0) throw new FileRefused('empty')
    const name = cleanName(upload.name)
    if (name === null) throw new FileRefused('nameUnsafe')
    await refuseTestVirus(upload.path)
    return { ok: true, name, kind: await kindOf(upload.path, extensionOf(name)) }
  } catch (error) {
    if (error instanceof FileRefused) return { ok: false, refusal: error.refusal }
    throw error
  }
}

async function refuseTestVirus(path: string): Promise<void> {
  const isVirus = searchTestVirus()
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    if (isVirus(chunk)) throw new FileRefused('virus')
  }
}

const headLength = 4100

async function kindOf(path: string, extension: string): Promise<Kind> {
  const head = await headOf(path)
  const kind = await kindByContent(path, head, extension)
  if (!mayBeCalled(kind, extension)) throw new FileRefused('typeDiffers')
  if (kind === 'pdf') await inspectPdf(path)
  if (isImage(kind)) await refuseHugeImage(path, kind)
  return kind
}

async function headOf(path: string): Promise<Buffer> {
  const handle = await open(path, 'r')
  try {
    return await readAt(handle, 0, headLength)
  } finally {
    await handle.close()
  }
}

async function kindByContent(path: string, head: Buffer, extension: string): Promise<Kind> {
  if (head.subarray(0, 2).toString('latin1') === 'PK') return inspectArchive(path)
  const found = await fileTypeFromBuffer(head)
  const kind = found === undefined ? undefined : kindOfMediaType(found.mime)
  if (kind !== undefined) return kind
  if (found !== undefined) throw new FileRefused('typeUnknown')
  if (extension !== 'txt' && extension !== 'csv') {
    throw new FileRefused(isKnownExtension(extension) ? 'typeDiffers' : 'typeUnknown')
  }
  // Programs, not people, write text that begins with a tag; a browser might be talked into running it.
  if (/^\uFEFF?\s*<(!doctype|html|head|body|script|svg|\?xml)/iu.test(head.toString('utf8'))) {
    throw new FileRefused('typeDiffers')
  }
  await inspectText(path)
  return extension
}

function isKnownExtension(extension: string): boolean {
  return uploadLimits.accept.split(',').includes(`.${extension}`)
}

async function refuseHugeImage(path: string, kind: Kind): Promise<void> {
  const measured = await measureImage(path)
  if (measured === null || measured.kind !== kind) throw new FileRefused('imageBroken')
  if (measured.width * measured.height > uploadLimits.imagePixels) throw new FileRefused('imageTooLarge')
}
