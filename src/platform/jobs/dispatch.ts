import { sql } from 'kysely'
import { fromKysely, type PgBoss } from 'pg-boss'
import type { Clock } from '../clock.ts'
import { inTransaction, system, todayOf, type Context } from '../context.ts'
import { record, type EventType } from '../events.ts'
import type { Site } from '../site.ts'
import type { Catalogue } from './catalogue.ts'
import { queues, type QueuedWork } from './queue.ts'

const batch = 100

/**
 * Hands one batch of recorded events to the queue: the cursor moves in the transaction that fills it, so nothing is
 * handed on twice or forgotten. Answers whether there may be more.
 */
export async function dispatchEvents(site: Site, boss: PgBoss, catalogue: Catalogue): Promise<boolean> {
  return site.database.db.transaction().execute(async (trx) => {
    const cursor = await sql<{ delivered_until: number }>`
      select delivered_until from platform_delivery for update skip locked`.execute(trx)
    const after = cursor.rows[0]?.delivered_until
    if (after === undefined) return false
    const { rows } = await sql<{ id: number; type: EventType }>`
      select id, type from platform_events where id > ${after} order by id limit ${batch}`.execute(trx)
    const last = rows.at(-1)
    if (last === undefined) return false
    const db = fromKysely(trx)
    const insert = async (queue: string, wanted: { data: QueuedWork }[]) => {
      if (wanted.length > 0) await boss.insert(queue, wanted, { db })
    }
    await insert(
      queues.reactions.name,
      rows.flatMap(({ id, type }) =>
        catalogue.reactionsTo(type).map((reaction) => ({ data: { event: id, reaction } })),
      ),
    )
    await insert(
      queues.jobs.name,
      rows.flatMap(({ id, type }) => catalogue.jobsAfter(type).map((job) => ({ data: { event: id, job } }))),
    )
    await sql`update platform_delivery set delivered_until = ${last.id}`.execute(trx)
    return rows.length === batch
  })
}

/** What serves for minutes or days is not kept for years. */
async function forgetOldRows({ db, now }: Context): Promise<void> {
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
  await db.deleteFrom('platform_rate_limits').where('window_start', '<', daysAgo(1)).execute()
  await db.deleteFrom('platform_submissions').where('at', '<', daysAgo(30)).execute()
  await db.deleteFrom('platform_sign_ins').where('expires_at', '<', now).execute()
  await db.deleteFrom('platform_sessions').where('expires_at', '<', now).execute()
}

const lastDays = new WeakMap<Site, string>()

/** Records the beginning of a calendar day once, whichever process sees it first. */
export async function noticeNewDay(site: Site, clock: Clock): Promise<void> {
  const context: Context = { db: site.database.db, actor: system, now: clock.now() }
  const day = todayOf(context)
  if (lastDays.get(site) === day) return
  await inTransaction(context, async (ctx) => {
    const turned =
      await sql`update platform_delivery set day = ${day} where day is distinct from ${day} returning day`.execute(
        ctx.db,
      )
    if (turned.rows.length === 0) return
    await forgetOldRows(ctx)
    await record(ctx, 'platform.day-began', `day:${day}`, { day })
  })
  lastDays.set(site, day)
}
