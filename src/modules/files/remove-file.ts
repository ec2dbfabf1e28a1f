import { inTransaction, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { recordPublicity } from './attach-files.ts'
import { fileSubject } from './events.ts'
import { findFile, lockFile, type RemovedWhy } from './queries/files.ts'
import { deleteRenditions } from './queries/renditions.ts'

/** Lets go of a file's bytes; its row keeps name, hash and reason. Answers the bytes that nothing may name now. */
export async function removeFile(context: Context, id: string, why: RemovedWhy): Promise<readonly string[]> {
  return inTransaction(context, async (ctx) => {
    const file = await lockFile(ctx.db, id)
    if (file === undefined || file.removedAt !== null || file.blob === null) return []
    const renditions = await deleteRenditions(ctx.db, id)
    await ctx.db
      .updateTable('files_files')
      .set({ blob: null, removed_at: ctx.now, removed_why: why })
      .where('id', '=', id)
      .execute()
    await record(ctx, 'files.removed', fileSubject(id), { file: id, kind: file.kind, why })
    await recordPublicity(ctx, file, (await findFile(ctx.db, id))!, why)
    return [file.blob, ...renditions]
  })
}
