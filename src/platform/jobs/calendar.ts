import { CronExpressionParser } from 'cron-parser'
import { sql } from 'kysely'
import { fromKysely, type PgBoss } from 'pg-boss'
import type { Clock } from '../clock.ts'
import type { Site } from '../site.ts'
import type { Catalogue } from './catalogue.ts'
import { queues } from './queue.ts'

const hour = 3_600_000

/** The last moment at or before `now` at which a job with this schedule was due. */
export function lastDue(cron: string, timeZone: string, now: Date): Date {
  // The parser answers moments before the one it is given, so the present second is asked for from the next one.
  const currentDate = new Date(Math.floor(now.getTime() / 1000) * 1000 + 1000)
  return CronExpressionParser.parse(cron, { currentDate, tz: timeZone }).prev().toDate()
}

/** The next moment after `now`. */
export function nextDue(cron: string, timeZone: string, now: Date): Date {
  return CronExpressionParser.parse(cron, { currentDate: now, tz: timeZone }).next().toDate()
}

// Between two looks nothing is due before the earliest next time; a clock that moved is looked at anew.
const looked = new WeakMap<Site, { at: number; until: number }>()

function hasNothingDue(site: Site, now: number): boolean {
  const last = looked.get(site)
  return last !== undefined && now >= last.at && now < last.until
}

/**
 * Queues the jobs whose time has come by the site's own clock. Missed times (no process ran, or the demo's clock
 * jumped) make one run, not many. A job that is new waits for its first time. The row decides between processes.
 */
export async function followCalendar(site: Site, boss: PgBoss, catalogue: Catalogue, clock: Clock): Promise<void> {
  const now = clock.now()
  if (catalogue.cron.size === 0 || hasNothingDue(site, now.getTime())) return
  const { timeZone } = site.settings
  const { rows } = await sql<{ job: string; ran_until: Date }>`select job, ran_until from platform_cron`.execute(
    site.database.db,
  )
  const known = new Map(rows.map((row) => [row.job, row.ran_until.getTime()]))
  for (const [job, { cron }] of catalogue.cron) {
    const ranUntil = known.get(job)
    if (ranUntil === undefined) {
      await sql`insert into platform_cron (job, ran_until) values (${job}, ${now}) on conflict do nothing`.execute(
        site.database.db,
      )
      continue
    }
    const due = lastDue(cron, timeZone, now)
    // A clock that was moved back starts counting from where it is.
    const wasMovedBack = ranUntil > now.getTime() + hour
    if (due.getTime() <= ranUntil && !wasMovedBack) continue
    const until = wasMovedBack ? now : due
    await site.database.db.transaction().execute(async (trx) => {
      const taken = await sql`update platform_cron set ran_until = ${until}
        where job = ${job} and ran_until = ${new Date(ranUntil)} returning job`.execute(trx)
      if (taken.rows.length === 0 || wasMovedBack) return
      await boss.insert(queues.jobs.name, [{ data: { job, event: null } }], { db: fromKysely(trx) })
    })
  }
  const nexts = [...catalogue.cron.values()].map(({ cron }) => nextDue(cron, timeZone, now).getTime())
  looked.set(site, { at: now.getTime(), until: Math.min(...nexts) })
}
