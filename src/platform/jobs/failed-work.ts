import { sql } from 'kysely'
import type { Db } from '../database.ts'
import type { Log } from '../log.ts'
import type { Site } from '../site.ts'
import { openQueue, queues, type QueuedWork } from './queue.ts'

export type FailedWork = {
  id: string
  /** `module.name` of the job or reaction. */
  name: string
  event: number | null
  state: 'given-up' | 'waiting'
  reason: string
  at: Date
  tries: number
  nextAt: Date | null
}

/** The first worker makes the queue; web processes may be asked before. */
async function isQueueThere(db: Db): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass('pgboss.job') is not null as there`.execute(db)
  return rows[0]!.there
}

const dead = [queues.reactions.dead, queues.jobs.dead]
const live = [queues.reactions.name, queues.jobs.name]

/** What failed: given up first, then what waits for its next try; newest first. */
export async function listFailedWork(db: Db, limit: number): Promise<FailedWork[]> {
  if (!(await isQueueThere(db))) return []
  const { rows } = await sql<Omit<FailedWork, 'name' | 'event'> & { data: QueuedWork }>`
    select id, data, created_on as at, retry_count as tries, case when state = 'retry' then start_after end as "nextAt",
      case when name = any(${dead}) then 'given-up' else 'waiting' end as state,
      coalesce(output->>'reason', (
        -- A dead letter does not carry why: the try that failed last does.
        select failed.output->>'reason' from pgboss.job failed
        where failed.name = any(${live}) and failed.state = 'failed' and failed.data = job.data
        order by failed.completed_on desc limit 1), '') as reason
    from pgboss.job
    where (name = any(${dead}) and state = 'created') or (name = any(${live}) and state = 'retry')
    order by (name = any(${dead})) desc, created_on desc limit ${limit}`.execute(db)
  return rows.map(({ data, ...row }) => ({
    ...row,
    name: nameOf(data),
    event: data.event,
  }))
}

function nameOf(work: QueuedWork): string {
  return 'reaction' in work ? work.reaction : work.job
}

export type QueueCount = { queue: string; state: string; count: number }

export async function countQueued(db: Db): Promise<QueueCount[]> {
  if (!(await isQueueThere(db))) return []
  const { rows } = await sql<QueueCount>`select name as queue, state::text as state, count(*)::int as count
    from pgboss.job where name = any(${[...live, ...dead]}) and state in ('created', 'retry', 'active')
    group by 1, 2`.execute(db)
  return rows
}

/** Puts given-up work back into its queue and says what it was. Null when it is no longer there. */
export async function retryFailedWork(
  site: Site,
  log: Log,
  id: string,
): Promise<{ name: string; event: number | null } | null> {
  const { rows } = await sql<{ name: string; data: QueuedWork }>`select name, data from pgboss.job
    where id = ${id} and name = any(${dead}) and state = 'created'`.execute(site.database.db)
  const found = rows[0]
  if (found === undefined) return null
  const boss = await openQueue(site.database.pool, log)
  try {
    // Twice in the queue is harmless; lost would not be: so it is put back first.
    await boss.insert('reaction' in found.data ? queues.reactions.name : queues.jobs.name, [{ data: found.data }])
    await boss.deleteJob(found.name, id)
  } finally {
    await boss.stop({ graceful: false, close: false })
  }
  return { name: nameOf(found.data), event: found.data.event }
}
