import { sql } from 'kysely'
import { listAccesses } from '#platform/access-log.ts'
import { personOf, type Context } from '#platform/context.ts'
import { listSessions } from '#platform/identity/sessions.ts'
import { offeredOwnData, type TakenOutFile } from '#platform/own-data.ts'
import type { Site } from '#platform/site.ts'

export type CollectedData = {
  lists: Record<string, readonly Record<string, unknown>[]>
  files: readonly TakenOutFile[]
}

const most = 100_000

/** Everything that is kept about the acting person, over all modules. */
export async function collectData(ctx: Context, { keys, store }: Pick<Site, 'keys' | 'store'>): Promise<CollectedData> {
  const personId = personOf(ctx.actor)
  const lists: Record<string, readonly Record<string, unknown>[]> = {}
  const files: TakenOutFile[] = []
  for (const own of offeredOwnData()) {
    Object.assign(lists, await own.takeOut?.(ctx, keys))
    files.push(...((await own.takeOutFiles?.(ctx, store)) ?? []))
  }
  lists.sessions = await listSessions(ctx.db, personId, ctx.now)
  lists.whoLooked = await listAccesses(ctx.db, personId, most)
  lists.looked = await ctx.db
    .selectFrom('platform_access_log')
    .select(['at', 'what', 'purpose'])
    .where('reader_id', '=', personId)
    .orderBy('at', 'desc')
    .limit(most)
    .execute()
  const { rows } = await sql<Record<string, unknown>>`select id, occurred_at as at, type, subject, facts
    from platform_events where actor_id = ${personId} order by id limit ${most}`.execute(ctx.db)
  lists.log = rows
  return { lists, files }
}
