import { inTransaction, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import type { LocalDate } from '#platform/format.ts'
import { columnsOf, recordPublicity } from './attach-files.ts'
import { fileSubject } from './events.ts'
import { findFile, lockFilesOf } from './queries/files.ts'
import type { Readers } from './rules.ts'

/**
 * Opens or closes all files of a thing, and says anew until when they are kept where that is given; with
 * `forgetSender` nothing leads to whoever sent them any more. Whether it may be, the module judges that the thing
 * belongs to.
 */
export async function changeReaders(
  context: Context,
  subject: string,
  readers: Readers,
  { keepUntil, forgetSender = false }: { keepUntil?: LocalDate | null; forgetSender?: boolean } = {},
): Promise<void> {
  await inTransaction(context, async (ctx) => {
    for (const file of await lockFilesOf(ctx.db, subject)) {
      const { id, kind } = file
      await ctx.db
        .updateTable('files_files')
        .set({
          ...columnsOf(readers),
          ...(keepUntil === undefined ? {} : { keep_until: keepUntil }),
          ...(forgetSender ? { uploaded_by: null, subject_person: null } : {}),
        })
        .where('id', '=', id)
        .execute()
      const facts = { file: id, kind, visibility: readers.visibility }
      await record(ctx, 'files.readers-changed', fileSubject(id), facts)
      await recordPublicity(ctx, file, (await findFile(ctx.db, id))!)
    }
  })
}
