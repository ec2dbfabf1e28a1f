import { listAttached } from '#modules/files/index.ts'
import type { Context } from '#platform/context.ts'
import { preparesMeetings } from '../rules.ts'
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
  return annexes.flatMap((annex) => {
    const own = files.filter(({ subject }) => subject === annexSubject(annex.id))
    // Of what is for the members alone nobody else reads so much as the title.
    return annex.wasClosed && own.length === 0 && !preparesMeetings(ctx.actor) ? [] : [{ ...annex, files: own }]
  })
}
