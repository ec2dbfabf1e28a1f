import { listAttached } from '#modules/files/index.ts'
import type { Context } from '#platform/context.ts'
import type { ShownAnnex } from './annex-list.tsx'
import { annexSubject } from './match-readers.ts'
import { listAnnexes } from './queries.ts'

/** Annexes of an item with those of their files that the acting person may know of. */
export async function readAnnexes(ctx: Context, itemId: string): Promise<ShownAnnex[]> {
  const annexes = await listAnnexes(ctx.db, [itemId])
  if (annexes.length === 0) return []
  const files = await listAttached(
    ctx,
    annexes.map(({ id }) => annexSubject(id)),
  )
  return annexes.map((annex) => ({
    ...annex,
    files: files.filter(({ subject }) => subject === annexSubject(annex.id)),
  }))
}
