import type pg from 'pg'
import { fromKysely, PgBoss } from 'pg-boss'
import type { Log } from '../log.ts'

/** What waits in the queue: a reaction to an event, or a job with or without one. */
export type QueuedWork = { reaction: string; event: number } | { job: string; event: number | null }

export const queues = {
  reactions: { name: 'reactions', dead: 'reactions-dead' },
  jobs: { name: 'jobs', dead: 'jobs-dead' },
} as const

const day = 86_400
const retries = {
  retryLimit: 12,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 600,
  // A process that dies is noticed by its silence, long before the work's own time is up.
  heartbeatSeconds: 20,
  deleteAfterSeconds: 30 * day,
}

/** pg-boss on the site's own database, with its two queues and a place for what failed for good. */
export async function openQueue(pool: pg.Pool, log: Log): Promise<PgBoss> {
  const boss = new PgBoss({
    db: jobDatabase(pool),
    schema: 'pgboss',
    supervise: true,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
    schedule: false,
  })
  boss.on('error', (error) => log.error({ error }, 'jobs'))
  await boss.start()
  for (const { name, dead } of Object.values(queues)) {
    await boss.createQueue(dead, { deleteAfterSeconds: 0, retentionSeconds: 365 * day })
    const expireInSeconds = name === queues.jobs.name ? 1800 : 120
    await boss.createQueue(name, { ...retries, deadLetter: dead, expireInSeconds })
  }
  return boss
}

/** pg-boss sends blocks of several statements; a failed one must not leave its connection inside a transaction. */
function jobDatabase(pool: pg.Pool): ReturnType<typeof fromKysely> {
  return {
    executeSql: async (text, values) => {
      const client = await pool.connect()
      try {
        // Without values a text may hold several statements, which a prepared statement cannot.
        const several = values === undefined || values.length === 0
        const result: pg.QueryResult | pg.QueryResult[] = several
          ? await client.query(text)
          : await client.query(text, values as unknown[])
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
