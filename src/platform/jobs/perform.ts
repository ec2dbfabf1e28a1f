import { sql } from 'kysely'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import { inTransaction, system, type Context } from '../context.ts'
import type { Db } from '../database.ts'
import type { RecordedEvent } from '../events.ts'
import type { Log } from '../log.ts'
import type { Site } from '../site.ts'
import type { Catalogue } from './catalogue.ts'
import type { JobWork } from './job.ts'
import type { QueuedWork } from './queue.ts'

export type WorkParts = {
  site: Site
  config: Config
  catalogue: Catalogue
  clock: Clock
  log: Log
  signal: AbortSignal
}

function systemContext({ site, clock }: WorkParts): Context {
  return { db: site.database.db, actor: system, now: clock.now() }
}

/** What a job or a draining is given. */
export function jobWork(parts: WorkParts, event: RecordedEvent | null): JobWork {
  const { site, config, log, signal } = parts
  return { ctx: systemContext(parts), site, config, event, log, signal }
}

/** Does what the queue asks. Throws when it failed and is to be tried again. */
export async function perform(parts: WorkParts, work: QueuedWork): Promise<void> {
  if ('reaction' in work) return react(parts, work.reaction, work.event)
  const job = parts.catalogue.job(work.job)
  // A job that this version no longer has is done with.
  if (job === undefined) return
  const event = work.event === null ? null : await readEvent(parts.site.database.db, work.event)
  await job.run(jobWork(parts, event ?? null))
}

/** At least once by the queue, once in effect: what was done is noted in the reaction's own transaction. */
async function react(parts: WorkParts, name: string, id: number): Promise<void> {
  await inTransaction(systemContext(parts), async (ctx) => {
    const event = await readEvent(ctx.db, id)
    const reaction = parts.catalogue.reaction(name)
    if (event === undefined || reaction === undefined) return
    const mark = await sql`insert into platform_reactions_done (event_id, reaction, done_at)
      values (${id}, ${name}, ${ctx.now}) on conflict do nothing returning event_id`.execute(ctx.db)
    if (mark.rows.length === 1) await reaction(ctx, event)
  })
}

async function readEvent(db: Db, id: number): Promise<RecordedEvent | undefined> {
  const { rows } = await sql<RecordedEvent>`
    select id, type, subject, occurred_at as "occurredAt", actor_role as "actorRole", facts
    from platform_events where id = ${id}`.execute(db)
  return rows[0]
}
