import { sql } from 'kysely'
import { inTransaction, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'

const sameReader = sql`o.person_id is not distinct from f.person_id and o.address_id is not distinct from f.address_id`

/**
 * Two pages are about one thing: whoever follows the first follows the second from now on. A row keeps its id, so the
 * links in letters of before stop it still; who follows both keeps both rows, and each event is told once as ever.
 */
export async function carryFollowers(context: Context, from: string, to: string): Promise<void> {
  await inTransaction(context, async (ctx) => {
    const { rows } = await sql`update notifications_follows f
      set path = ${to}, everything = false, carried_from = f.carried_from || ${from}::text
      where f.path = ${from} and not exists (select 1 from notifications_follows o where o.path = ${to} and ${sameReader})
      returning f.id`.execute(ctx.db)
    await recordCarried(ctx, rows.length)
  })
}

/** It was a mistake: those who were brought from a page, and have not stopped since, follow it again. */
export async function returnFollowers(context: Context, from: string): Promise<void> {
  await inTransaction(context, async (ctx) => {
    await sql`delete from notifications_follows f where f.carried_from @> array[${from}]::text[]
      and exists (select 1 from notifications_follows o where o.path = ${from} and ${sameReader})`.execute(ctx.db)
    const { rows } = await sql`update notifications_follows f
      set path = ${from}, carried_from = f.carried_from[1:array_position(f.carried_from, ${from}::text) - 1]
      where f.carried_from @> array[${from}]::text[] returning f.id`.execute(ctx.db)
    await recordCarried(ctx, rows.length)
  })
}

/** One page became two: whoever follows the first follows the second as well, as often as the first. */
export async function shareFollowers(context: Context, from: string, to: string): Promise<void> {
  await inTransaction(context, async (ctx) => {
    const { rows } = await sql`insert into notifications_follows (person_id, address_id, path, how, since)
      select f.person_id, f.address_id, ${to}, f.how, ${ctx.now} from notifications_follows f where f.path = ${from}
      on conflict on constraint notifications_follows_once do nothing returning id`.execute(ctx.db)
    await recordCarried(ctx, rows.length)
  })
}

/** Those of the pages that somebody follows. */
export async function listFollowed({ db }: Pick<Context, 'db'>, paths: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ path: string }>`select distinct path from notifications_follows
    where path = any(${[...paths]}::text[])`.execute(db)
  return rows.map(({ path }) => path)
}

/** The page is gone for good: nobody follows it any more. */
export async function endFollowing(context: Context, path: string): Promise<void> {
  await inTransaction(context, async (ctx) => {
    await sql`delete from notifications_follows where path = ${path}`.execute(ctx.db)
  })
}

async function recordCarried(ctx: Context, count: number): Promise<void> {
  if (count > 0) await record(ctx, 'notifications.followers-carried', 'notifications:follows', { count })
}
