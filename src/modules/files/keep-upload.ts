import { inTransaction, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import type { LocalText } from '#platform/language.ts'
import type { Site } from '#platform/site.ts'
import type { Upload } from '#platform/web/read-upload.ts'
import { fileSubject } from './events.ts'
import { inspectFile } from './inspect/inspect-file.ts'
import type { Refusal } from './inspect/refusals.ts'
import { isImage } from './kinds.ts'
import { refusalMessages } from './messages/refusals.ts'
import { keepBytes } from './stored-bytes.ts'

export type KeepUploadOutcome = { ok: true; id: string } | { ok: false; refusal: Refusal; sentence: LocalText }

/**
 * Keeps a file as the acting person's own, in quarantine and not yet attached; whoever attaches it opens it to others.
 * Call it before the transaction of the use case: an unattached file is swept after two days.
 */
export async function keepUpload(
  context: Context,
  site: Pick<Site, 'store'>,
  upload: Upload,
  { description = null, only }: { description?: LocalText | null; only?: 'pictures' } = {},
): Promise<KeepUploadOutcome> {
  const inspected = await inspectFile(upload)
  if (!inspected.ok) {
    // Which documents would do is no help to whoever is asked for pictures.
    const isOtherKind = only === 'pictures' && inspected.refusal === 'typeUnknown'
    return refused(isOtherKind ? 'notAPicture' : inspected.refusal)
  }
  const { kind, name } = inspected
  if (only === 'pictures' && !isImage(kind)) return refused('notAPicture')
  if (isImage(kind) && description === null) return refused('descriptionMissing')
  const blob = { hash: upload.hash, size: upload.size }
  await keepBytes(context, site.store, upload.path, blob)
  return inTransaction(context, async (ctx) => {
    const { id } = await ctx.db
      .insertInto('files_files')
      .values({
        hash: blob.hash,
        blob: blob.hash,
        name,
        kind,
        size: blob.size,
        description: description === null ? null : JSON.stringify(description),
        uploaded_by: ctx.actor.personId,
        uploaded_at: ctx.now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await record(ctx, 'files.received', fileSubject(id), { file: id, kind, size: blob.size })
    return { ok: true, id }
  })
}

function refused(refusal: Refusal): KeepUploadOutcome {
  const { et, en, ru } = refusalMessages
  return { ok: false, refusal, sentence: { et: et[refusal], en: en[refusal], ru: ru[refusal] } }
}
