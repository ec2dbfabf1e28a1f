import type { Context } from '#platform/context.ts'
import { timeZoneOf } from '#platform/context.ts'
import { localDate } from '#platform/format.ts'
import type { SitemapPage } from '#platform/module.ts'
import { actPaths } from './paths.ts'
import { listAddresses } from './queries/addresses.ts'

const most = 20_000

export async function listActPages(ctx: Context): Promise<SitemapPage[]> {
  const acts = await listAddresses(ctx.db, most)
  return [
    { path: actPaths.list, changedOn: null },
    ...acts.map(({ slug, changedAt }) => ({
      path: actPaths.act(slug),
      changedOn: localDate(changedAt, timeZoneOf(ctx.db)),
    })),
  ]
}
