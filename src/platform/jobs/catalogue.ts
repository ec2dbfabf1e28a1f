import type { Context } from '../context.ts'
import type { EventType, RecordedEvent } from '../events.ts'
import type { LocalText } from '../language.ts'
import type { Module } from '../module.ts'
import type { CronJob, DrainingJob, FollowingJob } from './job.ts'

export type Reaction = (ctx: Context, event: RecordedEvent) => Promise<void>

/** All work that modules declare, by the name under which the queue keeps it: `module.name`. */
export type Catalogue = {
  /** Reactions and watches that an event of the type calls. */
  reactionsTo: (type: EventType) => readonly string[]
  reaction: (name: string) => Reaction | undefined
  /** Jobs that run after an event of the type. */
  jobsAfter: (type: EventType) => readonly string[]
  job: (name: string) => CronJob | FollowingJob | undefined
  cron: ReadonlyMap<string, CronJob>
  draining: ReadonlyMap<string, DrainingJob>
  titleOf: (name: string) => LocalText | undefined
}

/** What a module asks to be done in the background. */
export type ModuleWork = Pick<Module, 'name' | 'reactions' | 'watches' | 'jobs'>

export function catalogueOf(modules: readonly ModuleWork[]): Catalogue {
  const reactions = new Map<string, Reaction>()
  const wanted: { name: string; wants: (type: EventType) => boolean }[] = []
  const cron = new Map<string, CronJob>()
  const following = new Map<string, FollowingJob>()
  const draining = new Map<string, DrainingJob>()
  for (const module of modules) {
    for (const [type, named] of Object.entries(module.reactions ?? {})) {
      for (const [local, reaction] of Object.entries(named)) {
        const name = `${module.name}.${local}`
        reactions.set(name, reaction as Reaction)
        wanted.push({ name, wants: (asked) => asked === type })
      }
    }
    for (const [local, watch] of Object.entries(module.watches ?? {})) {
      const name = `${module.name}.${local}`
      reactions.set(name, watch.run)
      wanted.push({ name, wants: watch.wants })
    }
    for (const job of module.jobs ?? []) {
      const name = `${module.name}.${job.name}`
      if ('cron' in job) cron.set(name, job)
      else if ('after' in job) following.set(name, job)
      else draining.set(name, job)
    }
  }
  const reactionsByType = new Map<EventType, readonly string[]>()
  const jobsByType = new Map<EventType, readonly string[]>()
  return {
    reactionsTo: (type) =>
      keep(reactionsByType, type, () => [
        ...new Set(wanted.filter(({ wants }) => wants(type)).map(({ name }) => name)),
      ]),
    reaction: (name) => reactions.get(name),
    jobsAfter: (type) =>
      keep(jobsByType, type, () => [...following].filter(([, job]) => job.after.includes(type)).map(([name]) => name)),
    job: (name) => cron.get(name) ?? following.get(name),
    cron,
    draining,
    titleOf: (name) => (cron.get(name) ?? following.get(name) ?? draining.get(name))?.title,
  }
}

function keep<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const found = known.get(key) ?? make()
  known.set(key, found)
  return found
}
