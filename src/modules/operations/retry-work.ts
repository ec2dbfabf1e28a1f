import { authorize, inTransaction, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { retryFailedWork } from '#platform/jobs/failed-work.ts'
import type { Log } from '#platform/log.ts'
import type { Site } from '#platform/site.ts'
import { canOperate } from './rules.ts'

declare module '#platform/events.ts' {
  interface Events {
    'operations.work-retried': { work: string; event: number | null }
  }
}

export type RetryOutcome = { ok: true } | { ok: false; refusal: 'gone' }

/** Given-up work goes back into its queue; the work itself is safe to repeat. */
export async function retryWork(context: Context, site: Site, log: Log, id: string): Promise<RetryOutcome> {
  authorize(canOperate(context.actor))
  const retried = await retryFailedWork(site, log, id)
  if (retried === null) return { ok: false, refusal: 'gone' }
  await inTransaction(context, (ctx) =>
    record(ctx, 'operations.work-retried', `work:${retried.name}`, { work: retried.name, event: retried.event }),
  )
  return { ok: true }
}
