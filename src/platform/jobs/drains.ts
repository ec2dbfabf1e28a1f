import type { DrainingJob } from './job.ts'
import { jobsFailed } from '../metrics.ts'
import { jobWork, type WorkParts } from './perform.ts'

const pauseAfterFailure = 5000

export type Drains = {
  wake(): void
  /** Resolves when no draining is under way. */
  settle(): Promise<void>
}

/** Calls each draining job until it has nothing left; one call of a job at a time in this process. */
export function makeDrains(parts: WorkParts): Drains {
  const underWay = new Map<string, Promise<void>>()
  const askedAgain = new Set<string>()
  const restUntil = new Map<string, number>()

  const empty = async (name: string, job: DrainingJob): Promise<void> => {
    try {
      do {
        askedAgain.delete(name)
        while (!parts.signal.aborted && (await job.drain(jobWork(parts, null))));
      } while (askedAgain.has(name) && !parts.signal.aborted)
    } catch (error) {
      jobsFailed.inc({ job: name })
      restUntil.set(name, Date.now() + pauseAfterFailure)
      parts.log.error({ error, work: name }, 'draining failed, will be tried again')
    } finally {
      underWay.delete(name)
    }
  }

  return {
    wake: () => {
      for (const [name, job] of parts.catalogue.draining) {
        if (parts.signal.aborted || (restUntil.get(name) ?? 0) > Date.now()) continue
        if (underWay.has(name)) askedAgain.add(name)
        else underWay.set(name, empty(name, job))
      }
    },
    settle: async () => {
      while (underWay.size > 0) await Promise.all(underWay.values())
    },
  }
}
