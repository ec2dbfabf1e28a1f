import { todayOf } from '#platform/context.ts'
import type { Searchable } from '#platform/searchable.ts'
import { publicMessages } from './messages/public.ts'
import { actPaths } from './paths.ts'
import { listActsById, listIdsAfter } from './queries/acts.ts'
import { listOpenWords } from './queries/versions.ts'
import { publicAct, titleOfAct } from './seen-act.ts'
import type { Context } from '#platform/context.ts'

const batch = 100

/** Acts as everybody sees them: of restricted ones the name or the title alone. */
export const actSearchables: readonly Searchable[] = [
  {
    kind: 'acts.act',
    name: { et: publicMessages.et.title, en: publicMessages.en.title, ru: publicMessages.ru.title },
    changedBy: [
      'acts.published',
      'acts.annulled',
      'acts.text-changed',
      'acts.restricted',
      'acts.opened',
      'acts.related',
      'acts.corrected',
    ],
    touched: ({ subject }) => [subject.slice(subject.indexOf(':') + 1)],
    documents: async function* (ctx, ids) {
      for await (const some of idsInBatches(ctx, ids)) yield documentsOf(ctx, some)
    },
  },
]

async function* idsInBatches(ctx: Context, ids: readonly string[] | 'all'): AsyncGenerator<readonly string[]> {
  if (ids !== 'all') {
    for (let from = 0; from < ids.length; from += batch) yield ids.slice(from, from + batch)
    return
  }
  let last = 0
  for (;;) {
    const rows = await listIdsAfter(ctx.db, last, batch)
    if (rows.length === 0) return
    yield rows.map(({ id }) => id)
    last = rows.at(-1)!.sequence
  }
}

async function documentsOf(ctx: Context, ids: readonly string[]) {
  const today = todayOf(ctx)
  const seen = (await listActsById(ctx.db, ids)).map((act) => publicAct(act, today))
  const words = await listOpenWords(
    ctx.db,
    seen.filter(({ mayReadText }) => mayReadText).map(({ id }) => id),
  )
  return seen.map((act) => ({
    id: act.id,
    path: actPaths.act(act.slug),
    title: titleOfAct(act),
    body: { et: words.get(act.id) ?? '' },
    on: act.adoptedOn,
    readers: 'everyone' as const,
  }))
}
