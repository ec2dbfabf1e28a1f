import { authorize, inTransaction, NotFound, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import type { LocalDate } from '#platform/format.ts'
import { fileSubject } from './events.ts'
import { findFile, lockFiles, type FileRow } from './queries/files.ts'
import { canAttach, type Readers } from './rules.ts'

export type Attaching = {
  /** `kind:id` of the thing that the files belong to. */
  to: string
  readers: Readers
  /** The last day of keeping; null keeps for good. */
  keepUntil?: LocalDate | null
  /** Whose matter it is: each reading leaves a trace for this person. */
  subjectPerson?: string | null
}

/** Ties files that the acting person has sent to a thing, inside the transaction that makes the thing. */
export async function attachFiles(context: Context, ids: readonly string[], attaching: Attaching): Promise<void> {
  await inTransaction(context, async (ctx) => {
    // All are locked before the first is recorded: whoever checks one of them records while holding it.
    const files = await lockFiles(ctx.db, ids)
    if (files.length < new Set(ids).size) throw new NotFound()
    for (const file of files) {
      const { id } = file
      authorize(canAttach(ctx.actor, file))
      const { to, readers, keepUntil = null, subjectPerson = null } = attaching
      await ctx.db
        .updateTable('files_files')
        .set({
          attached_to: to,
          attached_at: ctx.now,
          keep_until: keepUntil,
          subject_person: subjectPerson,
          ...columnsOf(readers),
        })
        .where('id', '=', id)
        .execute()
      await record(ctx, 'files.attached', fileSubject(id), { file: id, kind: file.kind, to })
      await recordPublicity(ctx, file, (await findFile(ctx.db, id))!)
    }
  })
}

/** What a change of readers means for everybody: a public page shows the file from now on, or no more. */
export async function recordPublicity(ctx: Context, before: FileRow, after: FileRow, why = 'readers'): Promise<void> {
  const { id, kind } = after
  const [was, is] = [isPublic(before), isPublic(after)]
  if (!was && is) await record(ctx, 'files.published', fileSubject(id), { file: id, kind })
  if (was && !is) await record(ctx, 'files.withdrawn', fileSubject(id), { file: id, kind, why })
}

function isPublic({ visibility, state, removedAt }: FileRow): boolean {
  return visibility === 'everyone' && state === 'checked' && removedAt === null
}

export function columnsOf(readers: Readers) {
  return {
    visibility: readers.visibility,
    roles: readers.visibility === 'roles' ? [...readers.roles] : [],
    persons: readers.visibility === 'persons' ? [...readers.persons] : [],
  }
}
