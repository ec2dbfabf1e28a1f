import { join } from 'node:path'
import { inTransaction, NotFound, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import type { Site } from '#platform/site.ts'
import { columnsOf, recordPublicity } from './attach-files.ts'
import { fileSubject } from './events.ts'
import { isImage } from './kinds.ts'
import { findFile, lockFiles, type FileRow } from './queries/files.ts'
import type { Readers } from './rules.ts'
import { copyTo, describeBytes, inTemporaryFolder, keepBytes } from './stored-bytes.ts'

/** A part of a picture, in per cent of its width and height. */
export type Box = { left: number; top: number; width: number; height: number }

export type Covering = {
  /** The thing that the picture belongs to. */
  of: string
  boxes: readonly Box[]
  /** Where the picture as it was is kept, closed to everybody but whoever sent it; each reading leaves a trace. */
  originalTo: string
  subjectPerson: string | null
}
export type CoverOutcome = { ok: true; id: string } | { ok: false; refusal: 'notAPicture' }

/**
 * Makes a new picture with parts covered and puts it in the old one's place, for the same readers; it is checked anew.
 * Whether it may be, the module judges that the thing belongs to. Not inside a transaction: the store may be slow.
 */
export async function coverPicture(
  context: Context,
  site: Pick<Site, 'store'>,
  id: string,
  { of, boxes, originalTo, subjectPerson }: Covering,
): Promise<CoverOutcome> {
  const file = await findFile(context.db, id)
  if (file === undefined || file.attachedTo !== of) throw new NotFound()
  if (!isImage(file.kind) || file.state !== 'checked' || file.blob === null)
    return { ok: false, refusal: 'notAPicture' }
  const { blob: hash } = file
  const blob = await inTemporaryFolder(site.store, async (folder) => {
    const [whole, covered] = [join(folder, 'whole'), join(folder, 'covered')]
    await copyTo(site.store, hash, whole)
    await cover(whole, covered, boxes)
    const made = await describeBytes(covered)
    await keepBytes(context, site.store, covered, made)
    return made
  })
  return inTransaction(context, async (ctx) => {
    const [locked] = await lockFiles(ctx.db, [id])
    if (locked === undefined || locked.attachedTo !== of || locked.blob !== hash) throw new NotFound()
    const readers: Readers = { visibility: 'persons', persons: [] }
    await ctx.db
      .updateTable('files_files')
      .set({ attached_to: originalTo, subject_person: subjectPerson, ...columnsOf(readers) })
      .where('id', '=', id)
      .execute()
    await record(ctx, 'files.readers-changed', fileSubject(id), { file: id, kind: file.kind, visibility: 'persons' })
    await recordPublicity(ctx, locked, (await findFile(ctx.db, id))!)
    // With the readers of now: the picture may have been closed while parts of it were covered.
    return { ok: true, id: await insertCovered(ctx, locked, blob) }
  })
}

async function insertCovered(ctx: Context, file: FileRow, blob: { hash: string; size: number }): Promise<string> {
  const { id } = await ctx.db
    .insertInto('files_files')
    .values({
      hash: blob.hash,
      blob: blob.hash,
      name: file.name,
      kind: file.kind,
      size: blob.size,
      description: file.description === null ? null : JSON.stringify(file.description),
      // Nobody's own: whoever sent the picture did not cover it.
      uploaded_by: null,
      uploaded_at: file.uploadedAt,
      attached_to: file.attachedTo,
      attached_at: ctx.now,
      visibility: file.visibility,
      roles: file.roles,
      persons: file.persons,
      keep_until: file.keepUntil,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(ctx, 'files.received', fileSubject(id), { file: id, kind: file.kind, size: blob.size })
  await record(ctx, 'files.attached', fileSubject(id), { file: id, kind: file.kind, to: file.attachedTo ?? '' })
  return id
}

/** Only bytes that the check has made itself are opened here. */
async function cover(from: string, to: string, boxes: readonly Box[]): Promise<void> {
  const { default: sharp } = await import('sharp')
  const { width, height, format } = await sharp(from).metadata()
  const composed = boxes.flatMap((box) => {
    const left = Math.min(width - 1, Math.floor((box.left / 100) * width))
    const top = Math.min(height - 1, Math.floor((box.top / 100) * height))
    const size = {
      width: Math.min(width - left, Math.ceil((box.width / 100) * width)),
      height: Math.min(height - top, Math.ceil((box.height / 100) * height)),
    }
    if (size.width < 1 || size.height < 1) return []
    return [{ input: { create: { ...size, channels: 3 as const, background: '#000' } }, left, top }]
  })
  await sharp(from).composite(composed).toFormat(format).toFile(to)
}
