import { sql } from 'kysely'
import type pg from 'pg'
import { fromKysely, PgBoss } from 'pg-boss'
import type { Clock } from './clock.ts'
import { inTransaction, system, todayOf, type Context } from './context.ts'
import { onCommit } from './data-version.ts'
import { record, type EventType, type RecordedEvent } from './events.ts'
import type { Log } from './log.ts'
import type { Module } from './module.ts'
import type { Site } from './site.ts'

type Reaction = (ctx: Context, event: RecordedEvent) => Promise<void>
type Delivery = { event: number; reaction: string }

const queue = 'reactions'
const deadLetters = 'reactions-dead'
const sweepInterval = 2000
const batch = 100

export type Deliveries = {
  /** Resolves when everything recorded so far has been handed on and has taken effect, or has failed for good. */
  settle(timeoutMilliseconds?: number): Promise<void>
  stop(): Promise<void>
}

export function reactionsOf(modules: readonly Module[]): Map<EventType, Map<string, Reaction>> {
  const all = new Map<EventType, Map<string, Reaction>>()
  for (const module of modules) {
    for (const [type, named] of Object.entries(module.reactions ?? {})) {
      const known = all.get(type as EventType) ?? new Map<string, Reaction>()
      for (const [name, reaction] of Object.entries(named)) known.set(`${module.name}.${name}`, reaction as Reaction)
      all.set(type as EventType, known)
    }
  }
  return all
}

/**
 * Carries recorded rows to reactions through pg-boss: at least once by the queue, once in effect because what was
 * done is noted in the reaction's own transaction. The cursor moves in the transaction that fills the queue.
 */
export async function startDelivery(
  site: Site,
  modules: readonly Module[],
  parts: { clock: Clock; log: Log },
): Promise<Deliveries> {
  const { db, pool } = site.database
  const log = parts.log.child({ site: site.name })
  const reactions = reactionsOf(modules)
  const boss = new PgBoss({
    db: jobDatabase(pool),
    schema: 'pgboss',
    supervise: true,
    schedule: false,
  })
  boss.on('error', (error) => log.error({ error }, 'jobs'))
  await boss.start()
  await boss.createQueue(deadLetters)
  await boss.createQueue(queue, {
    retryLimit: 12,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 600,
    deadLetter: deadLetters,
    expireInSeconds: 120,
  })
  const worker = await boss.work<Delivery>(
    queue,
    { pollingIntervalSeconds: 1, batchSize: 10, perJobResults: true },
    (jobs) =>
      Promise.all(
        jobs.map(async ({ id, data }) => {
          try {
            await react(site, reactions, data, parts.clock)
            return { id, status: 'completed' as const }
          } catch (error) {
            log.error({ error, reaction: data.reaction, event: data.event }, 'reaction failed, will be tried again')
            return { id, status: 'failed' as const }
          }
        }),
      ),
  )

  let running: Promise<void> | null = null
  let again = false
  const dispatch = (): Promise<void> => {
    if (running !== null) {
      again = true
      return running
    }
    running = (async () => {
      try {
        do {
          again = false
          await noticeNewDay(site, parts.clock)
          while ((await dispatchBatch(site, boss, reactions)) === batch);
          boss.notifyWorker(worker)
        } while (again)
      } catch (error) {
        log.warn({ error }, 'delivery waits for the database')
      } finally {
        running = null
      }
    })()
    return running
  }
  const unlisten = onCommit(db, () => void dispatch())
  const sweep = setInterval(() => void dispatch(), sweepInterval)
  sweep.unref()
  void dispatch()

  return {
    settle: async (timeout = 15_000) => {
      const until = Date.now() + timeout
      for (;;) {
        await dispatch()
        const { rows } = await sql<{ open: number }>`
          select count(*)::int as open from pgboss.job where name = ${queue} and state in ('created', 'retry', 'active')`.execute(
          db,
        )
        if (rows[0]!.open === 0) return
        if (Date.now() > until) throw new Error(`${rows[0]!.open} reactions are still open`)
        boss.notifyWorker(worker)
        await new Promise((resolve) => setTimeout(resolve, 40))
      }
    },
    stop: async () => {
      unlisten()
      clearInterval(sweep)
      await running
      await boss.stop({ graceful: true, timeout: 10_000, close: false })
    },
  }
}

/** What serves for minutes or days is not kept for years. */
async function forgetOldRows({ db, now }: Context): Promise<void> {
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
  await db.deleteFrom('platform_rate_limits').where('window_start', '<', daysAgo(1)).execute()
  await db.deleteFrom('platform_submissions').where('at', '<', daysAgo(30)).execute()
  await db.deleteFrom('platform_sign_ins').where('expires_at', '<', now).execute()
  await db.deleteFrom('platform_sessions').where('expires_at', '<', now).execute()
}

/** Records the beginning of a calendar day once, whichever process sees it first. */
async function noticeNewDay(site: Site, clock: Clock): Promise<void> {
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
const lastDays = new WeakMap<Site, string>()

async function dispatchBatch(
  site: Site,
  boss: PgBoss,
  reactions: Map<EventType, Map<string, Reaction>>,
): Promise<number> {
  return site.database.db.transaction().execute(async (trx) => {
    const cursor = await sql<{ delivered_until: number }>`
      select delivered_until from platform_delivery for update skip locked`.execute(trx)
    const after = cursor.rows[0]?.delivered_until
    if (after === undefined) return 0
    const { rows } = await sql<{ id: number; type: EventType }>`
      select id, type from platform_events where id > ${after} order by id limit ${batch}`.execute(trx)
    const last = rows.at(-1)
    if (last === undefined) return 0
    const wanted = rows.flatMap(({ id, type }) =>
      [...(reactions.get(type)?.keys() ?? [])].map((reaction) => ({
        data: { event: id, reaction } satisfies Delivery,
      })),
    )
    if (wanted.length > 0) await boss.insert(queue, wanted, { db: fromKysely(trx) })
    await sql`update platform_delivery set delivered_until = ${last.id}`.execute(trx)
    return rows.length
  })
}

async function react(
  site: Site,
  reactions: Map<EventType, Map<string, Reaction>>,
  { event: id, reaction: name }: Delivery,
  clock: Clock,
): Promise<void> {
  const context: Context = { db: site.database.db, actor: system, now: clock.now() }
  await inTransaction(context, async (ctx) => {
    const { rows } = await sql<RecordedEvent>`
      select id, type, subject, occurred_at as "occurredAt", actor_role as "actorRole", facts
      from platform_events where id = ${id}`.execute(ctx.db)
    const event = rows[0]
    const reaction = event && reactions.get(event.type)?.get(name)
    if (event === undefined || reaction === undefined) return
    const mark = await sql`insert into platform_reactions_done (event_id, reaction, done_at)
      values (${id}, ${name}, ${ctx.now}) on conflict do nothing returning event_id`.execute(ctx.db)
    if (mark.rows.length === 1) await reaction(ctx, event)
  })
}

/** pg-boss sends blocks of several statements; a failed one must not leave its connection inside a transaction. */
function jobDatabase(pool: pg.Pool): ReturnType<typeof fromKysely> {
  return {
    executeSql: async (text, values) => {
      const client = await pool.connect()
      try {
        const result: pg.QueryResult | pg.QueryResult[] = await client.query(text, values as unknown[])
        return Array.isArray(result) ? { rows: result.flatMap((one: pg.QueryResult) => one.rows) } : result
      } catch (error) {
        await client.query('rollback').catch(() => undefined)
        throw error
      } finally {
        client.release()
      }
    },
  }
}
