import type { Config } from '../config.ts'
import type { Context } from '../context.ts'
import type { EventType, RecordedEvent } from '../events.ts'
import type { LocalText } from '../language.ts'
import type { Log } from '../log.ts'
import type { Site } from '../site.ts'

export type JobWork = {
  /** Acts as the system; no transaction is open, so a job may wait for other programs without holding the database. */
  ctx: Context
  site: Site
  config: Config
  /** What the job runs after; null when the calendar or the queue of its module called it. */
  event: RecordedEvent | null
  log: Log
  /** Aborted when the process is asked to end. */
  signal: AbortSignal
}

type NamedJob = {
  /** Unique within its module. */
  name: string
  /** For the administrators' page. */
  title: LocalText
}

/** Run by the calendar: `cron` has five fields, in the municipality's time zone, by the site's own clock. */
export type CronJob = NamedJob & { cron: string; run: (work: JobWork) => Promise<void> }

/** Run once or more for each recorded event of these types; must be safe to repeat. */
export type FollowingJob = NamedJob & { after: readonly EventType[]; run: (work: JobWork) => Promise<void> }

/**
 * Empties a queue that the module keeps in its own table. Called after every commit and every two seconds, by several
 * processes at once: it takes a batch `for update skip locked` and answers whether there may be more.
 */
export type DrainingJob = NamedJob & { drain: (work: JobWork) => Promise<boolean> }

export type Job = CronJob | FollowingJob | DrainingJob
