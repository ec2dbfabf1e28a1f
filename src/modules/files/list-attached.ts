import type { Context } from '#platform/context.ts'
import { listFilesOf, type FileRow } from './queries/files.ts'
import { canRead, canSeeRefusal } from './rules.ts'

export type AttachedFile = Pick<
  FileRow,
  'id' | 'name' | 'kind' | 'size' | 'width' | 'height' | 'description' | 'state' | 'refusal' | 'removedAt'
> & { subject: string }

/** The files of some things that the acting person may know of, in one statement. */
export async function listAttached(ctx: Context, subjects: readonly string[]): Promise<AttachedFile[]> {
  const files = await listFilesOf(ctx.db, subjects)
  return files
    .filter((file) => canRead(ctx.actor, file) && (file.state !== 'refused' || canSeeRefusal(ctx.actor, file)))
    .map((file) => ({ ...file, subject: file.attachedTo ?? '' }))
}
