import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { keepUpload, reading } from '#modules/files/index.ts'
import type { Context } from '#platform/context.ts'
import { fetchFromOutside, FetchRefused } from '#platform/safe-fetch.ts'
import type { Site } from '#platform/site.ts'
import type { Upload } from '#platform/web/read-upload.ts'

const seconds = 10

export const pictureWords = {
  et: 'Pilt teate juures',
  en: 'Picture with a report',
  ru: 'Фотография к сообщению',
}

/** A picture that a program sent along; null when it is none. It passes the same checks as one from the form. */
export async function keepSent(ctx: Context, site: Site, upload: Upload): Promise<string | null> {
  const kept = await keepUpload(ctx, site, upload, { description: pictureWords, only: 'pictures' })
  return kept.ok ? kept.id : null
}

/** The picture behind a `media_url`, loaded only from the open Internet; null when it cannot be had or is none. */
export async function keepLinked(ctx: Context, site: Site, url: string): Promise<string | null> {
  const { temporaryDirectory } = site.store
  await mkdir(temporaryDirectory, { recursive: true })
  const path = join(temporaryDirectory, `media-${randomUUID()}`)
  try {
    const limits = { bytes: reading.uploadLimits.bytesPerFile, seconds }
    const { name } = await fetchFromOutside(url, path, limits)
    const bytes = await readFile(path)
    const hash = createHash('sha256').update(bytes).digest('hex')
    return await keepSent(ctx, site, { path, name, size: bytes.length, hash, isTooLarge: false })
  } catch (error) {
    if (error instanceof FetchRefused) return null
    throw error
  } finally {
    await rm(path, { force: true })
  }
}
