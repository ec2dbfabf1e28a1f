import { sql } from 'kysely'
import type { PgBoss } from 'pg-boss'
import { onCommit } from '../data-version.ts'
import type { Module } from '../module.ts'
import { jobsFailed, jobsPerformed } from '../metrics.ts'
import type { Site } from '../site.ts'
import { followCalendar } from './calendar.ts'
import { catalogueOf } from './catalogue.ts'
import { dispatchEvents, noticeNewDay } from './dispatch.ts'
import { makeDrains } from './drains.ts'
import { perform, type WorkParts } from './perform.ts'
import { openQueue, queues, type QueuedWork } from './queue.ts'

const sweepInterval = 2000

export type Deliveries = {
  /** Looks at the clock and the queues at once, instead of within two seconds. */
  wake(): void
  /** Resolves when everything recorded so far has been handed on and has taken effect, or has failed for good. */
  settle(timeoutMilliseconds?: number): Promise<void>
  stop(): Promise<void>
}

/** Carries recorded rows to reactions and jobs, follows the calendar, and empties the modules' own queues. */
export async function startDelivery(
  site: Site,
  modules: readonly Module[],
  given: Pick<WorkParts, 'config' | 'clock' | 'log'>,
): Promise<Deliveries> {
  const log = given.log.child({ site: site.name })
  const ending = new AbortController()
  const catalogue = catalogueOf(modules)
  const parts: WorkParts = { ...given, log, site, catalogue, signal: ending.signal }
  const boss = await openQueue(site.database.pool, log)
  const workers = [await work(boss, queues.reactions.name, 10, parts), await work(boss, queues.jobs.name, 2, parts)]
  const drains = makeDrains(parts)

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
          await followCalendar(site, boss, catalogue, parts.clock)
          while (await dispatchEvents(site, boss, catalogue));
          for (const worker of workers) boss.notifyWorker(worker)
          drains.wake()
        } while (again)
      } catch (error) {
        log.warn({ error }, 'delivery waits for the database')
      } finally {
        running = null
      }
    })()
    return running
  }
  const unlisten = onCommit(site.database.db, () => void dispatch())
  const sweep = setInterval(() => void dispatch(), sweepInterval)
  sweep.unref()
  void dispatch()

  return {
    wake: () => void dispatch(),
    settle: async (timeout = 15_000) => {
      const until = Date.now() + timeout
      for (;;) {
        await dispatch()
        await drains.settle()
        const open = await countOpen(site)
        if (open === 0) return
        if (Date.now() > until) throw new Error(`${open} reactions are still open`)
        for (const worker of workers) boss.notifyWorker(worker)
        await new Promise((resolve) => setTimeout(resolve, 40))
      }
    },
    stop: async () => {
      unlisten()
      clearInterval(sweep)
      ending.abort()
      await running
      await drains.settle()
      await boss.stop({ graceful: true, timeout: 10_000, close: false })
    },
  }
}

async function countOpen(site: Site): Promise<number> {
  const names = [queues.reactions.name, queues.jobs.name]
  const { rows } = await sql<{ open: number }>`select count(*)::int as open from pgboss.job
    where name = any(${names}) and state in ('created', 'retry', 'active')`.execute(site.database.db)
  return rows[0]!.open
}

function work(boss: PgBoss, queue: string, batchSize: number, parts: WorkParts): Promise<string> {
  return boss.work<QueuedWork>(queue, { pollingIntervalSeconds: 1, batchSize, perJobResults: true }, (jobs) =>
    Promise.all(
      jobs.map(async ({ id, data }) => {
        const name = 'reaction' in data ? data.reaction : data.job
        try {
          await perform(parts, data)
          jobsPerformed.inc({ job: name })
          return { id, status: 'completed' as const }
        } catch (error) {
          jobsFailed.inc({ job: name })
          parts.log.error({ error, work: name, event: data.event }, 'failed, will be tried again')
          return { id, status: 'failed' as const, output: reasonOf(error) }
        }
      }),
    ),
  )
}

/** What administrators may read: messages of database errors quote values, so those show their code alone. */
export function reasonOf(error: unknown): { reason: string } {
  if (!(error instanceof Error)) return { reason: 'unknown' }
  const { code, constraint } = error as Error & { code?: string; constraint?: string }
  if (code !== undefined) return { reason: [error.name, code, constraint].filter(Boolean).join(' ') }
  return { reason: `${error.name}: ${error.message}`.slice(0, 300) }
}
