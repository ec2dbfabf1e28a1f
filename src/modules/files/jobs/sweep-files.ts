import { opendir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { todayOf, type Context } from '#platform/context.ts'
import type { FileStore } from '#platform/file-store/file-store.ts'
import type { CronJob, JobWork } from '#platform/jobs/job.ts'
import { admitStray, findStoredAt, listUnnamed } from '../queries/blobs.ts'
import { listOutlived, listWaiting } from '../queries/files.ts'
import { removeFile } from '../remove-file.ts'
import { hoursForgotten, hoursTemporary, hoursUnattached, hoursUnnamed, isPastRetention } from '../rules.ts'
import { releaseBytes } from '../stored-bytes.ts'
import { checkOne } from './check-file.ts'

/** Every night: what nobody added to anything, what is past its day, bytes that nothing names, broken-off uploads. */
export const sweepFiles: CronJob = {
  name: 'sweep',
  title: { et: 'Failide koristus', en: 'Sweeping of files', ru: 'Уборка файлов' },
  cron: '20 2 * * *',
  run: async (work: JobWork) => {
    const { ctx, signal } = work
    const { store } = work.site
    await checkForgotten(work)
    await removeOutlived(ctx, signal)
    await admitStrays(ctx, store)
    await releaseUnnamed(ctx, store, signal)
    await removeTemporary(store, hoursBefore(ctx.now, hoursTemporary))
  },
}

const hoursBefore = (now: Date, hours: number): Date => new Date(now.getTime() - hours * 3_600_000)

/** The queue gives up after some days without a scanner; the file is still here and is tried every night. */
async function checkForgotten(work: JobWork): Promise<void> {
  for (const id of await listWaiting(work.ctx.db, hoursBefore(work.ctx.now, hoursForgotten))) {
    if (work.signal.aborted) return
    await checkOne(work, id).catch((error: unknown) => work.log.warn({ error, file: id }, 'still unchecked'))
  }
}

async function removeOutlived(ctx: Context, signal: AbortSignal): Promise<void> {
  const today = todayOf(ctx)
  for (;;) {
    const outlived = await listOutlived(ctx.db, today, hoursBefore(ctx.now, hoursUnattached))
    for (const { id, keepUntil } of outlived) {
      if (signal.aborted) return
      await removeFile(ctx, id, isPastRetention(keepUntil, today) ? 'retention' : 'unattached')
    }
    if (outlived.length === 0) return
  }
}

/** Bytes in the store that the database does not know, after a restored backup for one. */
async function admitStrays(ctx: Context, store: FileStore): Promise<void> {
  for await (const { hash, size, storedAt } of store.list()) {
    if ((await findStoredAt(ctx.db, hash)) === undefined) await admitStray(ctx.db, { hash, size }, storedAt)
  }
}

const batch = 200

async function releaseUnnamed(ctx: Context, store: FileStore, signal: AbortSignal): Promise<void> {
  const before = hoursBefore(ctx.now, hoursUnnamed)
  for (;;) {
    const unnamed = await listUnnamed(ctx.db, before, batch)
    let released = 0
    for (const hash of unnamed) {
      if (signal.aborted) return
      if (await releaseBytes(ctx, store, hash, before)) released += 1
    }
    if (released === 0) return
  }
}

/** Left behind by a process that was killed; a live upload's is younger. */
async function removeTemporary(store: FileStore, before: Date): Promise<void> {
  const directory = await opendir(store.temporaryDirectory).catch(() => undefined)
  for await (const { name } of directory ?? []) {
    const path = join(store.temporaryDirectory, name)
    const known = await stat(path).catch(() => undefined)
    if (known !== undefined && known.mtime < before) await rm(path, { recursive: true, force: true })
  }
}
