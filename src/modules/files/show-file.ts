import { authorize, NotFound, type Context } from '#platform/context.ts'
import type { Site } from '#platform/site.ts'
import { isImage } from './kinds.ts'
import { readFileText } from './open-file.ts'
import { findFile, type FileRow } from './queries/files.ts'
import { canRead, canSeeRefusal } from './rules.ts'

const mostShown = 100_000

export type ShownFile = FileRow & { text: string | null; isCut: boolean }

/** A file with its words, for its page. Throws `NotFound` and `Forbidden`. */
export async function showFile(ctx: Context, site: Pick<Site, 'store'>, id: string): Promise<ShownFile> {
  const file = await findFile(ctx.db, id)
  if (file === undefined) throw new NotFound()
  if (file.state === 'refused' && !canSeeRefusal(ctx.actor, file)) throw new NotFound()
  if (file.state !== 'refused') authorize(canRead(ctx.actor, file))
  const hasText = file.state === 'checked' && file.blob !== null && !isImage(file.kind)
  const text = hasText ? await readFileText(ctx, site, id) : null
  return { ...file, text: text?.slice(0, mostShown) ?? null, isCut: (text?.length ?? 0) > mostShown }
}
