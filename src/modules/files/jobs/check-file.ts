import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { askClamd } from '#platform/clamd.ts'
import { inTransaction, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import type { FollowingJob, JobWork } from '#platform/jobs/job.ts'
import { recordPublicity } from '../attach-files.ts'
import { fileSubject } from '../events.ts'
import { extensionOf, withExtension } from '../file-name.ts'
import { unpackArchive } from '../inspect/inspect-archive.ts'
import { FileRefused, type Refusal } from '../inspect/refusals.ts'
import { isImage, keptAs, kinds, mayBeCalled, type Kind } from '../kinds.ts'
import { findStoredAt, type Blob } from '../queries/blobs.ts'
import { findFile, lockFile, type FileRow } from '../queries/files.ts'
import { insertRendition, type RenditionKind } from '../queries/renditions.ts'
import { removeFile } from '../remove-file.ts'
import { copyTo, describeBytes, inTemporaryFolder, keepBytes, releaseBytes } from '../stored-bytes.ts'
import { readText, remakeImage } from '../workbench/use-workbench.ts'

/** Takes a file out of quarantine, or refuses it. Run again, it finds its work done. */
export const checkFile: FollowingJob = {
  name: 'check',
  title: { et: 'Failide kontroll', en: 'Checking of files', ru: 'Проверка файлов' },
  after: ['files.received'],
  run: async (work) => {
    const id = (work.event?.facts as { file?: string } | undefined)?.file
    if (id !== undefined) await checkOne(work, id)
  },
}

/** Throws when scanner or store do not answer: the file stays in quarantine and is tried again. */
export async function checkOne(work: JobWork, id: string): Promise<void> {
  const { ctx, site, log } = work
  const file = await findFile(ctx.db, id)
  if (file === undefined || file.blob === null || file.state !== 'received') return
  const received = file.blob
  const storedAt = (await findStoredAt(ctx.db, received)) ?? ctx.now
  await inTemporaryFolder(site.store, async (folder) => {
    const path = join(folder, 'received')
    await copyTo(site.store, received, path)
    await decide(work, file, path, folder)
  })
  // Whatever is no longer named goes at once; what cannot go now, the nightly sweep takes.
  await releaseBytes(ctx, site.store, received, storedAt).catch((error: unknown) => {
    log.warn({ error, file: id }, 'the bytes as received stay until the sweep')
  })
}

async function decide(work: JobWork, file: FileRow, path: string, folder: string): Promise<void> {
  try {
    await refuseHarmful(work, file, path)
    await accept(work.ctx, file, await make(work, file, path, folder))
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error
    await refuse(work.ctx, file, error.refusal)
  }
}

async function refuseHarmful({ config }: JobWork, file: FileRow, path: string): Promise<void> {
  if (config.clamd !== null) {
    const verdict = await askClamd(config.clamd, createReadStream(path))
    if (!verdict.clean) throw new FileRefused('virus')
  }
  if (kinds[file.kind].group === 'archive') await unpackArchive(path)
}

type Made = {
  blob: Blob
  kind: Kind
  width: number | null
  height: number | null
  renditions: readonly { kind: RenditionKind; blob: Blob }[]
}

async function make(work: JobWork, file: FileRow, path: string, folder: string): Promise<Made> {
  if (isImage(file.kind)) return makePictures(work, file, path, folder)
  const text = await readText(path, file.kind, folder)
  const renditions = text === null ? [] : [{ kind: 'text' as const, blob: await keep(work, text.path) }]
  const blob = { hash: file.hash, size: file.size }
  return { blob, kind: file.kind, width: null, height: null, renditions }
}

async function makePictures(work: JobWork, file: FileRow, path: string, folder: string): Promise<Made> {
  const kind = keptAs(file.kind)
  const made = await remakeImage(path, kind, folder)
  if (made === null) throw new FileRefused('imageBroken')
  const renditions = []
  for (const { width, path: place } of made.smaller) {
    renditions.push({ kind: `width-${width}` as RenditionKind, blob: await keep(work, place) })
  }
  return { blob: await keep(work, made.path), kind, width: made.width, height: made.height, renditions }
}

async function keep({ ctx, site }: JobWork, path: string): Promise<Blob> {
  const blob = await describeBytes(path)
  await keepBytes(ctx, site.store, path, blob)
  return blob
}

async function accept(context: Context, { id, name }: FileRow, made: Made): Promise<void> {
  await inTransaction(context, async (ctx) => {
    const before = await lockFile(ctx.db, id)
    if (before === undefined || before.state !== 'received' || before.removedAt !== null) return
    const { blob, kind, width, height, renditions } = made
    const fits = mayBeCalled(kind, extensionOf(name))
    await ctx.db
      .updateTable('files_files')
      .set({
        state: 'checked',
        decided_at: ctx.now,
        hash: blob.hash,
        blob: blob.hash,
        size: blob.size,
        kind,
        name: fits ? name : withExtension(name, kinds[kind].extensions[0]),
        width,
        height,
      })
      .where('id', '=', id)
      .execute()
    for (const one of renditions) await insertRendition(ctx.db, id, one.kind, one.blob)
    await record(ctx, 'files.checked', fileSubject(id), { file: id, kind, size: blob.size })
    await recordPublicity(ctx, before, (await findFile(ctx.db, id))!)
  })
}

async function refuse(context: Context, { id, kind }: FileRow, refusal: Refusal): Promise<void> {
  await inTransaction(context, async (ctx) => {
    const before = await lockFile(ctx.db, id)
    if (before === undefined || before.state !== 'received' || before.removedAt !== null) return
    await ctx.db
      .updateTable('files_files')
      .set({ state: 'refused', refusal, decided_at: ctx.now })
      .where('id', '=', id)
      .execute()
    await record(ctx, 'files.refused', fileSubject(id), { file: id, kind, reason: refusal })
    await removeFile(ctx, id, 'refused')
  })
}
