import { keepUpload } from '#modules/files/index.ts'
import { readText, type LocalText } from '#platform/language.ts'
import type { WebContext } from '#platform/web/http.ts'
import type { Upload } from '#platform/web/read-upload.ts'

export type KeptPhotos = { ids: string[] } | { errors: Record<string, string> }

/** Keeps the pictures of a form in quarantine, in the order of its fields; the first that is refused says why. */
export async function keepPhotos(
  c: WebContext,
  uploads: Record<string, Upload>,
  fields: readonly string[],
  description: LocalText,
): Promise<KeptPhotos> {
  const { ctx, site, language } = c.var
  const ids: string[] = []
  for (const field of fields) {
    const upload = uploads[field]
    if (upload === undefined) continue
    const kept = await keepUpload(ctx, site, upload, { description, only: 'pictures' })
    if (!kept.ok) return { errors: { [field]: readText(kept.sentence, language).text } }
    ids.push(kept.id)
  }
  return { ids }
}
